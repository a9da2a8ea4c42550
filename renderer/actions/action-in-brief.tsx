import type { Action } from '../../core/contract/actions.ts'
import { actionStatusWords } from '../../core/contract/words.ts'
import { joinWords } from '../ui/words.ts'
import { dueWords, ownerWords } from './action-words.ts'

/** Which action a dialog is about. */
export function ActionInBrief({ action }: { action: Action }) {
  return (
    <div className="callout">
      <p>{action.text}</p>
      <p className="soft">
        {joinWords([ownerWords(action), dueWords(action), actionStatusWords[action.status].toLowerCase()])}
      </p>
    </div>
  )
}
