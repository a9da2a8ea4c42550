import type { Reader, Row, Writer } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import { shortDay } from '../timetable/day-in-words.ts'

/** What a determination can move in the register, each with its columns of a proposal. */
const parts = {
  stage: { label: 'Stage', columns: ['stage_id', 'stage_detail'] },
  workgroup: { label: 'Workgroup', columns: ['workgroup_id'] },
  reporting: { label: 'Reporting date', columns: ['reporting_on'] },
  consultation: { label: 'Consultation closes', columns: ['consultation_closes_on'] },
  implementation: { label: 'Implementation', columns: ['implementation_on'] },
} as const satisfies Record<string, { label: string; columns: readonly (keyof Register)[] }>
type Part = keyof typeof parts

/** A proposal as far as a determination can move it. */
interface Register {
  stage_id: string
  stage_detail: string
  workgroup_id: string | null
  reporting_on: string | null
  consultation_closes_on: string | null
  implementation_on: string | null
}

/** What stood in the register, what the determination put there, and when. */
interface Move {
  from: Row
  to: Row
  at: string
}
type Moves = { [Name in Part]?: Move }

/** A determination of which is asked what it moved. */
export interface Mover {
  id: string
  proposal_id: string | null
  moves: string
}

/** What went back in the register, and what stays there because it was changed since, in words. */
export interface PutBack {
  restored: string[]
  left: string[]
}

/**
 * Runs what moves a proposal for a determination, and keeps with the determination what stood there before, so that
 * it can be taken back. Moved again by the same determination, it still goes back to what stood before the first
 * time, unless somebody else changed it in between.
 */
export function keepingMoves(
  db: Writer,
  determinationId: string,
  proposalId: string,
  now: string,
  move: () => void,
): void {
  const before = registerOf(db, proposalId)
  move()
  const after = registerOf(db, proposalId)
  const row = db.get<{ moves: string }>('SELECT moves FROM determination WHERE id = ?', determinationId)
  const moves = JSON.parse(row?.moves ?? '{}') as Moves
  for (const name of Object.keys(parts) as Part[]) {
    const [was, to] = [partOf(before, name), partOf(after, name)]
    if (isSame(was, to)) continue
    const earlier = moves[name]
    moves[name] = { from: earlier !== undefined && isSame(earlier.to, was) ? earlier.from : was, to, at: now }
  }
  db.update('determination', determinationId, { moves: JSON.stringify(moves) })
}

/**
 * Puts back in the register what a determination moved there. What was changed since by hand stays as it is: the
 * secretary who changed it knows more. Its steps in the stage history go with what is put back; those that were
 * built upon stay, with the reason why the determination itself is gone.
 * @throws PanelbookError `conflict` where another determination moved the proposal on from there: put back under it,
 *   the register would say what no determination says
 */
export function putBack(db: Writer, mover: Mover, reason: string): PutBack {
  const done: PutBack = { restored: [], left: [] }
  const moves = JSON.parse(mover.moves) as Moves
  if (mover.proposal_id === null) return done
  const now = registerOf(db, mover.proposal_id)
  const changes: Row = {}
  for (const name of Object.keys(parts) as Part[]) {
    const move = moves[name]
    if (move === undefined) continue
    refuseIfBuiltUpon(db, mover, name, move)
    const stands = isSame(partOf(now, name), move.to) && (name !== 'stage' || isLastStep(db, mover))
    const words = `${parts[name].label}: ${inWords(db, name, stands ? move.from : partOf(now, name))}`
    if (stands) Object.assign(changes, move.from)
    ;(stands ? done.restored : done.left).push(words)
  }
  releaseSteps(db, mover, 'stage_id' in changes, reason)
  if (done.restored.length > 0) db.update('proposal', mover.proposal_id, changes)
  return done
}

function registerOf(db: Reader, proposalId: string): Register {
  const row = db.get<Register>(
    `SELECT stage_id, stage_detail, workgroup_id, reporting_on, consultation_closes_on, implementation_on
     FROM proposal WHERE id = ?`,
    proposalId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such proposal in the register.')
  return row
}

function partOf(register: Register, name: Part): Row {
  return Object.fromEntries(parts[name].columns.map((column) => [column, register[column]]))
}

function isSame(one: Row, other: Row): boolean {
  return Object.keys(one).every((column) => one[column] === other[column])
}

function refuseIfBuiltUpon(db: Reader, mover: Mover, name: Part, move: Move): void {
  const others = db.all<Mover & { text: string }>(
    'SELECT id, proposal_id, moves, text FROM determination WHERE proposal_id = ? AND id <> ? ORDER BY id DESC',
    mover.proposal_id,
    mover.id,
  )
  const next = others.find((other) => {
    const later = (JSON.parse(other.moves) as Moves)[name]
    return later !== undefined && later.at >= move.at && isSame(later.from, move.to)
  })
  if (next === undefined) return
  throw new PanelbookError(
    'conflict',
    `Another determination moved the proposal on from there: “${next.text}”.`,
    { safe: 'Nothing was changed.', remedy: 'Take that one back first, or undo.' },
  )
}

interface StepRow {
  id: string
  reason: string
  determination_id: string | null
}

/** The stage history of a proposal, newest first. */
function steps(db: Reader, proposalId: string | null): StepRow[] {
  return db.all<StepRow>(
    'SELECT id, reason, determination_id FROM stage_change WHERE proposal_id = ? ORDER BY changed_on DESC, id DESC',
    proposalId,
  )
}

function isLastStep(db: Reader, mover: Mover): boolean {
  return steps(db, mover.proposal_id)[0]?.determination_id === mover.id
}

function releaseSteps(db: Writer, mover: Mover, isRestored: boolean, reason: string): void {
  let isAtTheEnd = isRestored
  for (const step of steps(db, mover.proposal_id)) {
    isAtTheEnd &&= step.determination_id === mover.id
    if (isAtTheEnd) db.remove('stage_change', step.id)
    else if (step.determination_id === mover.id) {
      const words = `${step.reason} (taken back: ${reason})`
      db.update('stage_change', step.id, { determination_id: null, reason: words })
    }
  }
}

function inWords(db: Reader, name: Part, row: Row): string {
  const [value] = parts[name].columns.map((column) => row[column])
  if (typeof value !== 'string') return 'none'
  if (name === 'stage') {
    const stage = db.get<{ name: string }>('SELECT name FROM stage WHERE id = ?', value)
    const detail = row['stage_detail'] ?? ''
    return `${stage?.name ?? ''}${detail === '' ? '' : `, ${String(detail)}`}`
  }
  if (name === 'workgroup') {
    return (
      db.get<{ name: string }>('SELECT short_name AS name FROM workgroup WHERE id = ?', value)?.name ?? ''
    )
  }
  return shortDay(value)
}
