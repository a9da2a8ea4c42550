import { useState } from 'react'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { orNull } from '../ui/words.ts'

/** When somebody said that they will leave; empty for until the end. */
export function LeavesAtDialog({
  meeting,
  attendee,
  onClose,
}: {
  meeting: Meeting
  attendee: Attendee
  onClose(): void
}) {
  const [time, setTime] = useState(attendee.leavesAt ?? '')
  const note = () =>
    act(
      'attendance.record',
      {
        meetingId: meeting.id,
        personId: attendee.personId,
        presence: attendee.presence,
        leavesAt: orNull(timeOf(time)),
      },
      { isQuiet: true },
    )
  return (
    <FormDialog title={`${attendee.initials} will leave`} submitLabel="Note it" save={note} onClose={onClose}>
      {(problemOf) => (
        <TimeInput
          label="At"
          hint="Left empty: stays until the end."
          value={time}
          onChange={setTime}
          problem={problemOf('leavesAt')}
          autoFocus
        />
      )}
    </FormDialog>
  )
}
