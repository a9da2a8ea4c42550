import { PanelbookError } from '../contract/errors.ts'
import { positionWords, type PositionValue, type VoteMethod } from '../contract/words.ts'
import type { WrittenValue } from '../contract/written-positions.ts'
import type { CommandContext } from '../handler.ts'
import type { Basis, Entitlement } from './electorate.ts'
import { takeRevealBack } from './room-sees.ts'
import type { PositionRow } from './round-row.ts'

/** What a position row says: the value, by what right, and who cast it. */
export interface Standing {
  value: PositionValue
  /** The option that it names, in a vote by preference. */
  option_key: string | null
  basis: Basis
  cast_by_id: string | null
}

/** Where a seat stands before anybody has recorded a position: still to come, as was sent beforehand, or out of the vote. */
export function standingOf({ canVote, basis, holder, written, otherwise }: Entitlement): Standing {
  return canVote
    ? { value: written ?? 'pending', option_key: null, basis, cast_by_id: holder?.attendanceId ?? null }
    : { value: otherwise, option_key: null, basis: 'nobody', cast_by_id: null }
}

/** Whether somebody recorded the position. What Panelbook put there itself is pending, or rests on nobody. */
export function isRecorded({ value, basis }: Pick<Standing, 'value' | 'basis'>): boolean {
  return value !== 'pending' && basis !== 'nobody'
}

/**
 * What a seat's row becomes when a position is recorded. A seat whose vote cannot be exercised can only be what it
 * is: not present, or recused. A position sent beforehand can be changed by those in the room alone, so for an
 * absent member only what was sent can be recorded; in a vote by written position, whatever was sent since.
 * @param optionKey the option that a position for names, in a vote by preference
 * @throws PanelbookError `not-in-room`, `not-entitled`
 */
export function recordedStanding(
  entitlement: Entitlement,
  value: PositionValue,
  method: VoteMethod,
  optionKey: string | null = null,
): Standing {
  const standing = standingOf(entitlement)
  if (value === 'pending') return standing
  if (entitlement.canVote) {
    if (entitlement.written !== null && entitlement.written !== value && method !== 'written') {
      throw cannotChange(entitlement.seat, entitlement.written)
    }
    return { ...standing, value, option_key: optionKey }
  }
  if (value === 'not-present' || value === standing.value) return { ...standing, value }
  throw cannotVote(entitlement)
}

function cannotChange({ member, name }: Entitlement['seat'], written: WrittenValue): PanelbookError {
  const who = member?.initials ?? name
  const problem = `is not in the room to change the written position, which is ${positionWords[written].name.toLowerCase()}`
  return new PanelbookError('not-in-room', `${who} ${problem}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Withdraw the written position, hold another, or record that they arrived.',
    fields: [{ field: 'value', problem: `${who} ${problem}` }],
  })
}

function cannotVote({ seat, holder, otherwise }: Entitlement): PanelbookError {
  if (seat.member === null && holder === null) {
    return new PanelbookError('not-in-room', `The seat ${seat.name} is vacant, so it has no vote.`, {
      remedy: 'Record who sits for it, if somebody does.',
    })
  }
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
  const isSame = row.value === next.value && row.option_key === next.option_key
  if (isSame && row.basis === next.basis && row.cast_by_id === next.cast_by_id) return false
  db.update('position', row.id, {
    value: next.value,
    option_key: next.option_key,
    basis: next.basis,
    cast_by_id: next.cast_by_id,
    ...(isSame ? {} : { recorded_at: now }),
  })
  if (!isSame) takeRevealBack(db, row.vote_round_id)
  return true
}
