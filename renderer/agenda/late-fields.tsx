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
}: {
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
          value={late.acceptance}
          onChange={(acceptance) => onChange({ ...late, acceptance })}
          problemOf={problemOf}
        />
      ) : null}
    </>
  )
}
