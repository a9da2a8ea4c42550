import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Meeting } from '../../core/contract/meetings.ts'
import { capacities, capacityWords, type Capacity } from '../../core/contract/words.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

const newcomer = 'new'

/** Somebody who is not on the list yet: an alternate, an invitee, a proposer. */
export function AddAttendeeDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const people = useView('person.list', {}, ['people']).value?.people ?? []
  const listed = new Set(meeting.room.attendees.map(({ personId }) => personId))
  const absent = people.filter(({ id }) => !listed.has(id))
  const [chosen, setChosen] = useState(newcomer)
  const [name, setName] = useState('')
  const [initials, setInitials] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [capacity, setCapacity] = useState<Capacity>('invitee')
  const [seatId, setSeatId] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const problem = (field: string) => error?.fields?.find((found) => found.field === field)?.problem
  const needsSeat = capacity === 'alternate' || capacity === 'member'

  const add = async () => {
    let personId = chosen
    if (chosen === newcomer) {
      const person = await change('person.add', { name, initials, organisation })
      if (!person.ok) {
        setError(person.error)
        return
      }
      personId = person.value.id
      // The person is in the book now; a second try must not make another.
      setChosen(personId)
    }
    const answer = await act(
      'attendance.record',
      {
        meetingId: meeting.id,
        personId,
        presence: meeting.state === 'open' ? 'present' : 'expected',
        capacity,
        ...(needsSeat ? { seatId: seatId === '' ? null : seatId } : {}),
      },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title="Add somebody"
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {meeting.state === 'open' ? 'Is in the room' : 'Is expected'}
          </Button>
        </>
      }
    >
      <Select
        label="Who"
        value={chosen}
        onChange={setChosen}
        autoFocus
        options={[
          { value: newcomer, label: 'Somebody new' },
          ...absent.map((person) => ({ value: person.id, label: `${person.initials} · ${person.name}` })),
        ]}
      />
      {chosen === newcomer ? (
        <div className="row">
          <TextInput
            label="Name"
            value={name}
            onChange={(value) => {
              setName(value)
              setInitials(initialsOf(value))
            }}
            problem={problem('name')}
          />
          <TextInput
            label="Initials"
            value={initials}
            onChange={setInitials}
            problem={problem('initials')}
            maxLength={8}
          />
          <TextInput label="Organisation" value={organisation} onChange={setOrganisation} />
        </div>
      ) : null}
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
          problem={problem('seatId')}
          options={[
            { value: '', label: 'Choose a seat' },
            ...meeting.room.seatList.map((seat) => ({
              value: seat.seatId,
              label: `${seat.name}${seat.member === null ? '' : ` (${seat.member.initials})`}`,
            })),
          ]}
        />
      ) : null}
      {error === null || error.fields?.some(({ field }) => shown.has(field)) === true ? null : (
        <ErrorNotice error={error} />
      )}
    </Dialog>
  )
}

const shown = new Set(['name', 'initials', 'seatId'])

/** A first proposal, to be typed over: the first letters of the words. */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 3)
}
