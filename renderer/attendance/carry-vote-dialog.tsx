import { useState } from 'react'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'

/** Who in the room carries the vote of somebody who is not there, or that nobody does any more. */
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
  const [carrierId, setCarrierId] = useState(carrierNow?.personId ?? present[0]?.personId ?? '')
  const [note, setNote] = useState(now?.note ?? '')

  const carry = () =>
    act(
      'vote.carry',
      { meetingId: meeting.id, seatId, carrierPersonId: orNull(carrierId), note },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`Vote of ${attendee.initials}`}
      submitLabel={carrierId === '' ? 'Carried no more' : 'Carry it'}
      canSubmit={carrierId !== '' || now !== undefined}
      save={carry}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          {present.length === 0 && now === undefined ? (
            <p>Nobody is in the room yet who could carry it.</p>
          ) : (
            <Select
              label="Carried by"
              value={carrierId}
              onChange={setCarrierId}
              problem={problemOf('carrierPersonId')}
              autoFocus
              options={[
                ...present.map(({ personId, initials, name }) => ({
                  value: personId,
                  label: `${initials} · ${name}`,
                })),
                ...(now === undefined
                  ? []
                  : [{ value: '', label: `Nobody: ${now.carrier.initials} carries it no more` }]),
              ]}
            />
          )}
          <TextInput
            label="How it was notified"
            hint="The minutes will say it."
            value={note}
            onChange={setNote}
            problem={problemOf('note')}
          />
        </>
      )}
    </FormDialog>
  )
}
