import type { z } from 'zod'
import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { workgroup } from '../contract/register.ts'

export type Workgroup = z.infer<typeof workgroup>

interface WorkgroupRow {
  id: string
  code_id: string
  short_name: string
  name: string
  remit: string
  open_proposals: number
}

const workgroupSelect = `SELECT workgroup.id, workgroup.code_id, workgroup.short_name, workgroup.name,
    workgroup.remit,
    (SELECT count(*) FROM proposal JOIN stage ON stage.id = proposal.stage_id
     WHERE proposal.workgroup_id = workgroup.id AND stage.is_open = 1) AS open_proposals
  FROM workgroup JOIN code ON code.id = workgroup.code_id`

/** The workgroups of one code, or of all, each in its code’s own order. */
export function readWorkgroups(db: Reader, codeId?: string): Workgroup[] {
  const order = 'ORDER BY code.short_name, workgroup.position, workgroup.short_name'
  const rows =
    codeId === undefined
      ? db.all<WorkgroupRow>(`${workgroupSelect} ${order}`)
      : db.all<WorkgroupRow>(`${workgroupSelect} WHERE workgroup.code_id = ? ${order}`, codeId)
  return rows.map((row) => workgroupView(db, row))
}

/** @throws PanelbookError `not-found`. */
export function readWorkgroup(db: Reader, workgroupId: string): Workgroup {
  const row = db.get<WorkgroupRow>(`${workgroupSelect} WHERE workgroup.id = ?`, workgroupId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such workgroup in the register.')
  return workgroupView(db, row)
}

function workgroupView(db: Reader, row: WorkgroupRow): Workgroup {
  return {
    id: row.id,
    codeId: row.code_id,
    shortName: row.short_name,
    name: row.name,
    remit: row.remit,
    openProposals: row.open_proposals,
    meetings: readMeetings(db, row.id),
  }
}

/** Newest first. */
function readMeetings(db: Reader, workgroupId: string): Workgroup['meetings'] {
  return db
    .all<{ id: string; month: string; held_on: string | null; summary: string }>(
      `SELECT id, month, held_on, summary FROM workgroup_meeting
       WHERE workgroup_id = ? ORDER BY month DESC, held_on DESC, id DESC`,
      workgroupId,
    )
    .map((row) => ({
      id: row.id,
      month: row.month,
      heldOn: row.held_on,
      summary: row.summary,
      outcomes: db.all<{ proposal: string | null; text: string }>(
        `SELECT proposal.reference AS proposal, workgroup_outcome.text
         FROM workgroup_outcome LEFT JOIN proposal ON proposal.id = workgroup_outcome.proposal_id
         WHERE workgroup_outcome.workgroup_meeting_id = ?
         ORDER BY workgroup_outcome.position, workgroup_outcome.id`,
        row.id,
      ),
    }))
}
