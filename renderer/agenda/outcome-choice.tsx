import { useState, type ReactNode } from 'react'
import { outcomes, outcomeWords, type Outcome } from '../../core/contract/words.ts'
import { Menu } from '../ui/menu.tsx'
import type { Saved } from '../ui/use-form.ts'
import { OutcomeDialog, type Becoming } from './outcome-dialog.tsx'

/** A sign for each outcome, as the agenda shows it. */
export const outcomeMarks: Record<Outcome, string> = {
  done: '✓',
  noted: '✓',
  deferred: '→',
  'not-reached': '…',
  withdrawn: '×',
  returned: '↩',
}

/** Outcomes that say nothing without a reason. */
const needsReason: readonly Outcome[] = ['deferred', 'not-reached', 'withdrawn', 'returned']

/** A menu of what can become of an item, or of several; for some it asks the reason and where it goes. */
export function OutcomeChoice({
  label,
  meetingId,
  canTakeBack,
  before = null,
  onSet,
  children,
}: {
  label: string
  /** Of which meeting they are. */
  meetingId: string
  canTakeBack: boolean
  /** What became of it already. */
  before?: Becoming | null
  /** `isQuiet`: the refusal is shown by the dialog that asked for the reason. */
  onSet(becoming: Becoming, isQuiet: boolean): Promise<Saved>
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
              else void onSet({ outcome, reason: '' }, false)
            },
          })),
          ...(canTakeBack
            ? [
                {
                  id: 'none',
                  label: 'Take the outcome back',
                  run: () => void onSet({ outcome: null, reason: '' }, false),
                },
              ]
            : []),
        ]}
      >
        {children}
      </Menu>
      {asks === null ? null : (
        <OutcomeDialog
          meetingId={meetingId}
          outcome={asks}
          before={before?.outcome === asks ? before : null}
          onSet={(becoming) => onSet(becoming, true)}
          onClose={() => setAsks(null)}
        />
      )}
    </span>
  )
}
