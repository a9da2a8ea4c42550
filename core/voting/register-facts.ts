import type { Reader } from '../../db/store-types.ts'
import type { ConsequenceFacts } from './consequences.ts'

/** What the register has to say to what follows for a proposal: its code, the workgroups there, and where it stands. */
export function registerFacts(
  db: Reader,
  proposalId: string,
): Pick<ConsequenceFacts, 'code' | 'workgroups' | 'proposal'> {
  const proposal = db.get<{ code_id: string; code: string; stage: string; workgroup_id: string | null }>(
    `SELECT proposal.code_id, code.short_name AS code, stage.key AS stage, proposal.workgroup_id
     FROM proposal JOIN code ON code.id = proposal.code_id JOIN stage ON stage.id = proposal.stage_id
     WHERE proposal.id = ?`,
    proposalId,
  )
  const codeId = proposal?.code_id ?? ''
  return {
    code: {
      shortName: proposal?.code ?? '',
      stages: db.all<{ key: string; name: string }>('SELECT key, name FROM stage WHERE code_id = ?', codeId),
    },
    workgroups: db.all<{ id: string; shortName: string }>(
      'SELECT id, short_name AS shortName FROM workgroup WHERE code_id = ? ORDER BY position, id',
      codeId,
    ),
    proposal: { stageKey: proposal?.stage ?? '', workgroupId: proposal?.workgroup_id ?? null },
  }
}
