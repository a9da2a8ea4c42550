import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { Prepare } from './access.ts'
import { canonicalJson } from './canonical-json.ts'
import type { CapturedChange } from './capture.ts'
import { decodeRow } from './row-json.ts'
import type { CommandEntry, JournalEntry, RowChange } from './store-types.ts'

/** What the first entry has in place of a predecessor's hash. */
export const noHash = '0'.repeat(64)
/** The names under which the book itself writes history. */
export const bookCommands = { undo: 'history.undo', redo: 'history.redo', migrate: 'book.migrate' } as const
const repliesKept = 200

/** A journal row as it is stored. */
export interface StoredEntry {
  seq: number
  device: string
  device_seq: number
  undoable: number
  undoes: string | null
  request_id: string
  at: string
  actor: string
  command: string
  summary: string
  prev_hash: string
  hash: string
  input: string
}

/** SHA-256, in hexadecimal, over the canonical JSON of everything in the entry, its changes included. */
export function entryHash(entry: Omit<StoredEntry, 'hash'>, changes: readonly CapturedChange[]): string {
  const content = canonicalJson({
    seq: entry.seq,
    device: entry.device,
    deviceSeq: entry.device_seq,
    requestId: entry.request_id,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    summary: entry.summary,
    // The texts as they are stored: to check a hash nothing has to be read as JSON.
    input: entry.input,
    undoable: entry.undoable,
    undoes: entry.undoes,
    prevHash: entry.prev_hash,
    changes: changes.map(({ table, key, before, after }) => [table, key, before, after]),
  })
  return createHash('sha256').update(content).digest('hex')
}

/** Writes one entry with its changes at the end of the history. Runs inside the command's transaction. */
export function appendEntry(
  prepare: Prepare,
  device: string,
  entry: Omit<CommandEntry, 'undoable' | 'summary'> & {
    summary: string
    undoable: boolean
    undoes: string | null
  },
  changes: readonly CapturedChange[],
): number {
  const last = lastEntry(prepare)
  const lastOfDevice = prepare('SELECT max(device_seq) AS last FROM journal WHERE device = ?').get(
    device,
  ) as {
    last: number | null
  }
  const unhashed = {
    seq: last.seq + 1,
    device,
    device_seq: (lastOfDevice.last ?? 0) + 1,
    undoable: entry.undoable ? 1 : 0,
    undoes: entry.undoes,
    request_id: entry.requestId,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    summary: entry.summary,
    prev_hash: last.hash,
    input: inputText(entry),
  }
  prepare(
    `INSERT INTO journal (seq, device, device_seq, undoable, undoes, request_id, at, actor, command, summary, prev_hash, hash, input)
     VALUES (:seq, :device, :device_seq, :undoable, :undoes, :request_id, :at, :actor, :command, :summary, :prev_hash, :hash, :input)`,
  ).run({ ...unhashed, hash: entryHash(unhashed, changes) })
  const insertChange = prepare(
    `INSERT INTO journal_change (device, device_seq, ordinal, table_name, row_key, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  changes.forEach(({ table, key, before, after }, index) => {
    insertChange.run(device, unhashed.device_seq, index + 1, table, key, before, after)
  })
  return unhashed.seq
}

/** The input as it is stored. @throws PanelbookError `internal` for what is not plain JSON. */
export function inputText(entry: { input: unknown }): string {
  try {
    return canonicalJson(entry.input ?? null)
  } catch (cause) {
    throw new PanelbookError('internal', 'The input of a command is not plain JSON.', { cause })
  }
}

export function lastEntry(prepare: Prepare): { seq: number; hash: string } {
  const last = prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get()
  return (last as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: noHash }
}

export function keepReply(prepare: Prepare, seq: number, output: unknown): void {
  prepare('INSERT INTO recent_reply (seq, output) VALUES (?, ?)').run(
    seq,
    output === undefined ? null : JSON.stringify(output),
  )
  prepare('DELETE FROM recent_reply WHERE seq <= ?').run(seq - repliesKept)
}

/**
 * The answer that a request got when it was carried out, or undefined for a new request.
 * @throws PanelbookError `bad-input` when the id was used for something else; `already-exists` when it was
 *   carried out so long ago that its answer is no longer kept.
 */
export function storedReply(
  prepare: Prepare,
  entry: { requestId: string; command: string; input?: string },
): { value: unknown; seq: number } | undefined {
  const found = prepare(
    `SELECT j.seq, j.command, j.input, r.output, r.seq AS replySeq
     FROM journal j LEFT JOIN recent_reply r ON r.seq = j.seq WHERE j.request_id = ?`,
  ).get(entry.requestId) as
    | { seq: number; command: string; input: string; output: string | null; replySeq: number | null }
    | undefined
  if (found === undefined) return undefined
  if (found.command !== entry.command || (entry.input !== undefined && found.input !== entry.input)) {
    throw new PanelbookError('bad-input', 'This request id was used for another request.', {
      fields: [{ field: 'requestId', problem: 'was used for another request' }],
    })
  }
  if (found.replySeq === null) {
    throw new PanelbookError(
      'already-exists',
      'This request was carried out before; its answer is no longer kept.',
      {
        safe: `What it did is in the history as entry ${found.seq}.`,
      },
    )
  }
  return { value: found.output === null ? undefined : (JSON.parse(found.output) as unknown), seq: found.seq }
}

/** Entries as they are shown. Every query on the journal ends here. */
export function toJournalEntry(prepare: Prepare, stored: StoredEntry): JournalEntry {
  const about = undoneInTheEnd(prepare, stored)
  return {
    seq: stored.seq,
    device: stored.device,
    deviceSeq: stored.device_seq,
    requestId: stored.request_id,
    at: stored.at,
    actor: stored.actor,
    command: stored.command,
    summary: stored.summary,
    input: JSON.parse(stored.input) as unknown,
    undoable: stored.undoable === 1,
    undoes: stored.undoes,
    isUndone: isUndone(prepare, stored),
    about: { seq: about.seq, command: about.command, input: JSON.parse(about.input) as unknown },
    prevHash: stored.prev_hash,
    hash: stored.hash,
  }
}

export const nameOf = (entry: Pick<StoredEntry, 'device' | 'device_seq'>) =>
  `${entry.device}:${entry.device_seq}`

function isUndone(prepare: Prepare, entry: StoredEntry): boolean {
  return undoerOf(prepare, entry) !== undefined
}

/** What took an entry back and was not taken back itself. */
export function undoerOf(prepare: Prepare, entry: StoredEntry): StoredEntry | undefined {
  const by = prepare('SELECT * FROM journal WHERE undoes = ?').get(nameOf(entry)) as StoredEntry | undefined
  return by !== undefined && !isUndone(prepare, by) ? by : undefined
}

function undoneInTheEnd(prepare: Prepare, entry: StoredEntry): StoredEntry {
  let current = entry
  while (current.undoes !== null) {
    const split = current.undoes.lastIndexOf(':')
    const earlier = prepare('SELECT * FROM journal WHERE device = ? AND device_seq = ? AND seq < ?').get(
      current.undoes.slice(0, split),
      Number(current.undoes.slice(split + 1)),
      current.seq,
    ) as StoredEntry | undefined
    if (earlier === undefined) break
    current = earlier
  }
  return current
}

export function entryAt(prepare: Prepare, seq: number): StoredEntry {
  const stored = prepare('SELECT * FROM journal WHERE seq = ?').get(seq) as StoredEntry | undefined
  if (stored === undefined) throw new PanelbookError('not-found', `The history has no entry ${seq}.`)
  return stored
}

export function historyPage(prepare: Prepare, options: { before?: number; limit: number }): JournalEntry[] {
  const rows = prepare('SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT ?').all(
    options.before ?? Number.MAX_SAFE_INTEGER,
    options.limit,
  ) as StoredEntry[]
  return rows.map((stored) => toJournalEntry(prepare, stored))
}

export function changesOf(
  prepare: Prepare,
  entry: Pick<StoredEntry, 'device' | 'device_seq'>,
): CapturedChange[] {
  return prepare(
    `SELECT table_name AS "table", row_key AS "key", before, after FROM journal_change
     WHERE device = ? AND device_seq = ? ORDER BY ordinal`,
  ).all(entry.device, entry.device_seq) as CapturedChange[]
}

export function toRowChange({ table, key, before, after }: CapturedChange): RowChange {
  return {
    table,
    key,
    before: before === null ? null : decodeRow(before),
    after: after === null ? null : decodeRow(after),
  }
}

/** The device id that this copy of the book goes by; empty in a snapshot. */
export function readDeviceId(connection: Database.Database): string {
  const found = connection.prepare<[], { device_id: string }>('SELECT device_id FROM this_device').get()
  return found?.device_id ?? ''
}
