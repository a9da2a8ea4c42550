import { PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import type { Basis, Entitlement } from './electorate.ts'
import type { PositionRow } from './round-row.ts'

/** What a position row says: the value, by what right, and who cast it. */
export interface Standing {
  value: PositionValue
  basis: Basis
  cast_by_id: string | null
}

/** Where a seat stands before anybody has recorded a position: still to come, or out of the vote. */
export function standingOf({ canVote, basis, holder, otherwise }: Entitlement): Standing {
  return canVote
    ? { value: 'pending', basis, cast_by_id: holder?.attendanceId ?? null }
    : { value: otherwise, basis: 'nobody', cast_by_id: null }
}

/** Whether somebody recorded the position. What Panelbook put there itself is pending, or rests on nobody. */
export function isRecorded({ value, basis }: Pick<Standing, 'value' | 'basis'>): boolean {
  return value !== 'pending' && basis !== 'nobody'
}

/**
 * What a seat's row becomes when a position is recorded. A seat whose vote cannot be exercised can only be what it
 * is: not present, or recused.
 * @throws PanelbookError `not-in-room`, `not-entitled`
 */
export function recordedStanding(entitlement: Entitlement, value: PositionValue): Standing {
  const standing = standingOf(entitlement)
  if (value === 'pending') return standing
  if (entitlement.canVote) return { ...standing, value }
  if (value === 'not-present' || value === standing.value) return { ...standing, value }
  throw cannotVote(entitlement)
}

function cannotVote({ seat, holder, otherwise }: Entitlement): PanelbookError {
  const who = holder?.initials ?? seat.member?.initials ?? seat.name
  if (otherwise === 'recused') {
    return new PanelbookError(
      'not-entitled',
      `${who} is recused from this item, so the seat has no vote on it.`,
      {
        remedy: 'Take the recusal back first if it was recorded by mistake.',
      },
    )
  }
  return new PanelbookError('not-in-room', `${who} is not in the room, so the seat cannot vote.`, {
    remedy: 'Record that they arrived, or who carries the vote.',
  })
}

/** Writes the row where it changes. @returns whether it did. */
export function writeStanding(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  row: PositionRow,
  next: Standing,
): boolean {
  if (row.value === next.value && row.basis === next.basis && row.cast_by_id === next.cast_by_id) return false
  db.update('position', row.id, {
    value: next.value,
    basis: next.basis,
    cast_by_id: next.cast_by_id,
    ...(row.value === next.value ? {} : { recorded_at: now }),
  })
  return true
}
