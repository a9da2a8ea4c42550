import type { Row } from '../../db/store-types.ts'
import { numberedItems } from '../agenda/agenda-view.ts'
import { startClock } from '../agenda/item-clock.ts'
import { expectMembers } from '../attendance/attendance-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { AllHandlers } from '../handler.ts'
import { adjournMeeting, endOfSitting, resumeMeeting } from './adjourn.ts'
import { closeMeeting } from './close-meeting.ts'
import {
  checkTimes,
  createMeeting,
  firstParagraph,
  refuseNumber,
  requireResolutionNumber,
} from './create-meeting.ts'
import { keepWhatIsLeft } from './close-out/leave.ts'
import { meetingName, openMeeting, requireRoom, unclosedMeeting } from './meeting-row.ts'
import { readMeeting } from './meeting-view.ts'

export const meetingCommands = {
  'meeting.create': (context, input) => {
    const meeting = readMeeting(context.db, createMeeting(context, input), context.now)
    context.summarise(`${meeting.body.shortName} meeting ${meeting.number} created`)
    return meeting
  },

  'meeting.change': ({ db, now, summarise }, { meetingId, ...changes }) => {
    const meeting = unclosedMeeting(db, meetingId)
    if (meeting.form === 'written-resolution') refuseForResolution(changes)
    const wanted = {
      number: changes.number ?? meeting.number,
      title: changes.title ?? meeting.title,
      starts_on: changes.startsOn ?? meeting.starts_on,
      ends_on: changes.endsOn ?? laterOf(changes.startsOn, meeting.ends_on),
      start_time: changes.startTime ?? meeting.start_time,
      end_time: changes.endTime ?? meeting.end_time,
      place: changes.place ?? meeting.place,
    }
    checkTimes(wanted)
    refuseNumber(db, meeting.body_id, wanted.number, meeting.id)
    const changed: Row = {}
    for (const [column, value] of Object.entries(wanted)) {
      if (meeting[column as keyof typeof wanted] !== value) changed[column] = value
    }
    db.update('meeting', meeting.id, changed)
    summarise(`${meetingName({ ...meeting, number: wanted.number })} changed`)
    return readMeeting(db, meeting.id, now)
  },

  'meeting.open': (context, { meetingId, at }) => {
    const { db, nextId, now, summarise } = context
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    if (meeting.state === 'open') {
      throw new PanelbookError('already-exists', `Meeting ${meeting.number} is open already.`)
    }
    const openedAt = at ?? now
    db.update('meeting', meeting.id, {
      state: 'open',
      opened_at: openedAt,
      // The meeting before may have been closed since this one was made.
      first_paragraph: firstParagraph(db, meeting.body_id),
    })
    db.insert('sitting', { id: nextId(), meeting_id: meeting.id, started_at: openedAt })
    expectMembers(context, meeting)
    const first = meeting.current_item_id ?? numberedItems(db, meeting)[0]?.item.id
    if (first !== undefined) startClock(context, meeting, first, openedAt)
    summarise(`meeting ${meeting.number} opened`)
    return readMeeting(db, meeting.id, now)
  },

  'meeting.adjourn': (context, { meetingId, at, reason }) => {
    const meeting = openMeeting(context.db, meetingId)
    requireRoom(meeting, 'meetingId')
    adjournMeeting(context, meeting, { at: at ?? context.now, reason })
    context.summarise(`meeting ${meeting.number} adjourned`)
    return readMeeting(context.db, meeting.id, context.now)
  },

  'meeting.resume': (context, { meetingId, at }) => {
    const meeting = openMeeting(context.db, meetingId)
    requireRoom(meeting, 'meetingId')
    resumeMeeting(context, meeting, at ?? context.now)
    context.summarise(`meeting ${meeting.number} resumed`)
    return readMeeting(context.db, meeting.id, context.now)
  },

  'meeting.close': (context, { meetingId, at, reasons }) => {
    const meeting = openMeeting(context.db, meetingId)
    keepWhatIsLeft(context, meeting, reasons)
    closeMeeting(context, meeting, at ?? endOfSitting(context.db, meeting) ?? context.now)
    context.summarise(`${meetingName(meeting)} closed`)
    return readMeeting(context.db, meeting.id, context.now)
  },
} satisfies Partial<AllHandlers>

/**
 * Of a written resolution only the number can change here: its title is that of its item, its end is its deadline.
 * @throws PanelbookError `bad-input` naming the field
 */
function refuseForResolution(changes: Omit<CheckedInput<'meeting.change'>, 'meetingId'>): void {
  const { number, ...others } = changes
  if (number !== undefined) requireResolutionNumber(number)
  const field = Object.entries(others).find(([, value]) => value !== undefined)?.[0]
  if (field === undefined) return
  throw badInput(
    field,
    'cannot be changed for a written resolution',
    'Of a written resolution only the number can be changed here; its title is that of its item, and its deadline is moved by itself.',
  )
}

/** A meeting that is put off takes its last day with it. */
function laterOf(startsOn: string | undefined, endsOn: string): string {
  return startsOn === undefined || startsOn <= endsOn ? endsOn : startsOn
}
