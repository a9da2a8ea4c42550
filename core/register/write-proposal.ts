import type { Row, Writer } from '../../db/store-types.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { requireCode, requireOfCode, requireStage, type CodeOfRegister } from './code-stages.ts'
import { formatReference, normaliseReference, parseReference, readSuffix, squash } from './reference.ts'

type Particulars = Omit<CheckedInput<'proposal.change'>, 'proposalId' | 'reference' | 'aliases' | 'impacts'>

/**
 * Writes a proposal with its first stage and returns its id.
 * @throws PanelbookError `already-exists` naming the reference, `bad-input` naming the field, `not-found`.
 */
export function addProposal(context: CommandContext, input: CheckedInput<'proposal.add'>): string {
  const { db, nextId, now } = context
  const code = requireCode(db, input.codeId)
  const reference = referenceColumns(db, code, input.reference)
  const stage = requireStage(db, code.id, input.stage)
  const alternativeToId =
    input.alternativeToId === undefined ? originalOf(db, code, reference) : input.alternativeToId
  requireOfCode(db, 'workgroup', input.workgroupId, code.id)
  requireOfCode(db, 'release', input.releaseId, code.id)
  checkAlternative(db, code.id, undefined, alternativeToId)
  const id = nextId()
  db.insert('proposal', {
    ...particularsRow({ ...input, alternativeToId }),
    ...reference,
    id,
    code_id: code.id,
    stage_id: stage.id,
    stage_detail: input.stageDetail,
  })
  db.insert('stage_change', {
    id: nextId(),
    proposal_id: id,
    stage_id: stage.id,
    stage_detail: input.stageDetail,
    changed_on: input.stageSince ?? input.raisedOn ?? now.slice(0, 10),
  })
  if (input.aliases !== undefined) writeAliases(context, id, input.aliases)
  if (input.impacts !== undefined) writeImpacts(context, id, input.impacts)
  return id
}

/**
 * Changes what is given of a proposal.
 * @throws PanelbookError as `addProposal`.
 */
export function changeProposal(context: CommandContext, input: CheckedInput<'proposal.change'>): void {
  const { db } = context
  const { proposalId, reference, aliases, impacts, ...particulars } = input
  const row = db.get<{ code_id: string }>('SELECT code_id FROM proposal WHERE id = ?', proposalId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such proposal in the register.')
  const code = requireCode(db, row.code_id)
  requireOfCode(db, 'workgroup', particulars.workgroupId, code.id)
  requireOfCode(db, 'release', particulars.releaseId, code.id)
  checkAlternative(db, code.id, proposalId, particulars.alternativeToId)
  db.update('proposal', proposalId, {
    ...particularsRow(particulars),
    ...(reference === undefined ? {} : referenceColumns(db, code, reference, proposalId)),
  })
  if (aliases !== undefined) writeAliases(context, proposalId, aliases)
  if (impacts !== undefined) writeImpacts(context, proposalId, impacts)
}

interface ReferenceColumns {
  reference: string
  reference_number: number
  reference_suffix: string
}

/** The reference in the code’s spelling, once it is known that no other proposal of the code bears it. */
function referenceColumns(
  db: Writer,
  code: CodeOfRegister,
  written: string,
  exceptId = '',
): ReferenceColumns & Row {
  const parts = parseReference(written)
  if (parts === undefined) {
    const example = formatReference({ prefix: '', number: 25, suffix: '' }, code)
    throw badInput('reference', `must hold a number, as in ${example}`)
  }
  const reference = normaliseReference(written, code)
  const other = db
    .all<{ reference: string; title: string }>(
      `SELECT reference, title FROM proposal
       WHERE code_id = ? AND reference_number = ? AND reference_suffix = ? AND id <> ? ORDER BY id`,
      code.id,
      parts.number,
      parts.suffix,
      exceptId,
    )
    .find((row) => squash(normaliseReference(row.reference, code)) === squash(reference))
  if (other !== undefined) {
    throw new PanelbookError(
      'already-exists',
      `The ${code.shortName} register has ${other.reference} “${other.title}” already.`,
      { fields: [{ field: 'reference', problem: `${other.reference} is there already` }] },
    )
  }
  return {
    reference,
    reference_number: parts.number,
    reference_suffix: parts.suffix,
  }
}

/** 0621A is an alternative to 0621 where the register has it. */
function originalOf(db: Writer, code: CodeOfRegister, reference: ReferenceColumns): string | null {
  if (readSuffix(reference.reference_suffix).alternative === '') return null
  const originals = db
    .all<{ id: string; reference_suffix: string }>(
      `SELECT id, reference_suffix FROM proposal
       WHERE code_id = ? AND reference_number = ? AND alternative_to_id IS NULL ORDER BY reference_suffix, id`,
      code.id,
      reference.reference_number,
    )
    .filter((row) => {
      const suffix = readSuffix(row.reference_suffix)
      return suffix.alternative === '' && suffix.unknown === ''
    })
  return originals[0]?.id ?? null
}

/** An alternative hangs on an original of the same code: no chains, no circles. */
function checkAlternative(
  db: Writer,
  codeId: string,
  proposalId: string | undefined,
  alternativeToId: string | null | undefined,
): void {
  if (alternativeToId === null || alternativeToId === undefined) return
  if (alternativeToId === proposalId)
    throw badInput('alternativeToId', 'a proposal is no alternative to itself')
  const original = db.get<{ code_id: string; reference: string; alternative_to_id: string | null }>(
    'SELECT code_id, reference, alternative_to_id FROM proposal WHERE id = ?',
    alternativeToId,
  )
  if (original === undefined)
    throw new PanelbookError('not-found', 'There is no such original in the register.')
  if (original.code_id !== codeId) throw badInput('alternativeToId', 'is a proposal of another code')
  if (original.alternative_to_id !== null) {
    throw badInput('alternativeToId', `${original.reference} is itself an alternative; name its original`)
  }
  if (proposalId === undefined) return
  const own = db.get<{ reference: string }>(
    'SELECT reference FROM proposal WHERE alternative_to_id = ? ORDER BY reference LIMIT 1',
    proposalId,
  )
  if (own !== undefined)
    throw badInput('alternativeToId', `${own.reference} is an alternative to this proposal`)
}

const particularColumns = {
  title: 'title',
  shortTitle: 'short_title',
  summary: 'summary',
  proposer: 'proposer',
  path: 'path',
  isUrgent: 'is_urgent',
  workgroupId: 'workgroup_id',
  releaseId: 'release_id',
  releaseNote: 'release_note',
  alternativeToId: 'alternative_to_id',
  raisedOn: 'raised_on',
  reportingOn: 'reporting_on',
  consultationClosesOn: 'consultation_closes_on',
  implementationOn: 'implementation_on',
  link: 'link',
} as const satisfies Record<keyof Particulars, string>

/** The columns of the particulars that are given; those left out are not touched. */
function particularsRow(particulars: Particulars): Row {
  const row: Row = {}
  for (const name of Object.keys(particularColumns) as (keyof Particulars)[]) {
    const value = particulars[name]
    if (value === undefined) continue
    row[particularColumns[name]] = typeof value === 'boolean' ? Number(value) : value
  }
  return row
}

type Aliases = NonNullable<CheckedInput<'proposal.add'>['aliases']>
type Impacts = NonNullable<CheckedInput<'proposal.add'>['impacts']>

/** Replaces the aliases. One named twice is kept once. */
function writeAliases({ db, nextId }: CommandContext, proposalId: string, aliases: Aliases): void {
  const old = db.all<{ id: string }>('SELECT id FROM proposal_alias WHERE proposal_id = ?', proposalId)
  for (const { id } of old) db.remove('proposal_alias', id)
  const write = (kind: 'reference' | 'title', texts: readonly string[]) => {
    for (const text of new Set(texts)) {
      db.insert('proposal_alias', { id: nextId(), proposal_id: proposalId, kind, text })
    }
  }
  write('reference', aliases.references)
  write('title', aliases.titles)
}

/** Replaces the impacts. One named twice is kept once. */
function writeImpacts({ db, nextId }: CommandContext, proposalId: string, impacts: Impacts): void {
  const old = db.all<{ id: string }>('SELECT id FROM proposal_impact WHERE proposal_id = ?', proposalId)
  for (const { id } of old) db.remove('proposal_impact', id)
  const write = (kind: 'document' | 'system', names: readonly string[]) => {
    ;[...new Set(names)].forEach((name, position) => {
      db.insert('proposal_impact', { id: nextId(), proposal_id: proposalId, kind, name, position })
    })
  }
  write('document', impacts.documents)
  write('system', impacts.systems)
}
