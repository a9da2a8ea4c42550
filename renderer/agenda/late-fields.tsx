import { CheckBox } from '../ui/check-box.tsx'
import { TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'

/** How an item or a paper that came late was accepted. */
export function AcceptanceInput({
  value,
  onChange,
  problemOf,
}: {
  value: string
  onChange(value: string): void
  problemOf: ProblemOf
}) {
  return (
    <TextInput
      label="How it was accepted"
      hint="The minutes will say it."
      value={value}
      onChange={onChange}
      problem={problemOf('lateAcceptance')}
    />
  )
}

/** Whether something came late and, where it did, how it was accepted. */
export function LateFields({
  label,
  isLate,
  acceptance,
  onLate,
  onAcceptance,
  problemOf,
}: {
  label: string
  isLate: boolean
  acceptance: string
  onLate(isLate: boolean): void
  onAcceptance(acceptance: string): void
  problemOf: ProblemOf
}) {
  return (
    <>
      <CheckBox label={label} isChecked={isLate} onChange={onLate} />
      {isLate ? <AcceptanceInput value={acceptance} onChange={onAcceptance} problemOf={problemOf} /> : null}
    </>
  )
}
