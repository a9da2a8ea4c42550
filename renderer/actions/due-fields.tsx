import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import type { TypedField } from '../ui/use-typed.ts'

/** By when an action is due: by a day, by a meeting in words, or by neither. */
export function DueFields({ field }: { field(name: 'dueOn' | 'dueMeeting'): TypedField }) {
  return (
    <div className="side-by-side">
      <DateInput label="Due on" hint="No due date." {...field('dueOn')} />
      <TextInput label="Due by meeting" hint="In words, such as January Panel." {...field('dueMeeting')} />
    </div>
  )
}
