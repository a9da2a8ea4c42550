import { useState } from 'react'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { notice } from '../../state/notice.ts'
import { useSubmit } from '../../state/submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { timeOf } from '../../ui/time-of.ts'
import { meetingFieldNames, MeetingFields, type MeetingFieldValues } from './meeting-fields.tsx'
import './meeting-dialogs.css'

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
  const { submit, problem, refusal } = useSubmit('meeting.change', meetingFieldNames, {
    'already-exists': 'number',
  })
  const change = async () => {
    const changed = await submit({
      meetingId: meeting.id,
      ...values,
      startTime: timeOf(values.startTime),
      endTime: timeOf(values.endTime),
      endsOn: values.endsOn === '' ? values.startsOn : values.endsOn,
    })
    if (changed === null) return
    notice.say(`Meeting ${changed.number} is changed.`)
    notice.announce(`Meeting ${changed.number} is changed.`)
    onClose()
  }
  return (
    <Dialog
      title={`Change meeting ${number} of the ${meeting.body.name}`}
      onClose={onClose}
      onSubmit={() => void change()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Change the meeting
          </Button>
        </>
      }
    >
      <MeetingFields
        values={values}
        onChange={(changes) => setValues({ ...values, ...changes })}
        problem={problem}
      />
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
