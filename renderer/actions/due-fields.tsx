import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'

/** By when something is to be done, as it is typed: by a day, by a meeting in words, or by neither. */
export interface Due {
  on: string
  meeting: string
}

/** By when an action is due. */
export function DueFields({
  due,
  onChange,
  problemOf,
}: {
  due: Due
  onChange(due: Due): void
  problemOf: ProblemOf
}) {
  return (
    <div className="side-by-side">
      <DateInput
        label="Due on"
        hint="No due date."
        value={due.on}
        onChange={(on) => onChange({ ...due, on })}
        problem={problemOf('dueOn')}
      />
      <TextInput
        label="Due by meeting"
        hint="In words, such as January Panel."
        value={due.meeting}
        onChange={(meeting) => onChange({ ...due, meeting })}
        problem={problemOf('dueMeeting')}
      />
    </div>
  )
}
