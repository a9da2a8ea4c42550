import type { Reader } from '../../db/store-types.ts'
import type { ProposalBrief } from '../contract/register.ts'
import { PanelbookError } from '../contract/errors.ts'

interface BriefRow {
  id: string
  reference: string
  title: string
  short_title: string
  code_id: string
  code_short_name: string
  stage_key: string
  stage_name: string
  stage_is_open: number
  stage_detail: string
  is_urgent: number
  workgroup_id: string | null
  workgroup_short_name: string | null
  release_id: string | null
  release_name: string | null
  proposer: string
  reporting_on: string | null
  consultation_closes_on: string | null
  implementation_on: string | null
}

const briefSelect = `SELECT proposal.id, proposal.reference, proposal.title, proposal.short_title, proposal.code_id,
    code.short_name AS code_short_name, stage.key AS stage_key, stage.name AS stage_name,
    stage.is_open AS stage_is_open, proposal.stage_detail, proposal.is_urgent, proposal.workgroup_id,
    workgroup.short_name AS workgroup_short_name, proposal.release_id, release.name AS release_name,
    proposal.proposer, proposal.reporting_on, proposal.consultation_closes_on, proposal.implementation_on
  FROM proposal
  JOIN code ON code.id = proposal.code_id
  JOIN stage ON stage.id = proposal.stage_id
  LEFT JOIN workgroup ON workgroup.id = proposal.workgroup_id
  LEFT JOIN release ON release.id = proposal.release_id`

/**
 * A proposal as lists and agenda items show it.
 * @throws PanelbookError `not-found`.
 */
export function readProposalBrief(db: Reader, proposalId: string): ProposalBrief {
  const row = db.get<BriefRow>(`${briefSelect} WHERE proposal.id = ?`, proposalId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such proposal in the register.')
  return briefView(row)
}

/** Every proposal, or those of one code, in the order of code, number and suffix. */
export function readProposalBriefs(db: Reader, codeId?: string): ProposalBrief[] {
  const order = 'ORDER BY code.short_name, proposal.reference_number, proposal.reference_suffix, proposal.id'
  const rows =
    codeId === undefined
      ? db.all<BriefRow>(`${briefSelect} ${order}`)
      : db.all<BriefRow>(`${briefSelect} WHERE proposal.code_id = ? ${order}`, codeId)
  return rows.map(briefView)
}

function briefView(row: BriefRow): ProposalBrief {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title,
    shortTitle: row.short_title,
    code: { id: row.code_id, shortName: row.code_short_name },
    stage: { key: row.stage_key, name: row.stage_name, isOpen: row.stage_is_open === 1 },
    stageDetail: row.stage_detail,
    isUrgent: row.is_urgent === 1,
    workgroup:
      row.workgroup_id === null || row.workgroup_short_name === null
        ? null
        : { id: row.workgroup_id, shortName: row.workgroup_short_name },
    release:
      row.release_id === null || row.release_name === null
        ? null
        : { id: row.release_id, name: row.release_name },
    proposer: row.proposer,
    reportingOn: row.reporting_on,
    consultationClosesOn: row.consultation_closes_on,
    implementationOn: row.implementation_on,
  }
}
