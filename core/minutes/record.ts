import { createHash } from 'node:crypto'
import { canonicalJson } from '../../db/canonical-json.ts'
import type { Reader } from '../../db/store-types.ts'
import type { Meeting } from '../contract/meetings.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { nextMeeting, type Moment } from '../meetings/next-meeting.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { isRehearsal } from '../rehearsal/in-rehearsal.ts'
import { recordActions } from './record-actions.ts'
import { recordAttendance } from './record-attendance.ts'
import { recordItems } from './record-items.ts'
import { recordResolution } from './record-resolution.ts'
import type { MeetingRecord, RecordHeading, RecordResolution } from './record-types.ts'

/** The version of a record that is read while the meeting is not closed yet. */
const liveVersion: MeetingRecord['version'] = { number: '0.1', status: 'draft' }
/** The version that closing a meeting makes. */
const firstVersion: MeetingRecord['version'] = { number: '1.0', status: 'draft' }

/**
 * The record of a meeting: of a closed one as it was made final, of any other one as the book stands now.
 * @throws PanelbookError `not-found`, and `book-changed-outside` where the stored record is gone or does not match
 *   the hash under which it was made final.
 */
export function readRecord(db: Reader, meetingId: string, now: string): MeetingRecord {
  const meeting = readMeeting(db, meetingId, now)
  if (meeting.state !== 'closed') return buildRecord(db, meeting, now, liveVersion)
  const stored = newestVersion(db, meetingId)
  if (stored === undefined)
    throw changedOutside(`The record of meeting ${meeting.number} is gone from the book.`)
  const record = parseRecord(stored.record)
  const hash = record === null ? null : recordHash(record)
  if (record === null || hash !== stored.record_hash || hash !== meeting.recordHash) {
    throw changedOutside(
      `The record of meeting ${meeting.number} does not match the hash under which it was made final.`,
    )
  }
  return { ...record, ...rehearsalMark(db) }
}

/** Whatever is read in a rehearsal bears its mark, and so another hash than the record of the book itself. */
function rehearsalMark(db: Reader): Pick<MeetingRecord, 'rehearsal'> {
  return isRehearsal(db) ? { rehearsal: true } : {}
}

function parseRecord(text: string): MeetingRecord | null {
  try {
    return JSON.parse(text) as MeetingRecord
  } catch {
    return null
  }
}

function changedOutside(message: string): PanelbookError {
  return new PanelbookError('book-changed-outside', message, {
    safe: 'Nothing was written.',
    remedy: 'Verify the book and restore a backup.',
  })
}

/** SHA-256, in hex, of the record in canonical JSON: what every document of the meeting carries. */
export function recordHash(record: MeetingRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex')
}

/**
 * Makes the record of a meeting final and answers with its hash. The meeting must be closed already and its
 * paragraphs numbered: it is the last step of the closing.
 */
export function freezeRecord({ db, now, nextId }: CommandContext, meetingId: string): string {
  const record = buildRecord(db, readMeeting(db, meetingId, now), now, firstVersion)
  const hash = recordHash(record)
  db.insert('minutes_version', {
    id: nextId(),
    meeting_id: meetingId,
    version: record.version.number,
    status: record.version.status,
    record: canonicalJson(record),
    record_hash: hash,
    made_at: now,
  })
  return hash
}

function newestVersion(db: Reader, meetingId: string): { record: string; record_hash: string } | undefined {
  return db.get<{ record: string; record_hash: string }>(
    'SELECT record, record_hash FROM minutes_version WHERE meeting_id = ? ORDER BY made_at DESC, id DESC LIMIT 1',
    meetingId,
  )
}

function buildRecord(
  db: Reader,
  meeting: Meeting,
  now: string,
  version: MeetingRecord['version'],
): MeetingRecord {
  const items = recordItems(db, meeting)
  const resolution = meeting.form === 'meeting' ? null : recordResolution(db, meeting)
  const labels = new Map(items.map(({ itemId, fullLabel }) => [itemId, fullLabel]))
  return {
    format: 'panelbook-meeting-record',
    formatVersion: 1,
    heading: {
      ...recordHeading(db, meeting),
      ...(resolution === null ? {} : { form: meeting.form, resolution }),
    },
    version,
    attendance: recordAttendance(db, meeting, labels),
    items,
    actions: recordActions(db, meeting, labels, now),
    nextMeeting: recordNextMeeting(db, meeting.body.id, momentOf(meeting, resolution, items)),
    history: newestEntry(db),
    ...rehearsalMark(db),
  }
}

function recordHeading(db: Reader, meeting: Meeting): RecordHeading {
  const code = db.get<{ shortName: string; name: string; administrator: string }>(
    `SELECT code.short_name AS shortName, code.name, code.administrator
     FROM body JOIN code ON code.id = body.code_id WHERE body.id = ?`,
    meeting.body.id,
  )
  return {
    meetingId: meeting.id,
    body: { ...meeting.body },
    code: code === undefined ? null : { ...code },
    number: meeting.number,
    title: meeting.title,
    startsOn: meeting.startsOn,
    endsOn: meeting.endsOn,
    startTime: meeting.startTime,
    endTime: meeting.endTime,
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    sittings: meeting.sittings.map(({ reason, ...sitting }) => ({
      ...sitting,
      ...(reason === '' ? {} : { reason }),
    })),
    place: meeting.place,
    state: meeting.state,
  }
}

/** A meeting is followed by those that begin after it; a written resolution, by those after its decision. */
function momentOf(
  meeting: Meeting,
  resolution: RecordResolution | null,
  items: MeetingRecord['items'],
): Moment {
  if (resolution === null) return { day: meeting.startsOn, time: meeting.startTime, meetingId: meeting.id }
  const decidedAt = items[0]?.questions[0]?.rounds.at(-1)?.closedAt ?? resolution.deadline
  return { day: decidedAt.slice(0, 10), time: decidedAt.slice(11, 16) }
}

/** The body's next meeting as it has been planned when the record is made. */
function recordNextMeeting(db: Reader, bodyId: string, after: Moment): MeetingRecord['nextMeeting'] {
  const next = nextMeeting(db, bodyId, after)
  if (next === null) return null
  const { number, startsOn, endsOn, startTime, endTime, place } = next
  return { number, startsOn, endsOn, startTime, endTime, place }
}

function newestEntry(db: Reader): MeetingRecord['history'] {
  const row = db.get<MeetingRecord['history']>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1')
  return row === undefined ? { seq: 0, hash: '0'.repeat(64) } : { ...row }
}
