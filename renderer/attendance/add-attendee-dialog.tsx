import { useState } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import { capacities, capacityWords, type Capacity } from '../../core/contract/words.ts'
import { usePersonChoice } from '../bodies/use-person-choice.tsx'
import { act } from '../state/live.ts'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'

/** Somebody who is not on the list yet: an alternate, an invitee, a proposer. */
export function AddAttendeeDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const person = usePersonChoice(meeting.room.attendees.map(({ personId }) => personId))
  const [capacity, setCapacity] = useState<Capacity>('invitee')
  const [seatId, setSeatId] = useState('')
  const needsSeat = capacity === 'alternate' || capacity === 'member'
  const isOpen = meeting.state === 'open'

  const add = () =>
    person.withPerson((personId) =>
      act(
        'attendance.record',
        {
          meetingId: meeting.id,
          personId,
          presence: isOpen ? 'present' : 'expected',
          capacity,
          ...(needsSeat ? { seatId: orNull(seatId) } : {}),
        },
        { isQuiet: true },
      ),
    )
  return (
    <FormDialog
      title="Add somebody"
      submitLabel={isOpen ? 'Is in the room' : 'Is expected'}
      save={add}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          {person.fields(problemOf)}
          <div className="side-by-side">
            <Select
              label="As"
              value={capacity}
              onChange={(value) => setCapacity(value as Capacity)}
              options={capacities.map((value) => ({ value, label: capacityWords[value] }))}
            />
            {needsSeat ? (
              <Select
                label="For the seat"
                value={seatId}
                onChange={setSeatId}
                problem={problemOf('seatId')}
                options={[
                  { value: '', label: 'Choose a seat' },
                  ...meeting.room.seatList.map((seat) => ({
                    value: seat.seatId,
                    label: `${seat.name}${seat.member === null ? '' : ` (${seat.member.initials})`}`,
                  })),
                ]}
              />
            ) : null}
          </div>
        </>
      )}
    </FormDialog>
  )
}
