import type { Item } from '../../core/contract/voting.ts'
import type { ScriptPlace } from '../state/script-choice.ts'
import { useMedia } from '../ui/use-media.ts'

/** A window that is not higher than that of a small laptop. */
const lowScreen = '(max-height: 55rem)'

/** Where the script of an item would stand now. */
export function useScriptPlace({ meetingState, questions }: Item): ScriptPlace {
  const isLow = useMedia(lowScreen)
  if (meetingState !== 'open') return 'before-the-meeting'
  const isVoting = questions.some(({ withdrawn, round }) => withdrawn === null && round.state === 'open')
  return isLow && isVoting ? 'beside-a-vote-on-a-low-screen' : 'in-the-meeting'
}
