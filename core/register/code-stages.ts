import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { ReferenceSpelling } from './reference.ts'

export interface CodeOfRegister extends ReferenceSpelling {
  id: string
}

/** @throws PanelbookError `not-found`. */
export function requireCode(db: Reader, codeId: string): CodeOfRegister {
  const row = db.get<{ short_name: string; reference_prefix: string; reference_digits: number }>(
    'SELECT short_name, reference_prefix, reference_digits FROM code WHERE id = ?',
    codeId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such code in this book.')
  return {
    id: codeId,
    shortName: row.short_name,
    referencePrefix: row.reference_prefix,
    referenceDigits: row.reference_digits,
  }
}

/**
 * The stage of a code with that key; the first stage where no key is given.
 * @throws PanelbookError `bad-input` naming the field `stage` and listing the keys that there are.
 */
export function requireStage(
  db: Reader,
  codeId: string,
  key: string | undefined,
): { id: string; name: string } {
  const stages = db.all<{ id: string; key: string; name: string }>(
    'SELECT id, key, name FROM stage WHERE code_id = ? ORDER BY position, id',
    codeId,
  )
  const stage = key === undefined ? stages[0] : stages.find((other) => other.key === key)
  if (stage !== undefined) return stage
  const keys = stages.map((other) => other.key).join(', ')
  throw badInput('stage', `the code has no such stage; it has ${keys}`)
}

/**
 * Refuses a workgroup or release of another code.
 * @throws PanelbookError `not-found`, or `bad-input` naming the field.
 */
export function requireOfCode(
  db: Reader,
  noun: 'workgroup' | 'release',
  id: string | null | undefined,
  codeId: string,
): void {
  if (id === null || id === undefined) return
  const sql = {
    workgroup: 'SELECT code_id FROM workgroup WHERE id = ?',
    release: 'SELECT code_id FROM release WHERE id = ?',
  }
  const row = db.get<{ code_id: string }>(sql[noun], id)
  if (row === undefined) throw new PanelbookError('not-found', `There is no such ${noun} in the register.`)
  if (row.code_id !== codeId) throw badInput(`${noun}Id`, `is a ${noun} of another code`)
}
