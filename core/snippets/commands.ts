import type { Reader, Writer } from '../../db/store-types.ts'
import { readBody } from '../bodies/body-view.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { AllHandlers } from '../handler.ts'
import { readSnippets } from './snippet-view.ts'

export const snippetCommands = {
  'snippet.add': ({ db, nextId, summarise }, { bodyId, key, text }) => {
    const body = readBody(db, bodyId)
    refuseKey(db, bodyId, key)
    db.insert('snippet', { id: nextId(), body_id: bodyId, key, text, position: body.snippets.length })
    summarise(`snippet ${key} added to ${body.shortName}`)
    return { snippets: readSnippets(db, bodyId) }
  },

  'snippet.change': ({ db, summarise }, { snippetId, key, text }) => {
    const snippet = snippetRow(db, snippetId)
    if (key !== undefined) refuseKey(db, snippet.body_id, key, snippetId)
    db.update('snippet', snippetId, {
      ...(key === undefined ? {} : { key }),
      ...(text === undefined ? {} : { text }),
    })
    summarise(`snippet ${snippet.key} changed`)
    return { snippets: readSnippets(db, snippet.body_id) }
  },

  'snippet.move': ({ db, summarise }, { snippetId, beforeId }) => {
    const snippet = snippetRow(db, snippetId)
    const others = readSnippets(db, snippet.body_id)
      .map(({ id }) => id)
      .filter((id) => id !== snippetId)
    const place = beforeId === null || beforeId === snippetId ? others.length : others.indexOf(beforeId)
    if (place === -1) throw badInput('beforeId', 'is no snippet of this body')
    // Before itself, it stays where it is.
    if (beforeId !== snippetId) inOrder(db, others.toSpliced(place, 0, snippetId))
    summarise(`snippet ${snippet.key} moved`)
    return { snippets: readSnippets(db, snippet.body_id) }
  },

  'snippet.remove': ({ db, summarise }, { snippetId }) => {
    const snippet = snippetRow(db, snippetId)
    db.remove('snippet', snippetId)
    inOrder(
      db,
      readSnippets(db, snippet.body_id).map(({ id }) => id),
    )
    summarise(`snippet ${snippet.key} removed`)
    return { snippets: readSnippets(db, snippet.body_id) }
  },
} satisfies Partial<AllHandlers>

/** @throws PanelbookError `not-found` */
function snippetRow(db: Reader, snippetId: string): { body_id: string; key: string } {
  const row = db.get<{ body_id: string; key: string }>(
    'SELECT body_id, key FROM snippet WHERE id = ?',
    snippetId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such snippet in this book.')
  return row
}

/** @throws PanelbookError `already-exists` when the body has another of that key, whatever its capitals */
function refuseKey(db: Reader, bodyId: string, key: string, exceptId = ''): void {
  const other = db.get<{ key: string }>(
    'SELECT key FROM snippet WHERE body_id = ? AND key = ? COLLATE NOCASE AND id <> ?',
    bodyId,
    key,
    exceptId,
  )
  if (other === undefined) return
  throw new PanelbookError('already-exists', `The body has a snippet ${other.key} already.`, {
    remedy: 'Give this one another key.',
    fields: [{ field: 'key', problem: 'is the key of another snippet' }],
  })
}

function inOrder(db: Writer, ids: readonly string[]): void {
  ids.forEach((id, position) => {
    const row = db.get<{ position: number }>('SELECT position FROM snippet WHERE id = ?', id)
    if (row?.position !== position) db.update('snippet', id, { position })
  })
}
