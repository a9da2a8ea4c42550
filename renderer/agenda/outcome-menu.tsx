import { useMemo, useState } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { outcomes, outcomeWords, type Outcome } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import type { Saved } from '../ui/use-form.ts'

/** A sign for each outcome, as the agenda shows it. */
export const outcomeMarks: Record<Outcome, string> = {
  done: '✓',
  noted: '✓',
  deferred: '→',
  'not-reached': '…',
  withdrawn: '×',
  returned: '↩',
}

/** Outcomes that say nothing without a reason: the item has to find its next meeting. */
const needsReason: readonly Outcome[] = ['deferred', 'not-reached', 'withdrawn', 'returned']

/** What became of the item. */
export function OutcomeMenu({ line }: { line: AgendaLine }) {
  const [asks, setAsks] = useState<Outcome | null>(null)
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'item.outcome',
        title: 'Outcome of the item',
        key: 'o',
        group: 'Item',
        run: () => document.querySelector<HTMLElement>('.outcome-menu .menu > button')?.click(),
      },
    ],
    [],
  )
  useCommands('outcome', commands)
  const set = (outcome: Outcome | null, reason = '') =>
    act('agenda.set-outcome', { itemId: line.id, outcome, reason }, { isQuiet: asks !== null })
  return (
    <span className="outcome-menu">
      <Menu
        label={line.outcome === null ? 'Outcome' : `Outcome: ${outcomeWords[line.outcome]}`}
        items={[
          ...outcomes.map((outcome) => ({
            id: outcome,
            label: `${outcomeWords[outcome]}${needsReason.includes(outcome) ? '…' : ''}`,
            run: () => {
              if (needsReason.includes(outcome)) setAsks(outcome)
              else void set(outcome)
            },
          })),
          ...(line.outcome === null
            ? []
            : [{ id: 'none', label: 'Take the outcome back', run: () => void set(null) }]),
        ]}
      >
        {line.outcome === null ? 'Outcome' : `${outcomeMarks[line.outcome]} ${outcomeWords[line.outcome]}`}
      </Menu>
      {asks === null ? null : (
        <ReasonDialog
          line={line}
          outcome={asks}
          onSet={(reason) => set(asks, reason)}
          onClose={() => setAsks(null)}
        />
      )}
    </span>
  )
}

function ReasonDialog({
  line,
  outcome,
  onSet,
  onClose,
}: {
  line: AgendaLine
  outcome: Outcome
  onSet(reason: string): Promise<Saved>
  onClose(): void
}) {
  const [reason, setReason] = useState(line.outcome === outcome ? line.outcomeReason : '')
  const words = outcomeWords[outcome]
  return (
    <FormDialog title={words} submitLabel={words} save={() => onSet(reason)} onClose={onClose}>
      {(problemOf) => (
        <TextInput
          label="Why, and where it goes next"
          hint="The minutes will say it."
          value={reason}
          onChange={setReason}
          problem={problemOf('reason')}
          autoFocus
        />
      )}
    </FormDialog>
  )
}
