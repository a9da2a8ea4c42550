import { useId } from 'react'
import { useAnswer } from '../state/use-answer.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'

/** What came late, and for which meeting. */
interface LateThing {
  meetingId: string
  what: 'item' | 'paper'
}

/** How an item or a paper that came late was accepted: in one of the usual phrases, or in others. */
export function AcceptanceInput({
  meetingId,
  what,
  value,
  onChange,
  problemOf,
  autoFocus = false,
}: LateThing & {
  value: string
  onChange(value: string): void
  problemOf: ProblemOf
  autoFocus?: boolean
}) {
  const id = useId()
  const phrases = useAnswer('paper.lateness', { meetingId, what })?.acceptances ?? []
  return (
    <>
      <TextInput
        label="How it was accepted"
        hint="The minutes will say it. The arrow down offers the usual phrases."
        list={id}
        value={value}
        onChange={onChange}
        problem={problemOf('lateAcceptance')}
        autoFocus={autoFocus}
      />
      <datalist id={id}>
        {phrases.map((phrase) => (
          <option key={phrase} value={phrase} />
        ))}
      </datalist>
    </>
  )
}

/** Whether something came late; how it was accepted is kept while it is ticked and unticked. */
export interface Late {
  isLate: boolean
  acceptance: string
}

/** The same as the contract has it. */
export function lateInput({ isLate, acceptance }: Late): { isLate: boolean; lateAcceptance: string } {
  return { isLate, lateAcceptance: isLate ? acceptance : '' }
}

/** Whether something came late and, where it did, how it was accepted. */
export function LateFields({
  label,
  late,
  onChange,
  problemOf,
  ...thing
}: LateThing & {
  label: string
  late: Late
  onChange(late: Late): void
  problemOf: ProblemOf
}) {
  return (
    <>
      <CheckBox label={label} isChecked={late.isLate} onChange={(isLate) => onChange({ ...late, isLate })} />
      {late.isLate ? (
        <AcceptanceInput
          {...thing}
          value={late.acceptance}
          onChange={(acceptance) => onChange({ ...late, acceptance })}
          problemOf={problemOf}
        />
      ) : null}
    </>
  )
}
