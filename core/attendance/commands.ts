import type { Row } from '../../db/store-types.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { requireRoom, unclosedMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { followTheDoor } from '../voting/follow-the-door.ts'
import { addAttendee, attendanceOf, takenInitials, type AttendanceRow } from './attendance-row.ts'
import { chosenStanding, usualStanding } from './capacity.ts'
import { carryVote } from './carry-vote.ts'
import { isSameInitials } from './initials.ts'
import { doorWords, throughTheDoor } from './through-the-door.ts'

export const attendanceCommands = {
  'attendance.record': (context, input) => {
    const { db, now, summarise } = context
    const meeting = unclosedMeeting(db, input.meetingId)
    requireRoom(meeting, 'meetingId')
    const attendance = attendee(context, meeting, input)
    throughTheDoor(context, meeting, attendance, input.presence, input.at ?? now)
    followTheDoor(context, meeting.id)
    summarise(`${attendance.initials} ${doorWords[input.presence]}`)
    return readMeeting(db, meeting.id, now)
  },

  'attendance.record-many': (context, { meetingId, personIds, presence, at }) => {
    const { db, now, summarise } = context
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    const initials = [...new Set(personIds)].map((personId) => {
      const attendance = attendee(context, meeting, { personId })
      throughTheDoor(context, meeting, attendance, presence, at ?? now)
      return attendance.initials
    })
    followTheDoor(context, meeting.id)
    const who = initials.length > 3 ? `${initials.length} people` : initials.join(', ')
    summarise(`${who} ${doorWords[presence]}`)
    return readMeeting(db, meeting.id, now)
  },

  'attendance.declare-interest': (context, { itemId, personId, kind, text }) => {
    const { db, nextId, now, summarise } = context
    const item = itemRow(db, itemId)
    const meeting = unclosedMeeting(db, item.meeting_id)
    const attendance = attendanceOf(db, meeting.id, personId)
    if (attendance === undefined) {
      throw new PanelbookError('not-found', 'The person is not an attendee of this meeting.')
    }
    const before = db.get<{ id: string; kind: string; text: string }>(
      'SELECT id, kind, text FROM interest WHERE agenda_item_id = ? AND attendance_id = ?',
      itemId,
      attendance.id,
    )
    if (kind === null) {
      if (before !== undefined) db.remove('interest', before.id)
    } else if (before === undefined) {
      db.insert('interest', {
        id: nextId(),
        agenda_item_id: itemId,
        attendance_id: attendance.id,
        kind,
        text,
        recorded_at: now,
      })
    } else if (before.kind !== kind || before.text !== text) {
      db.update('interest', before.id, { kind, text, recorded_at: now })
    }
    followTheDoor(context, meeting.id)
    const words =
      kind === null ? 'has no interest in' : kind === 'recused' ? 'recused from' : 'has an interest in'
    summarise(`${attendance.initials} ${words} ${itemName(item)}`)
    return readItem(db, itemId, now)
  },

  'vote.carry': (context, { meetingId, seatId, carrierPersonId, note, at }) => {
    const { db, now, summarise } = context
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    const words = carryVote(context, meeting, { seatId, carrierPersonId, note, at: at ?? now })
    followTheDoor(context, meeting.id)
    summarise(words)
    return readMeeting(db, meeting.id, now)
  },
} satisfies Partial<AllHandlers>

type AttendeeInput = Pick<CheckedInput<'attendance.record'>, 'personId'> &
  Partial<
    Pick<CheckedInput<'attendance.record'>, 'capacity' | 'seatId' | 'initials' | 'isRemote' | 'leavesAt'>
  >

/** The attendance of a person, made where there is none yet, with what the input says of it. */
function attendee(context: CommandContext, meeting: MeetingRow, input: AttendeeInput): AttendanceRow {
  const { db } = context
  const known = attendanceOf(db, meeting.id, input.personId)
  const usual =
    known === undefined
      ? usualStanding(db, meeting, input.personId)
      : { capacity: known.capacity, seatId: known.seat_id }
  const chosen = chosenStanding(db, meeting, usual, input)
  const attendance = known ?? addAttendee(context, meeting, input.personId, chosen)
  const wanted = {
    capacity: chosen.capacity,
    seat_id: chosen.seatId,
    initials: input.initials ?? attendance.initials,
    is_remote: input.isRemote === undefined ? attendance.is_remote : Number(input.isRemote),
    leaves_at: input.leavesAt === undefined ? attendance.leaves_at : input.leavesAt,
  }
  if (wanted.initials !== attendance.initials) refuseTaken(context, meeting, attendance, wanted.initials)
  const changes: Row = {}
  for (const [column, value] of Object.entries(wanted)) {
    if (attendance[column as keyof typeof wanted] !== value) changes[column] = value
  }
  if (Object.keys(changes).length > 0) db.update('attendance', attendance.id, changes)
  return { ...attendance, ...wanted }
}

function refuseTaken(
  { db }: CommandContext,
  meeting: MeetingRow,
  own: AttendanceRow,
  initials: string,
): void {
  const others = takenInitials(db, meeting.id).filter((taken) => taken !== own.initials)
  if (others.some((taken) => isSameInitials(taken, initials))) {
    throw new PanelbookError('already-exists', `Somebody else at this meeting has the initials ${initials}.`)
  }
}
