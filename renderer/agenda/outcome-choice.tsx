import { useState, type ReactNode } from 'react'
import { outcomes, outcomeWords, type Outcome } from '../../core/contract/words.ts'
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

/** A menu of what can become of an item, or of several; for some it asks the reason. */
export function OutcomeChoice({
  label,
  canTakeBack,
  reasonFor,
  onSet,
  children,
}: {
  label: string
  canTakeBack: boolean
  /** The reason that stands there already. */
  reasonFor?: (outcome: Outcome) => string
  /** `isQuiet`: the refusal is shown by the dialog that asked for the reason. */
  onSet(outcome: Outcome | null, reason: string, isQuiet: boolean): Promise<Saved>
  children: ReactNode
}) {
  const [asks, setAsks] = useState<Outcome | null>(null)
  return (
    <span className="outcome-menu">
      <Menu
        label={label}
        items={[
          ...outcomes.map((outcome) => ({
            id: outcome,
            label: `${outcomeWords[outcome]}${needsReason.includes(outcome) ? '…' : ''}`,
            run: () => {
              if (needsReason.includes(outcome)) setAsks(outcome)
              else void onSet(outcome, '', false)
            },
          })),
          ...(canTakeBack
            ? [{ id: 'none', label: 'Take the outcome back', run: () => void onSet(null, '', false) }]
            : []),
        ]}
      >
        {children}
      </Menu>
      {asks === null ? null : (
        <ReasonDialog
          outcome={asks}
          before={reasonFor?.(asks) ?? ''}
          onSet={(reason) => onSet(asks, reason, true)}
          onClose={() => setAsks(null)}
        />
      )}
    </span>
  )
}

function ReasonDialog({
  outcome,
  before,
  onSet,
  onClose,
}: {
  outcome: Outcome
  before: string
  onSet(reason: string): Promise<Saved>
  onClose(): void
}) {
  const [reason, setReason] = useState(before)
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
