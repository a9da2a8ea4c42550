import { badInput, PanelbookError } from '../contract/errors.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { readBody } from './body-view.ts'

type Database = CommandContext['db']

export const seatOrderCommands = {
  'body.order-constituencies': ({ db, summarise }, { bodyId, constituencyIds }) => {
    const body = readBody(db, bodyId)
    putInOrder(db, 'constituency', body.constituencies, constituencyIds, 'constituencyIds')
    summarise(`constituencies of ${body.shortName} put in order`)
    return readBody(db, bodyId)
  },
  'body.order-seats': ({ db, summarise }, { bodyId, seatIds }) => {
    const body = readBody(db, bodyId)
    putInOrder(db, 'seat', body.seats, seatIds, 'seatIds')
    summarise(`seats of ${body.shortName} put in order`)
    return readBody(db, bodyId)
  },
  'body.remove-constituency': ({ db, summarise }, { constituencyId }) => {
    const row = db.get<{ body_id: string; name: string }>(
      'SELECT body_id, name FROM constituency WHERE id = ?',
      constituencyId,
    )
    if (row === undefined)
      throw new PanelbookError('not-found', 'There is no such constituency in this book.')
    const seat = db.get<{ name: string }>(
      'SELECT name FROM seat WHERE constituency_id = ? ORDER BY position LIMIT 1',
      constituencyId,
    )
    if (seat !== undefined) {
      throw cannotGo(row.name, `the seat ${seat.name} is in it`, 'Put its seats in another one first.')
    }
    db.remove('constituency', constituencyId)
    summarise(`constituency ${row.name} removed`)
    return readBody(db, row.body_id)
  },
  'body.remove-seat': ({ db, summarise }, { seatId }) => {
    const row = db.get<{ body_id: string; name: string }>(
      'SELECT body_id, name FROM seat WHERE id = ?',
      seatId,
    )
    if (row === undefined) throw new PanelbookError('not-found', 'There is no such seat in this book.')
    for (const [table, what] of restingOnSeat) {
      if (db.get(`SELECT 1 FROM ${table} WHERE seat_id = ? LIMIT 1`, seatId) === undefined) continue
      throw cannotGo(row.name, what, 'End the seat on a day instead.')
    }
    db.remove('seat', seatId)
    summarise(`seat ${row.name} removed`)
    return readBody(db, row.body_id)
  },
} satisfies Partial<AllHandlers>

/** What makes a seat part of the record, in words. */
const restingOnSeat = [
  ['membership', 'it has or had a member'],
  ['attendance', 'somebody sat for it at a meeting'],
  ['position', 'it took part in a vote'],
  ['carried_vote', 'its vote was carried at a meeting'],
  ['written_position', 'a written position was sent for it'],
] as const

/**
 * Writes the places of all of a list. The order is the list’s own: whoever sends part of it has read another list.
 * @throws PanelbookError `bad-input` naming what is missing, named twice, or of another body
 */
function putInOrder(
  db: Database,
  table: 'seat' | 'constituency',
  all: readonly { id: string; name: string }[],
  ids: readonly string[],
  field: string,
): void {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  ids.forEach((id, index) => {
    if (!names.has(id)) throw badInput(`${field}.${index}`, `is no ${table} of this body`)
    if (ids.indexOf(id) !== index)
      throw badInput(`${field}.${index}`, `${names.get(id) ?? ''} is named twice`)
  })
  const missing = all.filter(({ id }) => !ids.includes(id)).map(({ name }) => name)
  if (missing.length > 0) throw badInput(field, `every one must be named; missing: ${missing.join(', ')}`)
  ids.forEach((id, position) => {
    const row = db.get<{ position: number }>(`SELECT position FROM ${table} WHERE id = ?`, id)
    if (row?.position !== position) db.update(table, id, { position })
  })
}

function cannotGo(name: string, why: string, remedy: string): PanelbookError {
  return new PanelbookError('conflict', `${name} cannot be removed: ${why}.`, {
    safe: 'Nothing was changed.',
    remedy,
  })
}
