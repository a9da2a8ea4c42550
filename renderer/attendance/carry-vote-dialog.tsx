import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

/** Who in the room carries the vote of somebody who is not there. */
export function CarryVoteDialog({
  meeting,
  attendee,
  onClose,
}: {
  meeting: Meeting
  attendee: Attendee
  onClose(): void
}) {
  const { room } = meeting
  const seatId = attendee.seatId ?? ''
  const now = room.carriedVotes.find((carried) => carried.seatId === seatId && carried.endedAt === null)
  const present = room.attendees.filter(
    ({ presence, attendanceId }) => presence === 'present' && attendanceId !== attendee.attendanceId,
  )
  const carrierNow = present.find(({ attendanceId }) => attendanceId === now?.carrier.attendanceId)
  const [carrier, setCarrier] = useState(carrierNow?.personId ?? present[0]?.personId ?? '')
  const [note, setNote] = useState(now?.note ?? '')
  const [error, setError] = useState<Refusal | null>(null)
  const carry = async (carrierPersonId: string | null) => {
    const answer = await act(
      'vote.carry',
      { meetingId: meeting.id, seatId, carrierPersonId, note },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={`Vote of ${attendee.initials}`}
      onClose={onClose}
      onSubmit={() => void carry(carrier)}
      foot={
        <>
          {now === undefined ? null : (
            <Button variant="quiet" onClick={() => void carry(null)}>
              {now.carrier.initials} carries it no more
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={carrier === ''}>
            Carry it
          </Button>
        </>
      }
    >
      {present.length === 0 ? (
        <p>Nobody is in the room yet who could carry it.</p>
      ) : (
        <Select
          label="Carried by"
          value={carrier}
          onChange={setCarrier}
          autoFocus
          options={present.map(({ personId, initials, name }) => ({
            value: personId,
            label: `${initials} · ${name}`,
          }))}
        />
      )}
      <TextInput
        label="How it was notified"
        hint="The minutes will say it."
        value={note}
        onChange={setNote}
        problem={error?.fields?.find(({ field }) => field === 'note')?.problem}
      />
      {error === null || error.fields !== undefined ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
