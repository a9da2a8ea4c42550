import type { CallOutput } from '../contract/calls.ts'
import { plainParagraph } from '../contract/note-text.ts'

/** A row in which something could be found. */
export interface FoundRow {
  id: string
  /** What the hit is called. */
  title: string
  /** Where it is, in words; empty where the title says it. */
  context: string
  /** Reference, titles and other names: a word here counts for more. */
  name: string
  /** The rest of what is searched. */
  body: string
  meeting_id: string | null
  item_id: string | null
  proposal_id: string | null
  /** The greatest comes first among equals. */
  sort_key: string
}

type SearchKind = CallOutput<'search.find'>['hits'][number]['kind']

const meetingName = `(body.short_name || CASE meeting.form WHEN 'meeting' THEN ' ' ELSE ' written resolution ' END
  || meeting.number)`

interface Place {
  kind: SearchKind
  /** A SELECT that is named `place`. */
  sql: string
  /** The words of a body that is written with marks. */
  plain?: (body: string) => string
}

/** Everything that is searched, in the order in which equals are shown. */
export const placesToSearch: readonly Place[] = [
  {
    kind: 'proposal',
    sql: `SELECT * FROM (
      SELECT proposal.id,
        proposal.reference || ' ' || CASE proposal.short_title WHEN '' THEN proposal.title
          ELSE proposal.short_title END AS title,
        stage.name AS context,
        proposal.reference || ' ' || proposal.title || ' ' || proposal.short_title || ' ' || COALESCE(
          (SELECT group_concat(text, ' ') FROM proposal_alias WHERE proposal_id = proposal.id), '') AS name,
        proposal.summary || CASE proposal.proposer WHEN '' THEN '' ELSE char(10) || proposal.proposer END
          || COALESCE((SELECT char(10) || group_concat(text, char(10)) FROM workgroup_outcome
            WHERE proposal_id = proposal.id), '')
          || COALESCE((SELECT char(10) || group_concat(kind || ' ' || asked_of || ' ' || note, char(10))
            FROM assessment WHERE proposal_id = proposal.id), '')
          || COALESCE((SELECT char(10) || group_concat(name || ' ' || note, char(10))
            FROM consultation WHERE proposal_id = proposal.id), '') AS body,
        NULL AS meeting_id, NULL AS item_id, proposal.id AS proposal_id,
        printf('%09d', 999999999 - proposal.reference_number) AS sort_key
      FROM proposal JOIN stage ON stage.id = proposal.stage_id) AS place`,
  },
  {
    kind: 'body',
    sql: `SELECT * FROM (
      SELECT id, name AS title, short_name AS context, name || ' ' || short_name AS name, '' AS body,
        NULL AS meeting_id, NULL AS item_id, NULL AS proposal_id, '' AS sort_key
      FROM body) AS place`,
  },
  {
    kind: 'workgroup',
    sql: `SELECT * FROM (
      SELECT workgroup.id, workgroup.short_name || ', ' || workgroup.name AS title, code.short_name AS context,
        workgroup.short_name || ' ' || workgroup.name || ' ' || code.short_name AS name,
        workgroup.remit || COALESCE((SELECT char(10) || group_concat(summary, char(10)) FROM workgroup_meeting
          WHERE workgroup_id = workgroup.id), '') AS body,
        NULL AS meeting_id, NULL AS item_id, NULL AS proposal_id, printf('%09d', 999999999 - workgroup.position) AS sort_key
      FROM workgroup JOIN code ON code.id = workgroup.code_id) AS place`,
  },
  {
    kind: 'person',
    sql: `SELECT * FROM (
      SELECT id, name AS title, initials AS context, name || ' ' || initials AS name,
        organisation || CASE email WHEN '' THEN '' ELSE ' ' || email END AS body,
        NULL AS meeting_id, NULL AS item_id, NULL AS proposal_id, '' AS sort_key
      FROM person) AS place`,
  },
  {
    kind: 'meeting',
    sql: `SELECT * FROM (
      SELECT meeting.id,
        ${meetingName} || CASE meeting.title WHEN '' THEN '' ELSE ', ' || meeting.title END AS title,
        meeting.starts_on AS context,
        ${meetingName} || ' ' || meeting.title || ' ' || body.name || ' ' || meeting.starts_on AS name,
        meeting.place AS body,
        meeting.id AS meeting_id, NULL AS item_id, NULL AS proposal_id, meeting.starts_on AS sort_key
      FROM meeting JOIN body ON body.id = meeting.body_id) AS place`,
  },
  {
    kind: 'item',
    sql: `SELECT * FROM (
      SELECT agenda_item.id, agenda_item.title, ${meetingName} || ', ' || meeting.starts_on AS context,
        agenda_item.title || ' ' || COALESCE(proposal.reference, '') AS name,
        trim(agenda_item.presenter || ' ' || agenda_item.outcome_reason || ' ' || COALESCE(proposal.title, '')
          || COALESCE((SELECT char(10) || group_concat(title || ' ' || reference, char(10)) FROM paper
            WHERE agenda_item_id = agenda_item.id), '')
          || COALESCE((SELECT char(10) || group_concat(text, char(10)) FROM question
            WHERE agenda_item_id = agenda_item.id), '')) AS body,
        meeting.id AS meeting_id, agenda_item.id AS item_id, agenda_item.proposal_id, meeting.starts_on AS sort_key
      FROM agenda_item
      JOIN meeting ON meeting.id = agenda_item.meeting_id
      JOIN body ON body.id = meeting.body_id
      LEFT JOIN proposal ON proposal.id = agenda_item.proposal_id) AS place`,
  },
  {
    kind: 'action',
    sql: `SELECT * FROM (
      SELECT action.id, action.reference AS title, body.short_name || ', ' || action.status AS context,
        action.reference AS name,
        action.text || COALESCE((SELECT char(10) || group_concat(name, ', ') FROM action_owner
          WHERE action_id = action.id), '') || COALESCE((SELECT char(10) || group_concat(text, char(10))
          FROM action_update WHERE action_id = action.id), '') AS body,
        action.meeting_id, action.agenda_item_id AS item_id, action.proposal_id, action.raised_on AS sort_key
      FROM action JOIN body ON body.id = action.body_id) AS place`,
  },
  {
    kind: 'determination',
    sql: `SELECT * FROM (
      SELECT determination.id,
        COALESCE(proposal.reference || ' ', '') || agenda_item.title AS title,
        ${meetingName} || ', ' || meeting.starts_on AS context,
        COALESCE(proposal.reference, '') AS name, determination.text AS body,
        meeting.id AS meeting_id, agenda_item.id AS item_id,
        COALESCE(determination.proposal_id, agenda_item.proposal_id) AS proposal_id,
        meeting.starts_on AS sort_key
      FROM determination
      JOIN agenda_item ON agenda_item.id = determination.agenda_item_id
      JOIN meeting ON meeting.id = agenda_item.meeting_id
      JOIN body ON body.id = meeting.body_id
      LEFT JOIN proposal ON proposal.id = COALESCE(determination.proposal_id, agenda_item.proposal_id)) AS place`,
  },
  {
    kind: 'note',
    plain: plainParagraph,
    sql: `SELECT * FROM (
      SELECT note_paragraph.id, agenda_item.title, ${meetingName} || ', ' || meeting.starts_on AS context,
        '' AS name, note_paragraph.text AS body,
        meeting.id AS meeting_id, agenda_item.id AS item_id, agenda_item.proposal_id,
        meeting.starts_on AS sort_key
      FROM note_paragraph
      JOIN agenda_item ON agenda_item.id = note_paragraph.agenda_item_id
      JOIN meeting ON meeting.id = agenda_item.meeting_id
      JOIN body ON body.id = meeting.body_id) AS place`,
  },
]
