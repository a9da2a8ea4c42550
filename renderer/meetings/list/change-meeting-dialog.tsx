import { useState } from 'react'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { change } from '../../state/client.ts'
import { notice } from '../../state/notice.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { timeOf } from '../../ui/time-of.ts'
import { MeetingFields, type MeetingFieldValues } from './meeting-fields.tsx'

/** Puts off a meeting, moves it to another place, or gives it another number. */
export function ChangeMeetingDialog({ meeting, onClose }: { meeting: MeetingSummary; onClose(): void }) {
  const { number, title, startsOn, endsOn, startTime, endTime, place } = meeting
  const [values, setValues] = useState<MeetingFieldValues>({
    number,
    title,
    startsOn,
    // A meeting of one day follows its first day.
    endsOn: endsOn === startsOn ? '' : endsOn,
    startTime,
    endTime,
    place,
  })
  const save = async () => {
    const answer = await change('meeting.change', {
      meetingId: meeting.id,
      ...values,
      startTime: timeOf(values.startTime),
      endTime: timeOf(values.endTime),
      endsOn: values.endsOn === '' ? values.startsOn : values.endsOn,
    })
    if (answer.ok) notice.say(`Meeting ${answer.value.number} is changed.`)
    return answer
  }
  return (
    <FormDialog
      title={`Change meeting ${number} of the ${meeting.body.name}`}
      submitLabel="Change the meeting"
      places={{ 'already-exists': 'number' }}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <MeetingFields
          values={values}
          onChange={(changes) => setValues({ ...values, ...changes })}
          problemOf={problemOf}
        />
      )}
    </FormDialog>
  )
}
