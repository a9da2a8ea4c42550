import type { Reader } from '../../db/store-types.ts'
import type { CheckedInput } from '../contract/calls.ts'
import type { ProposalBrief } from '../contract/register.ts'
import { readProposalBriefs } from './proposal-brief.ts'
import { isPrefixOf, parseReference, squash, type ReferenceSpelling } from './reference.ts'

/**
 * The proposals that a list asks for. A text finds a reference in any spelling, or every one of its words
 * somewhere in reference, titles and aliases; capitals do not matter.
 */
export function filterProposals(db: Reader, filter: CheckedInput<'proposal.list'>): ProposalBrief[] {
  const proposals = readProposalBriefs(db, filter.codeId).filter(
    (proposal) =>
      (filter.stage === undefined || proposal.stage.key === filter.stage) &&
      (filter.workgroupId === undefined || proposal.workgroup?.id === filter.workgroupId) &&
      (!filter.openOnly || proposal.stage.isOpen),
  )
  const text = filter.text.trim()
  if (text === '') return proposals
  const aliases = readAllAliases(db)
  const spellings = readSpellings(db)
  const words = fold(text).split(/\s+/)
  return proposals.filter((proposal) => {
    const also = aliases.get(proposal.id) ?? []
    const references = [proposal.reference, ...also.filter((alias) => alias.kind === 'reference').map(textOf)]
    if (references.some((reference) => isFoundIn(reference, text, spellings.get(proposal.code.id))))
      return true
    const everything = fold(
      [proposal.reference, proposal.title, proposal.shortTitle, ...also.map(textOf)].join('\n'),
    )
    return words.every((word) => everything.includes(word))
  })
}

/** A part of the reference as it is spelt, or its number with the beginning of its suffix in any spelling. */
function isFoundIn(reference: string, text: string, spelling: ReferenceSpelling | undefined): boolean {
  const squashed = squash(text)
  if (squashed !== '' && squash(reference).includes(squashed)) return true
  const wanted = parseReference(text)
  const borne = parseReference(reference)
  if (wanted === undefined || borne === undefined || spelling === undefined) return false
  return (
    wanted.number === borne.number &&
    borne.suffix.startsWith(wanted.suffix) &&
    (isPrefixOf(wanted.prefix, spelling) || wanted.prefix === borne.prefix)
  )
}

interface Alias {
  proposal_id: string
  kind: 'reference' | 'title'
  text: string
}

function readAllAliases(db: Reader): Map<string, Alias[]> {
  return Map.groupBy(
    db.all<Alias>('SELECT proposal_id, kind, text FROM proposal_alias ORDER BY proposal_id, id'),
    (alias) => alias.proposal_id,
  )
}

function readSpellings(db: Reader): Map<string, ReferenceSpelling> {
  return new Map(
    db
      .all<{ id: string; short_name: string; reference_prefix: string; reference_digits: number }>(
        'SELECT id, short_name, reference_prefix, reference_digits FROM code ORDER BY id',
      )
      .map((row) => [
        row.id,
        {
          shortName: row.short_name,
          referencePrefix: row.reference_prefix,
          referenceDigits: row.reference_digits,
        },
      ]),
  )
}

const textOf = (alias: Alias) => alias.text

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
