import type { Reader } from '../../db/store-types.ts'
import { electorate, type ElectorateSeat, type Sitter } from '../voting/electorate.ts'
import { quorum, type PersonPresent, type Quorum, type QuorumRule } from './quorum.ts'

interface BodyQuorumRow {
  quorum_total: number
  quorum_counts: 'people' | 'votes'
  recused_counts_for_quorum: number
}

export interface ConstituencyRow {
  id: string
  name: string
  short_name: string
  quorum_minimum: number
}

export function readConstituencies(db: Reader, bodyId: string): ConstituencyRow[] {
  return db.all<ConstituencyRow>(
    'SELECT id, name, short_name, quorum_minimum FROM constituency WHERE body_id = ? ORDER BY position, id',
    bodyId,
  )
}

/** A body's rule with what is needed to apply it to a room, so that many rooms can be asked without reading again. */
export interface BodyQuorum {
  rule: QuorumRule
  /** Names of the constituencies by id. */
  nameOf: ReadonlyMap<string, string>
}

/** What there is to say of the quorum of a written resolution. */
export const quorumOfResolution = 'A written resolution asks for no quorum: every seat is in the denominator.'

/** The quorum by the body's rule among those who are in the room at an item. */
export function roomQuorum(
  db: Reader,
  bodyId: string,
  seats: readonly ElectorateSeat[],
  constituencies: readonly ConstituencyRow[],
): Quorum & { counts: 'people' | 'votes' } {
  const body = readBodyQuorum(db, bodyId, constituencies)
  return { ...quorumAmong(body, seats), counts: body.rule.counts }
}

export function quorumAmong({ rule, nameOf }: BodyQuorum, seats: readonly ElectorateSeat[]): Quorum {
  return quorum({ rule, present: peopleWithVotes(seats, nameOf) })
}

export function readBodyQuorum(
  db: Reader,
  bodyId: string,
  constituencies: readonly ConstituencyRow[],
): BodyQuorum {
  const body = db.get<BodyQuorumRow>(
    'SELECT quorum_total, quorum_counts, recused_counts_for_quorum FROM body WHERE id = ?',
    bodyId,
  )
  const rule: QuorumRule = {
    total: body?.quorum_total ?? 0,
    counts: body?.quorum_counts ?? 'people',
    minimumPerConstituency: constituencies
      .filter(({ quorum_minimum }) => quorum_minimum > 0)
      .map((row) => ({ constituency: row.name, minimum: row.quorum_minimum })),
    recusedCount: body?.recused_counts_for_quorum !== 0,
  }
  return { rule, nameOf: new Map(constituencies.map(({ id, name }) => [id, name])) }
}

/**
 * Everybody in the room with the votes that they hold, recused or not: whether the recused count is the body's
 * rule. Two members who share a seat are two people with one vote.
 */
function peopleWithVotes(
  seats: readonly ElectorateSeat[],
  nameOf: ReadonlyMap<string, string>,
): PersonPresent[] {
  const people = new Map<string, { isRecused: boolean; seats: PersonPresent['seats'][number][] }>()
  for (const { seat, holder } of electorate(seats)) {
    if (holder === null) continue
    const sharing = seat.principals.filter(({ isPresent }) => isPresent)
    const holders: readonly Sitter[] = sharing.length > 1 ? sharing : [holder]
    for (const { personId, isRecused } of holders) {
      const person = people.get(personId) ?? { isRecused, seats: [] }
      person.seats.push({
        constituency: seat.constituencyId === null ? null : (nameOf.get(seat.constituencyId) ?? null),
        votes: seat.votes,
        seatId: seat.seatId,
      })
      people.set(personId, person)
    }
  }
  return [...people].map(([personId, person]) => ({ personId, ...person }))
}
