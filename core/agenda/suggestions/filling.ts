import type { Reader } from '../../../db/store-types.ts'
import type { ItemKind, Purpose } from '../../contract/words.ts'
import type { MeetingRow } from '../../meetings/meeting-row.ts'
import { dayAndMonth } from '../../timetable/day-in-words.ts'

/** A proposal of the body's code that is still open, with how far it has come before this body. */
export interface OpenProposal {
  id: string
  reference: string
  suffix: string
  title: string
  proposer: string
  /** Name of the workgroup that has it; empty for none. */
  workgroup: string
  isUrgent: boolean
  /** Whether it stands at the first stage of the code. */
  isNew: boolean
  stageSince: string | null
  raisedOn: string | null
  reportingOn: string | null
  consultationClosesOn: string | null
  implementationOn: string | null
  /** The last day on which this body has or had it on an agenda other than the one that is filled. */
  consideredOn: string | null
}

/** What the sources look at. */
export interface Filling {
  db: Reader
  meeting: MeetingRow
  /** The meeting's last day: what falls due until then is due by this meeting. */
  until: string
  /** The last day of the meeting of this body before it; empty where it is the first. */
  before: string
  proposals: readonly OpenProposal[]
}

/** Something that waits for a meeting. */
export interface Waiting {
  /** The same as long as it waits; what several sources find under one key is suggested once. */
  key: string
  kind: ItemKind
  /** Its kind on an agenda that has no section for that one. */
  otherwise?: ItemKind
  /** The kind of section in which it stands, where that is not its own. */
  under?: ItemKind
  title: string
  reason: string
  proposalId?: string
  /** Who brings it, where that is known better than from the section. */
  presenter?: string
  purpose?: Purpose
  plannedMinutes?: number
}

/** One place in which something can wait. */
export interface Source {
  /**
   * Whether what it finds is the code's and not the body's own: of several bodies of one code, that one considers it
   * whose usual agenda has a place for it.
   */
  isOfTheCode: boolean
  find(filling: Filling): Waiting[]
}

/** Reads what the sources share. */
export function readFilling(db: Reader, meeting: MeetingRow): Filling {
  const before = db.get<{ day: string | null }>(
    `SELECT MAX(ends_on) AS day FROM meeting
     WHERE body_id = ? AND form = 'meeting' AND (starts_on, start_time, id) < (?, ?, ?)`,
    meeting.body_id,
    meeting.starts_on,
    meeting.start_time,
    meeting.id,
  )
  return {
    db,
    meeting,
    until: meeting.ends_on,
    before: before?.day ?? '',
    proposals: readProposals(db, meeting),
  }
}

function readProposals(db: Reader, meeting: MeetingRow): OpenProposal[] {
  const rows = db.all<Omit<OpenProposal, 'isUrgent' | 'isNew'> & { urgent: number; atFirst: number }>(
    `SELECT proposal.id, proposal.reference, proposal.reference_suffix AS suffix, proposal.title, proposal.proposer,
       COALESCE(workgroup.name, '') AS workgroup, proposal.is_urgent AS urgent,
       stage.position = (SELECT MIN(position) FROM stage AS any_stage WHERE any_stage.code_id = proposal.code_id)
         AS atFirst,
       (SELECT MAX(changed_on) FROM stage_change WHERE proposal_id = proposal.id) AS stageSince,
       proposal.raised_on AS raisedOn, proposal.reporting_on AS reportingOn,
       proposal.consultation_closes_on AS consultationClosesOn, proposal.implementation_on AS implementationOn,
       (SELECT MAX(day) FROM (
         SELECT meeting.ends_on AS day FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting_id
           WHERE agenda_item.proposal_id = proposal.id AND meeting.body_id = :body AND meeting.id <> :meeting
         UNION ALL
         SELECT meeting.ends_on FROM question JOIN agenda_item ON agenda_item.id = question.agenda_item_id
           JOIN meeting ON meeting.id = agenda_item.meeting_id
           WHERE question.proposal_id = proposal.id AND meeting.body_id = :body AND meeting.id <> :meeting
       )) AS consideredOn
     FROM body
     JOIN proposal ON proposal.code_id = body.code_id
     JOIN stage ON stage.id = proposal.stage_id
     LEFT JOIN workgroup ON workgroup.id = proposal.workgroup_id
     WHERE body.id = :body AND stage.is_open = 1
     ORDER BY proposal.reference_number, proposal.reference_suffix, proposal.id`,
    { body: meeting.body_id, meeting: meeting.id },
  )
  return rows.map(({ urgent, atFirst, ...row }) => ({ ...row, isUrgent: urgent === 1, isNew: atFirst === 1 }))
}

/** Where a proposal waits, under the key that all sources give it. */
export function proposalWaits(
  proposal: OpenProposal,
  waiting: Omit<Waiting, 'key' | 'title' | 'proposalId'>,
): Waiting {
  return {
    key: `proposal:${proposal.id}`,
    title: proposalTitle(proposal.reference),
    proposalId: proposal.id,
    ...waiting,
  }
}

/** A bare number needs a word before it: "Modification 0618", but "SECMP0025". */
function proposalTitle(reference: string): string {
  return /^\d/.test(reference) ? `Modification ${reference}` : reference
}

/** "15 Dec", with its year where that is not the meeting's. */
export function dayFor({ meeting }: Filling, date: string): string {
  const year = date.slice(0, 4)
  return year === meeting.starts_on.slice(0, 4) ? dayAndMonth(date) : `${dayAndMonth(date)} ${year}`
}
