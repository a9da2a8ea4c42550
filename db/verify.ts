import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { CapturedChange } from './capture.ts'
import { expectedSchema } from './expected-schema.ts'
import { integrityProblems } from './integrity.ts'
import type { StoredEntry } from './journal.ts'
import { entryHash, nameOf, noHash } from './journal.ts'
import type { Migration } from './migrate.ts'
import { eachRow, readLayouts, readSchema, schemaDifferences } from './schema.ts'
import { toPanelbookError } from './sqlite-errors.ts'
import type { Problem, Progress, VerifyReport } from './store-types.ts'

const problemsShown = 200
const progressEvery = 500

/** What the history says a row is, and which entry said so. */
interface Told {
  json: string
  seq: number
}
type ToldTables = Map<string, Map<string, Told>>

interface Findings {
  problems: Problem[]
  add(problem: Problem): void
}

/**
 * Walks the chain of hashes, replays every change from empty and compares with every table; then SQLite's own
 * checks. It reads over a connection of its own, so that the disk is looked at and not what the writing
 * connection remembers of it, and in one transaction: the history and the tables belong together.
 */
export function verifyBook(path: string, shipped: readonly Migration[], onProgress?: Progress): VerifyReport {
  const findings = collect()
  let walked = { entries: 0, lastHash: noHash }
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true })
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.exec('BEGIN')
    for (const message of integrityProblems(connection)) {
      findings.add({ where: 'file', message: `The file is damaged: ${message}.` })
    }
    for (const difference of schemaDifferences(expectedSchema(shipped), readSchema(connection))) {
      findings.add({ where: 'schema', message: `The book was changed from outside: ${difference}.` })
    }
    const told: ToldTables = new Map()
    walked = walkJournal(connection, told, findings, onProgress)
    const commandAt = connection.prepare<[number], { command: string; at: string }>(
      'SELECT command, at FROM journal WHERE seq = ?',
    )
    compareTables(connection, told, findings, (seq) => commandAt.get(seq))
  } catch (error) {
    const refusal = toPanelbookError(error, 'reading')
    if (!(refusal instanceof PanelbookError)) throw refusal
    findings.add({ where: 'file', message: `The book could not be read to its end: ${refusal.message}` })
  } finally {
    connection?.close()
  }
  return { ok: findings.problems.length === 0, ...walked, problems: findings.problems }
}

function collect(): Findings {
  const problems: Problem[] = []
  return {
    problems,
    add(problem) {
      if (problems.length < problemsShown) problems.push(problem)
      else if (problems.length === problemsShown) {
        problems.push({ where: problem.where, message: 'There are more problems than are shown here.' })
      }
    },
  }
}

function walkJournal(
  connection: Database.Database,
  told: ToldTables,
  findings: Findings,
  onProgress: Progress | undefined,
): { entries: number; lastHash: string } {
  const total = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM journal').get()?.n ?? 0
  const changesOf = connection.prepare<[string, number], CapturedChange & { ordinal: number }>(
    `SELECT ordinal, table_name AS "table", row_key AS "key", before, after FROM journal_change
     WHERE device = ? AND device_seq = ? ORDER BY ordinal`,
  )
  const lastOfDevice = new Map<string, number>()
  let entries = 0
  let changes = 0
  let previous = { seq: 0, hash: noHash }

  for (const entry of connection.prepare<[], StoredEntry>('SELECT * FROM journal ORDER BY seq').iterate()) {
    const { seq } = entry
    const place = `History entry ${seq} (${entry.command} at ${entry.at})`
    const problem = (message: string) =>
      findings.add({ where: 'journal', seq, message: `${place} ${message}.` })
    if (seq !== previous.seq + 1) problem(`follows entry ${previous.seq}: entries between them are missing`)
    if (entry.prev_hash !== previous.hash) problem('does not follow from the entry before it')
    const deviceSeq = (lastOfDevice.get(entry.device) ?? 0) + 1
    if (entry.device_seq !== deviceSeq) {
      problem(`is number ${entry.device_seq} of its device where ${deviceSeq} was expected`)
    }
    lastOfDevice.set(entry.device, entry.device_seq)
    const ofEntry = changesOf.all(entry.device, entry.device_seq)
    changes += ofEntry.length
    if (ofEntry.some((change, index) => change.ordinal !== index + 1)) problem('has a gap in its changes')
    if (entryHash(entry, ofEntry) !== entry.hash) problem('was altered: its hash does not fit what it says')
    for (const change of ofEntry) replay(told, change, seq, problem)
    previous = { seq, hash: entry.hash }
    entries++
    if (entries % progressEvery === 0) onProgress?.(entries, total)
  }
  onProgress?.(entries, total)
  reportStrayChanges(connection, changes, findings)
  return { entries, lastHash: previous.hash }
}

function replay(
  told: ToldTables,
  change: CapturedChange,
  seq: number,
  problem: (message: string) => void,
): void {
  let table = told.get(change.table)
  if (table === undefined) told.set(change.table, (table = new Map<string, Told>()))
  const before = table.get(change.key)
  if ((before?.json ?? null) !== change.before) {
    const earlier = before === undefined ? 'no earlier entry' : `entry ${before.seq}`
    problem(`begins from another ${change.table} ${change.key} than ${earlier} left`)
  }
  if (change.after === null) table.delete(change.key)
  else table.set(change.key, { json: change.after, seq })
}

function reportStrayChanges(connection: Database.Database, counted: number, findings: Findings): void {
  const total =
    connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM journal_change').get()?.n ?? 0
  if (total === counted) return
  const strays = connection
    .prepare<[], StoredEntry>(
      `SELECT DISTINCT device, device_seq FROM journal_change AS change WHERE NOT EXISTS (
         SELECT 1 FROM journal WHERE journal.device = change.device AND journal.device_seq = change.device_seq)`,
    )
    .all()
  for (const stray of strays) {
    findings.add({
      where: 'journal',
      message: `The history holds changes of an entry ${nameOf(stray)} that is not there.`,
    })
  }
}

function compareTables(
  connection: Database.Database,
  told: ToldTables,
  findings: Findings,
  commandAt: (seq: number) => { command: string; at: string } | undefined,
): void {
  const writtenBy = (seq: number) => {
    const entry = commandAt(seq)
    return entry === undefined ? `entry ${seq}` : `${entry.command} at ${entry.at}, entry ${seq}`
  }
  const layouts = readLayouts(connection)
  for (const [name, layout] of layouts) {
    const rows = told.get(name) ?? new Map<string, Told>()
    for (const { key, json } of eachRow(connection, layout)) {
      const expected = rows.get(key)
      rows.delete(key)
      if (expected === undefined) {
        const message = `${name} ${key}: the book holds this row, the history does not know it.`
        findings.add({ where: 'table', table: name, key, message })
      } else if (expected.json !== json) {
        for (const { column, ours, theirs } of differingColumns(expected.json, json)) {
          findings.add({
            where: 'table',
            table: name,
            key,
            column,
            seq: expected.seq,
            message: `${name} ${key} column ${column}: the history says ${ours}, the book holds ${theirs} (written by ${writtenBy(expected.seq)}).`,
          })
        }
      }
    }
    for (const [key, { seq }] of rows) {
      const message = `${name} ${key}: the history has this row, the book does not hold it (written by ${writtenBy(seq)}).`
      findings.add({ where: 'table', table: name, key, seq, message })
    }
  }
  for (const [name, rows] of told) {
    if (layouts.has(name) || rows.size === 0) continue
    findings.add({
      where: 'table',
      table: name,
      message: `The history has rows of ${name}, which the book does not.`,
    })
  }
}

function differingColumns(
  expected: string,
  found: string,
): { column: string; ours: string; theirs: string }[] {
  const ours = JSON.parse(expected) as Record<string, unknown>
  const theirs = JSON.parse(found) as Record<string, unknown>
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
    .filter((column) => JSON.stringify(ours[column]) !== JSON.stringify(theirs[column]))
    .map((column) => {
      const [own, other] = [inWords(ours[column]), inWords(theirs[column])]
      let from = 0
      while (from < own.length && own[from] === other[from]) from++
      return { column, ours: excerpt(own, from), theirs: excerpt(other, from) }
    })
}

function inWords(value: unknown): string {
  if (value === undefined) return 'no such column'
  if (value === null) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '' ? 'an empty text' : text
}

/** The part of a long text in which the two differ: a report is read by a person. */
function excerpt(text: string, differsFrom: number): string {
  const longest = 120
  if (text.length <= longest) return text
  const start = Math.max(0, Math.min(differsFrom - 30, text.length - longest))
  const end = Math.min(text.length, start + longest)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
