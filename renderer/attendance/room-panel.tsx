import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { UserPlus } from 'lucide-react'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { AddAttendeeDialog } from './add-attendee-dialog.tsx'
import { RoomRow } from './room-row.tsx'
import { seatGroups } from './seat-groups.ts'
import './room.css'

/** Who is in the room: people, seats and votes as three numbers, quorum, and everybody in the order of the seats. */
export function RoomPanel({ meeting, isEditable }: { meeting: Meeting; isEditable: boolean }) {
  const [isAdding, setIsAdding] = useState(false)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const { room } = meeting
  const groups = seatGroups(room)
  const others = room.attendees.filter(({ seatId }) => seatId === null)
  const order = [...groups.flatMap((group) => group.seats.flatMap(({ attendees }) => attendees)), ...others]
  const focusTarget = order.find(({ attendanceId }) => attendanceId === focusedId) ?? order[0]
  const expected = room.attendees.filter(({ presence }) => presence === 'expected')

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'room.all',
        title: 'Everybody who is expected is here',
        key: 'Shift+E',
        group: 'Room',
        isEnabled: isEditable,
        run: () => void allHere(meeting),
      },
      {
        id: 'room.add',
        title: 'Add somebody to the room',
        key: 'Shift+M',
        group: 'Room',
        isEnabled: isEditable,
        run: () => setIsAdding(true),
      },
    ],
    [meeting, isEditable],
  )
  useCommands('room', commands)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    // A dialog that a row has opened keeps its arrow keys.
    const isInDialog = (event.target as HTMLElement).closest('dialog') !== null
    if (step === 0 || event.altKey || event.defaultPrevented || isInDialog) return
    const next = order[order.indexOf(focusTarget ?? (order[0] as Attendee)) + step]
    if (next === undefined) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>(`[data-attendee="${next.attendanceId}"]`)?.focus()
  }
  const row = (attendee: Attendee, isChip: boolean) => (
    <RoomRow
      key={attendee.attendanceId}
      meeting={meeting}
      attendee={attendee}
      isEditable={isEditable}
      isFocusTarget={attendee === focusTarget}
      isChip={isChip}
      onFocus={() => setFocusedId(attendee.attendanceId)}
    />
  )
  return (
    <aside className="room" aria-label="In the room" onKeyDown={onKeyDown}>
      <header>
        <div className="room-title">
          <h2>In the room</h2>
          {isEditable ? (
            <Button
              variant="quiet"
              icon={<UserPlus size={14} aria-hidden />}
              shortcut="⇧M"
              onClick={() => setIsAdding(true)}
            >
              Add
            </Button>
          ) : null}
        </div>
        <p className="numbers">
          <span>
            <strong>{room.people}</strong> {room.people === 1 ? 'person' : 'people'}
          </span>
          <span>
            <strong>{room.seats}</strong> {room.seats === 1 ? 'seat' : 'seats'}
          </span>
          <span>
            <strong>{room.votes}</strong>/{room.allVotes} votes
          </span>
        </p>
        <p className={classNames('quorum', room.quorum.isMet ? 'met' : 'not-met')}>
          {room.quorum.isMet ? '✓' : '✗'} {room.quorum.sentence}
        </p>
        {room.warnings.length === 0 ? null : (
          <ul className="warnings" aria-label="Votes that would be inquorate">
            {room.warnings.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </header>
      {groups.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h3>
            <span>{group.name}</span>
            <span>
              {group.votesInRoom}/{group.votes}
            </span>
          </h3>
          <ul>
            {group.seats.map(({ seat, attendees }) =>
              attendees.length > 0 ? (
                attendees.map((attendee) => row(attendee, false))
              ) : (
                <li key={seat.seatId} className="vacant">
                  {seat.name}, vacant
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
      {others.length === 0 ? null : (
        <section aria-label="Without a vote">
          <h3>Without a vote</h3>
          <ul className="chips">{others.map((attendee) => row(attendee, true))}</ul>
        </section>
      )}
      {isEditable && expected.length > 0 ? (
        <div className="room-acts">
          <Button variant="quiet" shortcut="⇧E" onClick={() => void allHere(meeting)}>
            All {expected.length} expected are here
          </Button>
        </div>
      ) : null}
      {isAdding ? <AddAttendeeDialog meeting={meeting} onClose={() => setIsAdding(false)} /> : null}
    </aside>
  )
}

async function allHere(meeting: Meeting): Promise<void> {
  const personIds = meeting.room.attendees
    .filter(({ presence }) => presence === 'expected')
    .map(({ personId }) => personId)
  if (personIds.length > 0)
    await act('attendance.record-many', { meetingId: meeting.id, personIds, presence: 'present' })
}
