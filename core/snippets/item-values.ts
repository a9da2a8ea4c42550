import type { Reader } from '../../db/store-types.ts'
import type { ItemRow } from '../agenda/item-row.ts'
import type { ItemPlace } from '../contract/places.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { nextMeeting } from '../meetings/next-meeting.ts'
import { readProposalBrief } from '../register/proposal-brief.ts'
import { dayInWords } from '../timetable/day-in-words.ts'

/** What fills the places at an item. What is not known, or empty, is not in it. */
export type ItemValues = Partial<Record<ItemPlace, string>>

export function readItemValues(db: Reader, meeting: MeetingRow, item: ItemRow): ItemValues {
  const proposal = item.proposal_id === null ? null : readProposalBrief(db, item.proposal_id)
  const next = nextMeeting(db, meeting.body_id, { day: meeting.ends_on })
  const values: Record<ItemPlace, string | null | undefined> = {
    reference: proposal?.reference,
    title: proposal?.title ?? item.title,
    proposer: proposal?.proposer,
    workgroup: proposal?.workgroup?.shortName,
    'decision-maker': decisionMaker(db, meeting.body_id, item.proposal_id),
    presenter: item.presenter,
    chair: whoChairs(db, meeting.id),
    body: meeting.body_name,
    meeting: meeting.number,
    date: dayInWords(meeting.starts_on),
    'next-meeting': next === null ? null : dayInWords(next.startsOn),
  }
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => (value ?? '').trim() !== ''),
  ) as ItemValues
}

/** Of the proposal’s code, or of the one that the body serves. */
function decisionMaker(db: Reader, bodyId: string, proposalId: string | null): string | undefined {
  return db.get<{ name: string }>(
    `SELECT decision_maker AS name FROM code WHERE id = COALESCE(
       (SELECT code_id FROM proposal WHERE id = ?), (SELECT code_id FROM body WHERE id = ?))`,
    proposalId,
    bodyId,
  )?.name
}

/** Who is in the room before who is expected or has left, the chair before the deputy; nobody who sent apologies. */
function whoChairs(db: Reader, meetingId: string): string | undefined {
  return db.get<{ name: string }>(
    `SELECT person.name FROM attendance JOIN person ON person.id = attendance.person_id
     WHERE attendance.meeting_id = ? AND attendance.capacity IN ('chair', 'deputy-chair')
       AND attendance.apologies = 0
     ORDER BY EXISTS (SELECT 1 FROM attendance_interval
         WHERE attendance_id = attendance.id AND left_at IS NULL) DESC, attendance.capacity, attendance.id
     LIMIT 1`,
    meetingId,
  )?.name
}
