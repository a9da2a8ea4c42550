import type { z } from 'zod'
import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { release } from '../contract/register.ts'
import { readImpacts } from './proposal-view.ts'

export type Release = z.infer<typeof release>

interface ReleaseRow {
  id: string
  code_id: string
  name: string
  released_on: string
  notes: string
}

const releaseSelect = 'SELECT id, code_id, name, released_on, notes FROM release'

/** The releases of one code, or of all, earliest first. */
export function readReleases(db: Reader, codeId?: string): Release[] {
  const rows =
    codeId === undefined
      ? db.all<ReleaseRow>(`${releaseSelect} ORDER BY released_on, name, id`)
      : db.all<ReleaseRow>(`${releaseSelect} WHERE code_id = ? ORDER BY released_on, name, id`, codeId)
  return rows.map((row) => releaseView(db, row))
}

/** @throws PanelbookError `not-found`. */
export function readRelease(db: Reader, releaseId: string): Release {
  const row = db.get<ReleaseRow>(`${releaseSelect} WHERE id = ?`, releaseId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such release in the register.')
  return releaseView(db, row)
}

function releaseView(db: Reader, row: ReleaseRow): Release {
  const contents = db.all<{ id: string; reference: string; title: string; release_note: string }>(
    `SELECT id, reference, title, release_note FROM proposal
     WHERE release_id = ? ORDER BY reference_number, reference_suffix, id`,
    row.id,
  )
  return {
    id: row.id,
    codeId: row.code_id,
    name: row.name,
    releasedOn: row.released_on,
    notes: row.notes,
    contents: contents.map((proposal) => ({
      proposalId: proposal.id,
      reference: proposal.reference,
      title: proposal.title,
      note: proposal.release_note,
      ...readImpacts(db, proposal.id),
    })),
    directedChanges: db.all<Release['directedChanges'][number]>(
      `SELECT origin, reference, text FROM release_directed_change
       WHERE release_id = ? ORDER BY position, id`,
      row.id,
    ),
  }
}
