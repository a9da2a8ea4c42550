import type { Reader } from '../../db/store-types.ts'
import type { Proposal } from '../contract/register.ts'
import { PanelbookError } from '../contract/errors.ts'
import { readProposalBrief } from './proposal-brief.ts'
import { readProposalDeterminations, readProposalVotes } from './proposal-votes.ts'

export { readProposalBrief } from './proposal-brief.ts'

interface ParticularsRow {
  summary: string
  path: string
  release_note: string
  raised_on: string | null
  link: string
  original_id: string | null
  original_reference: string | null
}

/**
 * One proposal whole, with everything that ever happened to it.
 * @throws PanelbookError `not-found`.
 */
export function readProposal(db: Reader, proposalId: string): Proposal {
  const brief = readProposalBrief(db, proposalId)
  const row = db.get<ParticularsRow>(
    `SELECT proposal.summary, proposal.path, proposal.release_note, proposal.raised_on, proposal.link,
       original.id AS original_id, original.reference AS original_reference
     FROM proposal LEFT JOIN proposal AS original ON original.id = proposal.alternative_to_id
     WHERE proposal.id = ?`,
    proposalId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such proposal in the register.')
  return {
    ...brief,
    summary: row.summary,
    path: row.path,
    releaseNote: row.release_note,
    raisedOn: row.raised_on,
    link: row.link,
    aliases: readAliases(db, proposalId),
    impacts: readImpacts(db, proposalId),
    alternativeTo:
      row.original_id === null || row.original_reference === null
        ? null
        : { id: row.original_id, reference: row.original_reference },
    alternatives: db.all<Proposal['alternatives'][number]>(
      `SELECT id, reference, title FROM proposal WHERE alternative_to_id = ?
       ORDER BY reference_number, reference_suffix, id`,
      proposalId,
    ),
    stageHistory: readStageHistory(db, proposalId),
    assessments: readAssessments(db, proposalId),
    consultations: readConsultations(db, proposalId),
    votes: readProposalVotes(db, proposalId),
    determinations: readProposalDeterminations(db, proposalId),
  }
}

function readAliases(db: Reader, proposalId: string): Proposal['aliases'] {
  const rows = db.all<{ kind: 'reference' | 'title'; text: string }>(
    'SELECT kind, text FROM proposal_alias WHERE proposal_id = ? ORDER BY id',
    proposalId,
  )
  return {
    references: rows.filter((row) => row.kind === 'reference').map((row) => row.text),
    titles: rows.filter((row) => row.kind === 'title').map((row) => row.text),
  }
}

/** What a proposal would change, in the order in which it was entered. */
export function readImpacts(db: Reader, proposalId: string): Proposal['impacts'] {
  const rows = db.all<{ kind: 'document' | 'system'; name: string }>(
    'SELECT kind, name FROM proposal_impact WHERE proposal_id = ? ORDER BY position, id',
    proposalId,
  )
  return {
    documents: rows.filter((row) => row.kind === 'document').map((row) => row.name),
    systems: rows.filter((row) => row.kind === 'system').map((row) => row.name),
  }
}

/** Oldest first. */
function readStageHistory(db: Reader, proposalId: string): Proposal['stageHistory'] {
  return db
    .all<{
      stage: string
      stage_detail: string
      changed_on: string
      reason: string
      determination_id: string | null
    }>(
      `SELECT stage.name AS stage, stage_change.stage_detail, stage_change.changed_on, stage_change.reason,
         stage_change.determination_id
       FROM stage_change JOIN stage ON stage.id = stage_change.stage_id
       WHERE stage_change.proposal_id = ? ORDER BY stage_change.changed_on, stage_change.id`,
      proposalId,
    )
    .map((row) => ({
      stage: row.stage,
      stageDetail: row.stage_detail,
      changedOn: row.changed_on,
      reason: row.reason,
      determinationId: row.determination_id,
    }))
}

function readAssessments(db: Reader, proposalId: string): Proposal['assessments'] {
  return db
    .all<{
      id: string
      kind: string
      asked_of: string
      requested_on: string | null
      originally_due_on: string | null
      due_on: string | null
      received_on: string | null
      note: string
    }>(
      `SELECT id, kind, asked_of, requested_on, originally_due_on, due_on, received_on, note
       FROM assessment WHERE proposal_id = ? ORDER BY requested_on IS NULL, requested_on, id`,
      proposalId,
    )
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      askedOf: row.asked_of,
      requestedOn: row.requested_on,
      originallyDueOn: row.originally_due_on,
      dueOn: row.due_on,
      receivedOn: row.received_on,
      note: row.note,
    }))
}

function readConsultations(db: Reader, proposalId: string): Proposal['consultations'] {
  return db
    .all<{ id: string; name: string; opened_on: string | null; closes_on: string; note: string }>(
      `SELECT id, name, opened_on, closes_on, note FROM consultation
       WHERE proposal_id = ? ORDER BY closes_on, id`,
      proposalId,
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      openedOn: row.opened_on,
      closesOn: row.closes_on,
      note: row.note,
    }))
}
