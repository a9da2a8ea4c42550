import { useMemo } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { outcomeWords } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { OutcomeChoice, outcomeMarks } from './outcome-choice.tsx'

/** What became of the item that is looked at. */
export function OutcomeMenu({ meetingId, line }: { meetingId: string; line: AgendaLine }) {
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'item.outcome',
        title: 'Outcome of the item',
        key: 'o',
        group: 'Item',
        // That of a selection comes first on the screen, and is meant while there is one.
        run: () => document.querySelector<HTMLElement>('.outcome-menu .menu > button')?.click(),
      },
    ],
    [],
  )
  useCommands('outcome', commands)
  return (
    <OutcomeChoice
      label={line.outcome === null ? 'Outcome' : `Outcome: ${outcomeWords[line.outcome]}`}
      meetingId={meetingId}
      canTakeBack={line.outcome !== null}
      before={{ outcome: line.outcome, reason: line.outcomeReason, nextMeetingId: line.goesTo?.meetingId }}
      onSet={(becoming, isQuiet) => act('agenda.set-outcome', { itemId: line.id, ...becoming }, { isQuiet })}
    >
      {line.outcome === null ? 'Outcome' : `${outcomeMarks[line.outcome]} ${outcomeWords[line.outcome]}`}
    </OutcomeChoice>
  )
}
