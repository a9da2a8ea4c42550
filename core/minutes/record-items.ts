import type { Reader } from '../../db/store-types.ts'
import { readCode } from '../bodies/body-view.ts'
import type { Meeting } from '../contract/meetings.ts'
import type { Paper } from '../contract/papers.ts'
import type { DecisionMaker } from '../contract/words.ts'
import { meetingPapers } from '../papers/paper-view.ts'
import { readProposalBrief } from '../register/proposal-view.ts'
import { numberParagraphs } from './paragraphs.ts'
import { recordJointVotes } from './record-joint-votes.ts'
import { recordQuestions } from './record-questions.ts'
import type { RecordItem } from './record-types.ts'

/** The items of a meeting with everything that they hold. A fixed number of queries, and five per item with a vote. */
export function recordItems(db: Reader, meeting: Meeting): RecordItem[] {
  const paragraphs = numberParagraphs(db, meeting.id)
  const timings = readTimings(db, meeting.id)
  const interests = readInterests(db, meeting.id)
  const papers = meetingPapers(db, meeting.id, meeting.paperDeadline)
  const nextMeetings = readNextMeetings(db, meeting.id)
  const determinations = readDeterminations(db, meeting.id)
  const labels = new Map(meeting.agenda.map((line) => [line.id, line.fullLabel]))
  const jointVotes = recordJointVotes(db, meeting.id, labels)
  return meeting.agenda.map((line) => ({
    itemId: line.id,
    parentId: line.parentId,
    label: line.label,
    fullLabel: line.fullLabel,
    kind: line.kind,
    title: line.title,
    purpose: line.purpose,
    plannedMinutes: line.plannedMinutes,
    presenter: line.presenter,
    proposal: line.proposal === null ? null : recordProposal(db, line.proposal.id),
    isLate: line.isLate,
    lateAcceptance: line.lateAcceptance,
    timings: timings.get(line.id)?.map(({ startedAt, endedAt }) => ({ startedAt, endedAt })) ?? [],
    outcome: line.outcome,
    outcomeReason: line.outcomeReason,
    ...(line.goesTo === null ? {} : { goesTo: nextMeetings.get(line.id) ?? null }),
    paragraphs: (paragraphs.get(line.id) ?? []).map(({ number, text }) => ({ number, text })),
    interests:
      interests.get(line.id)?.map(({ initials, name, kind, text }) => ({ initials, name, kind, text })) ?? [],
    papers: papers.get(line.id)?.map(recordPaper) ?? [],
    questions: line.counts.questions === 0 ? [] : recordQuestions(db, line.id),
    ...(jointVotes.has(line.id) ? { jointVotes: jointVotes.get(line.id) ?? [] } : {}),
    determinations:
      determinations.get(line.id)?.map(({ id, kind, text, decisionMaker, writtenAt }) => ({
        id,
        kind,
        text,
        decisionMaker,
        writtenAt,
      })) ?? [],
  }))
}

function recordProposal(db: Reader, proposalId: string): NonNullable<RecordItem['proposal']> {
  const brief = readProposalBrief(db, proposalId)
  return {
    id: brief.id,
    reference: brief.reference,
    title: brief.title,
    proposer: brief.proposer,
    stage: brief.stage.name,
    stageDetail: brief.stageDetail,
    code: brief.code.shortName,
    decisionMaker: readCode(db, brief.code.id).decisionMaker,
    isUrgent: brief.isUrgent,
  }
}

interface OfItem {
  itemId: string
}

function byItem<Row extends OfItem>(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row.itemId)
}

function readTimings(db: Reader, meetingId: string) {
  return byItem(
    db.all<OfItem & RecordItem['timings'][number]>(
      `SELECT agenda_item_id AS itemId, started_at AS startedAt, ended_at AS endedAt
       FROM agenda_item JOIN item_timing ON item_timing.agenda_item_id = agenda_item.id
       WHERE agenda_item.meeting_id = ? ORDER BY unixepoch(started_at, 'subsec'), item_timing.id`,
      meetingId,
    ),
  )
}

function readInterests(db: Reader, meetingId: string) {
  return byItem(
    db.all<OfItem & RecordItem['interests'][number]>(
      `SELECT interest.agenda_item_id AS itemId, attendance.initials, person.name, interest.kind, interest.text
       FROM agenda_item
       JOIN interest ON interest.agenda_item_id = agenda_item.id
       JOIN attendance ON attendance.id = interest.attendance_id
       JOIN person ON person.id = attendance.person_id
       WHERE agenda_item.meeting_id = ? ORDER BY interest.id`,
      meetingId,
    ),
  )
}

function readNextMeetings(db: Reader, meetingId: string): Map<string, NonNullable<RecordItem['goesTo']>> {
  const rows = db.all<OfItem & NonNullable<RecordItem['goesTo']>>(
    `SELECT agenda_item.id AS itemId, next.id AS meetingId, next.number, next.starts_on AS startsOn
     FROM agenda_item JOIN meeting AS next ON next.id = agenda_item.next_meeting_id
     WHERE agenda_item.meeting_id = ?`,
    meetingId,
  )
  return new Map(rows.map(({ itemId, ...next }) => [itemId, next]))
}

function recordPaper(paper: Paper): RecordItem['papers'][number] {
  const { id, reference, title, receivedOn, isLate, lateAcceptance, fileName, sha256 } = paper
  return {
    id,
    reference,
    title,
    receivedOn,
    isLate,
    lateAcceptance,
    ...(fileName === null || sha256 === null ? {} : { file: { name: fileName, sha256 } }),
  }
}

/** Those that rest on no vote. */
function readDeterminations(db: Reader, meetingId: string) {
  return byItem(
    db.all<
      OfItem & { id: string; kind: string; text: string; decisionMaker: DecisionMaker; writtenAt: string }
    >(
      `SELECT determination.agenda_item_id AS itemId, determination.id, determination.kind, determination.text,
         determination.decision_maker AS decisionMaker, determination.written_at AS writtenAt
       FROM agenda_item JOIN determination ON determination.agenda_item_id = agenda_item.id
       WHERE agenda_item.meeting_id = ? AND determination.question_id IS NULL
       ORDER BY determination.position, determination.id`,
      meetingId,
    ),
  )
}
