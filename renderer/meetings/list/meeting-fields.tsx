import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/field.tsx'
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

/** Names of the fields, as the contract has them. */
export const meetingFieldNames = [
  'bodyId',
  'number',
  'title',
  'startsOn',
  'endsOn',
  'startTime',
  'endTime',
  'place',
]

/** When and where a meeting is, and what it is called. */
export function MeetingFields({
  values,
  numberHint,
  onChange,
  problem,
}: {
  values: MeetingFieldValues
  numberHint?: string
  onChange(changes: Partial<MeetingFieldValues>): void
  problem(field: string): string | undefined
}) {
  return (
    <>
      <div className="meeting-fields">
        <DateInput
          label="Date"
          hint="The day it begins."
          value={values.startsOn}
          onChange={(startsOn) => onChange({ startsOn })}
          problem={problem('startsOn')}
          autoFocus
        />
        <DateInput
          label="Last day"
          hint="The same day where left empty."
          value={values.endsOn}
          onChange={(endsOn) => onChange({ endsOn })}
          problem={problem('endsOn')}
        />
        <TimeInput
          label="Start"
          value={values.startTime}
          onChange={(startTime) => onChange({ startTime })}
          problem={problem('startTime')}
        />
        <TimeInput
          label="Planned end"
          value={values.endTime}
          onChange={(endTime) => onChange({ endTime })}
          problem={problem('endTime')}
        />
        <TextInput
          label="Number"
          hint={numberHint}
          value={values.number}
          onChange={(number) => onChange({ number })}
          problem={problem('number')}
        />
        <TextInput
          label="Title"
          hint="Only where it has one of its own."
          value={values.title}
          onChange={(title) => onChange({ title })}
          problem={problem('title')}
        />
      </div>
      <TextInput
        label="Place"
        value={values.place}
        onChange={(place) => onChange({ place })}
        problem={problem('place')}
      />
    </>
  )
}
