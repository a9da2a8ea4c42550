import type { Action } from '../../core/contract/actions.ts'
import { actionStatusWords } from '../../core/contract/words.ts'
import { addressOf } from '../state/routes.ts'
import { Button } from '../ui/button.tsx'
import { dayWords } from '../ui/dates.ts'
import { isFinished } from './action-words.ts'

export type ActionAct = 'update' | 'close' | 'withdraw' | 'change'

/** What was reported on an action, day by day, and what can be done with it. */
export function ActionDetails({
  action,
  isEditable,
  onAct,
}: {
  action: Action
  isEditable: boolean
  onAct(act: ActionAct): void
}) {
  const isOver = isFinished(action)
  return (
    <div className="action-details">
      {action.updates.length === 0 ? (
        <p className="soft">Nothing has been reported on it yet.</p>
      ) : (
        <ol className="updates">
          {action.updates.map((update, index) => (
            <li key={`${String(index)} ${update.madeOn}`}>
              <span className="when">
                {dayWords(update.madeOn)}
                {update.meetingId === null ? null : (
                  <a href={addressOf({ screen: 'meeting', meetingId: update.meetingId, itemId: null })}>
                    meeting {update.meeting}
                  </a>
                )}
              </span>
              <span>{update.text}</span>
              <span className="soft">{actionStatusWords[update.statusAfter]}</span>
            </li>
          ))}
        </ol>
      )}
      {isEditable ? (
        <div className="action-acts">
          <Button onClick={() => onAct('update')} shortcut="U">
            {isOver ? 'Reopen…' : 'Update…'}
          </Button>
          {isOver ? null : (
            <>
              <Button onClick={() => onAct('close')} shortcut="X">
                Close…
              </Button>
              <Button onClick={() => onAct('change')} shortcut="E">
                Change…
              </Button>
              <Button variant="quiet" onClick={() => onAct('withdraw')}>
                Withdraw…
              </Button>
            </>
          )}
        </div>
      ) : null}
    </div>
  )
}
