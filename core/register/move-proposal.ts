import type { Row } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { requireOfCode, requireStage } from './code-stages.ts'

/** What a decision changes for a proposal. What is left out, or undefined, stays as it is. */
export interface ProposalMove {
  proposalId: string
  stageKey?: string | undefined
  /** Where within the stage; empty where a new stage is given without it. */
  stageDetail?: string | undefined
  /** Day of the decision, YYYY-MM-DD. */
  on: string
  reason: string
  /** The determination from which it follows. */
  determinationId?: string | undefined
  workgroupId?: string | null | undefined
  reportingOn?: string | null | undefined
  consultationClosesOn?: string | null | undefined
  implementationOn?: string | null | undefined
}

/**
 * Moves a proposal and keeps the change in its stage history. A stage at which the proposal already stands, with
 * the same detail, is no change. A day before the last change is taken for the day of that change, so that the
 * history never runs backwards while a meeting waits.
 * @throws PanelbookError `not-found`, or `bad-input` naming `stage` or `workgroupId`.
 */
export function moveProposal({ db, nextId }: CommandContext, move: ProposalMove): void {
  const now = db.get<{ code_id: string; stage_id: string; stage_detail: string }>(
    'SELECT code_id, stage_id, stage_detail FROM proposal WHERE id = ?',
    move.proposalId,
  )
  if (now === undefined) throw new PanelbookError('not-found', 'There is no such proposal in the register.')
  requireOfCode(db, 'workgroup', move.workgroupId, now.code_id)
  const changes: Row = {}
  if (move.workgroupId !== undefined) changes['workgroup_id'] = move.workgroupId
  if (move.reportingOn !== undefined) changes['reporting_on'] = move.reportingOn
  if (move.consultationClosesOn !== undefined) changes['consultation_closes_on'] = move.consultationClosesOn
  if (move.implementationOn !== undefined) changes['implementation_on'] = move.implementationOn

  const stageId = move.stageKey === undefined ? now.stage_id : requireStage(db, now.code_id, move.stageKey).id
  const stageDetail = move.stageDetail ?? (stageId === now.stage_id ? now.stage_detail : '')
  if (stageId !== now.stage_id || stageDetail !== now.stage_detail) {
    changes['stage_id'] = stageId
    changes['stage_detail'] = stageDetail
    const last = lastStageChangeOn({ db }, move.proposalId)
    db.insert('stage_change', {
      id: nextId(),
      proposal_id: move.proposalId,
      stage_id: stageId,
      stage_detail: stageDetail,
      changed_on: last !== null && last > move.on ? last : move.on,
      reason: move.reason,
      determination_id: move.determinationId ?? null,
    })
  }
  db.update('proposal', move.proposalId, changes)
}

/** Day of the last change of stage; null for an unknown proposal. */
export function lastStageChangeOn({ db }: Pick<CommandContext, 'db'>, proposalId: string): string | null {
  const row = db.get<{ last: string | null }>(
    'SELECT max(changed_on) AS last FROM stage_change WHERE proposal_id = ?',
    proposalId,
  )
  return row?.last ?? null
}
