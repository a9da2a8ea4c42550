import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/field.tsx'
import type { ProblemOf } from '../../ui/form-problems.ts'
import { TimeInput } from '../../ui/time-input.tsx'

export interface MeetingFieldValues {
  number: string
  title: string
  startsOn: string
  endsOn: string
  startTime: string
  endTime: string
  place: string
}

/** When and where a meeting is, and what it is called. */
export function MeetingFields({
  values,
  numberHint,
  dateReason,
  onChange,
  problemOf,
}: {
  values: MeetingFieldValues
  numberHint?: string
  /** Why the day that is there was suggested. */
  dateReason?: string | undefined
  onChange(changes: Partial<MeetingFieldValues>): void
  problemOf: ProblemOf
}) {
  const typed = (name: keyof MeetingFieldValues) => ({
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
    problem: problemOf(name),
  })
  return (
    <>
      <div className="side-by-side">
        <DateInput
          label="Date"
          hint="The day it begins."
          reason={dateReason}
          autoFocus
          {...typed('startsOn')}
        />
        <DateInput label="Last day" hint="The same day where left empty." {...typed('endsOn')} />
        <TimeInput label="Start" {...typed('startTime')} />
        <TimeInput label="Planned end" {...typed('endTime')} />
        <TextInput label="Number" hint={numberHint} {...typed('number')} />
        <TextInput label="Title" hint="Only where it has one of its own." {...typed('title')} />
      </div>
      <TextInput label="Place" {...typed('place')} />
    </>
  )
}
