import { useMemo } from 'react'
import { Monitor, MonitorOff, MonitorUp } from 'lucide-react'
import type { CallInput } from '../../core/contract/calls.ts'
import type { RoomSees } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import './show-room.css'

type Vote = Pick<CallInput<'vote.show-room'>, 'questionId' | 'jointVoteId'>

/** What the room sees of a vote's result, with the key that changes it. */
export function ShowRoom({
  vote: { questionId, jointVoteId },
  sees,
  isShown,
  isComplete,
}: {
  vote: Vote
  sees: RoomSees
  isShown: boolean
  /** Whether every position is in: before that there is nothing to show. */
  isComplete: boolean
}) {
  const commands = useMemo<KeyCommand[]>(() => {
    const vote = questionId === undefined ? { jointVoteId } : { questionId }
    const show = (next: RoomSees) => () => void act('vote.show-room', { ...(vote as Vote), sees: next })
    return [
      {
        id: 'vote.show-room',
        title: 'Show the room the result',
        key: 'Shift+V',
        group: 'Vote',
        isEnabled: isComplete && !isShown,
        run: show('result'),
      },
      {
        id: 'vote.hide-from-room',
        title: 'Keep the result from the room',
        key: 'Shift+V',
        group: 'Vote',
        isEnabled: isShown,
        run: show('nothing'),
      },
      {
        id: 'vote.keep-from-room',
        title: 'Keep the result from the room, also once it is determined',
        group: 'Vote',
        isEnabled: !isShown && sees !== 'nothing',
        run: show('nothing'),
      },
      {
        id: 'vote.show-room-when-determined',
        title: 'Show the room the result once it is determined',
        group: 'Vote',
        isEnabled: sees !== 'when-determined',
        run: show('when-determined'),
      },
    ]
  }, [questionId, jointVoteId, sees, isShown, isComplete])
  useCommands(`show-room ${questionId ?? jointVoteId ?? ''}`, commands)
  if (!isComplete && sees !== 'nothing') return null
  const whenDetermined = commands.find(({ id }) => id === 'vote.show-room-when-determined')
  const main = commands.find(({ key, isEnabled }) => key !== undefined && isEnabled === true)
  const Sign = isShown ? MonitorUp : sees === 'nothing' ? MonitorOff : Monitor
  return (
    <span className="show-room">
      <span className={isShown ? 'shown' : ''}>
        <Sign size={14} aria-hidden />{' '}
        {isShown
          ? 'The room sees the result'
          : sees === 'nothing'
            ? 'The result is kept from the room'
            : 'The room sees the question'}
      </span>
      {main === undefined ? null : (
        <Button variant="quiet" shortcut="⇧V" onClick={main.run}>
          {isShown ? 'Keep it from the room' : 'Show the room'}
        </Button>
      )}
      {isComplete ? null : (
        <Button variant="quiet" onClick={whenDetermined?.run}>
          Show it once determined
        </Button>
      )}
    </span>
  )
}

/** For the menu of a vote: that its result is kept from the room can be said before there is one. */
export function keepFromRoom(vote: Vote, sees: RoomSees, isComplete: boolean): MenuItem[] {
  if (isComplete || sees === 'nothing') return []
  return [
    {
      id: 'keep-from-room',
      label: 'Keep the result from the room',
      run: () => void act('vote.show-room', { ...vote, sees: 'nothing' } as CallInput<'vote.show-room'>),
    },
  ]
}
