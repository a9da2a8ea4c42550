import { useMemo } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { outcomeWords } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { OutcomeChoice, outcomeMarks } from './outcome-choice.tsx'

/** What became of the item that is looked at. */
export function OutcomeMenu({ line }: { line: AgendaLine }) {
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
      canTakeBack={line.outcome !== null}
      reasonFor={(outcome) => (line.outcome === outcome ? line.outcomeReason : '')}
      onSet={(outcome, reason, isQuiet) =>
        act('agenda.set-outcome', { itemId: line.id, outcome, reason }, { isQuiet })
      }
    >
      {line.outcome === null ? 'Outcome' : `${outcomeMarks[line.outcome]} ${outcomeWords[line.outcome]}`}
    </OutcomeChoice>
  )
}
