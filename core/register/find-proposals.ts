import type { Reader } from '../../db/store-types.ts'
import {
  isPrefixOf,
  isSameButForMarkers,
  parseReference,
  squash,
  type ReferenceParts,
  type ReferenceSpelling,
} from './reference.ts'

interface Candidate {
  id: string
  code_id: string
  reference: string
  reference_number: number
  reference_suffix: string
  short_name: string
  reference_prefix: string
  reference_digits: number
}

const candidateColumns = `proposal.id, proposal.code_id, proposal.reference, proposal.reference_number,
  proposal.reference_suffix, code.short_name, code.reference_prefix, code.reference_digits`

/**
 * The proposals that a reference can mean, in any spelling, in the order of code and number: those that bear it,
 * in their own reference or an alias; where none does, those that bear it but for the letters S, FT, V and R.
 */
export function proposalIdsByReference(db: Reader, written: string, codeId?: string): string[] {
  const parts = parseReference(written)
  const byAlias = idsByAlias(db, written, codeId)
  if (parts === undefined) return [...byAlias]
  const candidates = db
    .all<Candidate>(
      `SELECT ${candidateColumns} FROM proposal JOIN code ON code.id = proposal.code_id
       WHERE proposal.reference_number = ? ORDER BY code.short_name, proposal.reference_suffix, proposal.id`,
      parts.number,
    )
    .filter((candidate) => codeId === undefined || candidate.code_id === codeId)
    .filter((candidate) => isPrefixFor(parts.prefix, candidate))
  const exact = candidates.filter((candidate) => candidate.reference_suffix === parts.suffix)
  const found = exact.map((candidate) => candidate.id)
  for (const id of byAlias) if (!found.includes(id)) found.push(id)
  if (found.length > 0) return found
  return candidates
    .filter((candidate) => isSameButForMarkers(partsOf(candidate), parts))
    .map((candidate) => candidate.id)
}

/** Number and suffix as they are kept with a proposal. */
function partsOf(row: Candidate): Pick<ReferenceParts, 'number' | 'suffix'> {
  return { number: row.reference_number, suffix: row.reference_suffix }
}

/** The code’s own prefix, or the one that this proposal bears instead (a draft’s DP123). */
function isPrefixFor(prefix: string, row: Candidate): boolean {
  return isPrefixOf(prefix, spellingOf(row)) || parseReference(row.reference)?.prefix === prefix
}

function spellingOf(row: Candidate): ReferenceSpelling {
  return {
    shortName: row.short_name,
    referencePrefix: row.reference_prefix,
    referenceDigits: row.reference_digits,
  }
}

/** Aliases are compared without spaces, hyphens and capitals; there are few of them. */
function idsByAlias(db: Reader, written: string, codeId: string | undefined): Set<string> {
  const wanted = squash(written)
  if (wanted === '') return new Set()
  const aliases = db.all<{ proposal_id: string; code_id: string; text: string }>(
    `SELECT proposal_alias.proposal_id, proposal.code_id, proposal_alias.text
     FROM proposal_alias JOIN proposal ON proposal.id = proposal_alias.proposal_id
     WHERE proposal_alias.kind = 'reference' ORDER BY proposal.reference_number, proposal_alias.id`,
  )
  return new Set(
    aliases
      .filter((alias) => squash(alias.text) === wanted && (codeId === undefined || alias.code_id === codeId))
      .map((alias) => alias.proposal_id),
  )
}
