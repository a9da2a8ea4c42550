import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'

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
  const [error, setError] = useState<Refusal | null>(null)
  const save = async () => {
    const answer = await act(
      'attendance.record',
      {
        meetingId: meeting.id,
        personId: attendee.personId,
        presence: attendee.presence,
        leavesAt: time === '' ? null : time,
      },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={`${attendee.initials} will leave`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Note it
          </Button>
        </>
      }
    >
      <TextInput
        label="At"
        type="time"
        hint="Left empty: stays until the end."
        value={time}
        onChange={setTime}
        autoFocus
        problem={error?.fields?.find(({ field }) => field === 'leavesAt')?.problem}
      />
      {error === null || error.fields !== undefined ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
