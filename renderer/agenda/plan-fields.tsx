import { purposes, purposeWords, type Purpose } from '../../core/contract/words.ts'
import { Select, TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import { wholeNumber } from '../ui/whole-number.ts'

/** What an item is for, and how long it may take as it is typed: empty where nothing is planned. */
export interface Plan {
  purpose: Purpose
  minutes: string
}

/** The planned minutes as the contract has them. */
export function plannedMinutes({ minutes }: Plan): number {
  return minutes.trim() === '' ? 0 : wholeNumber(minutes)
}

/** Purpose and planned time of an item. */
export function PlanFields({
  plan,
  onChange,
  problemOf,
}: {
  plan: Plan
  onChange(plan: Plan): void
  problemOf: ProblemOf
}) {
  return (
    <div className="side-by-side">
      <Select
        label="Purpose"
        value={plan.purpose}
        onChange={(purpose) => onChange({ ...plan, purpose: purpose as Purpose })}
        options={purposes.map((value) => ({ value, label: purposeWords[value] }))}
      />
      <TextInput
        label="Planned minutes"
        inputMode="numeric"
        value={plan.minutes}
        onChange={(minutes) => onChange({ ...plan, minutes })}
        problem={problemOf('plannedMinutes')}
      />
    </div>
  )
}
