import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { ExactValue } from './row-json.ts'
import { encodeRow } from './row-json.ts'
import type { TableLayout } from './schema.ts'
import { houseTables, keyText, quoted } from './schema.ts'

/** One row change as the history stores it: whole rows as canonical JSON. */
export interface CapturedChange {
  table: string
  key: string
  before: string | null
  after: string | null
}

export interface Capture {
  /** What was changed since `begin`, in order. */
  readonly changes: CapturedChange[]
  begin(): void
  end(): void
  /** Forgets what a statement did that SQLite has taken back. */
  forgetAfter(length: number): void
  /** Lets the house-keeping tables be written while `work` runs. */
  housekeeping<T>(work: () => T): T
}

/**
 * Watches every ordinary table through TEMP triggers that are made from the schema as it is now: a new column
 * or table is covered without editing anything, and the file itself keeps no trace of them. Outside a command
 * the triggers refuse the write.
 */
export function installCapture(
  connection: Database.Database,
  layouts: ReadonlyMap<string, TableLayout>,
): Capture {
  const tables = [...layouts.values()]
  let changes: CapturedChange[] = []
  let isRecording = false
  let isHousekeeping = false

  connection.function(
    'panelbook_capture',
    { varargs: true, safeIntegers: true },
    (tableIndex: bigint, kind: string, ...values: ExactValue[]) => {
      const layout = tables[Number(tableIndex)]
      if (layout === undefined)
        throw new PanelbookError('internal', 'A change of an unknown table was captured.')
      if (!isRecording) throw outsideCommand(layout.name)
      const width = layout.columns.length
      const keyFrom = (from: number) =>
        keyText(layout, (column) => values[from + layout.columns.indexOf(column)] ?? null)
      const table = layout.name
      if (kind === 'insert') {
        changes.push({ table, key: keyFrom(0), before: null, after: encodeRow(layout.columns, values) })
      } else if (kind === 'delete') {
        changes.push({ table, key: keyFrom(0), before: encodeRow(layout.columns, values), after: null })
      } else {
        const before = encodeRow(layout.columns, values)
        const after = encodeRow(layout.columns, values, width)
        if (before === after) return null
        const oldKey = keyFrom(0)
        const newKey = keyFrom(width)
        if (oldKey === newKey) changes.push({ table, key: oldKey, before, after })
        else {
          // A new key is another row.
          changes.push({ table, key: oldKey, before, after: null })
          changes.push({ table, key: newKey, before: null, after })
        }
      }
      return null
    },
  )
  connection.function('panelbook_guard', (table: string) => {
    if (!isHousekeeping) {
      throw new PanelbookError(
        'internal',
        `The table ${table} is the book’s own; a command may not write it.`,
      )
    }
    return null
  })
  connection.exec(tables.map(captureTriggers).join('\n') + [...houseTables].map(guardTriggers).join('\n'))

  return {
    get changes() {
      return changes
    },
    begin() {
      changes = []
      isRecording = true
    },
    end() {
      changes = []
      isRecording = false
    },
    forgetAfter(length) {
      changes.length = length
    },
    housekeeping(work) {
      isHousekeeping = true
      try {
        return work()
      } finally {
        isHousekeeping = false
      }
    },
  }
}

function outsideCommand(table: string): PanelbookError {
  return new PanelbookError('internal', `The table ${table} was to be written outside a command; it was not.`)
}

function captureTriggers(layout: TableLayout, index: number): string {
  const row = (prefix: string) => layout.columns.map((column) => `${prefix}.${quoted(column)}`).join(', ')
  const trigger = (event: string, kind: string, values: string) =>
    `CREATE TEMP TRIGGER ${quoted(`capture_${layout.name}_${kind}`)} AFTER ${event} ON main.${quoted(layout.name)}
     BEGIN SELECT panelbook_capture(${index}, '${kind}', ${values}); END;`
  return [
    trigger('INSERT', 'insert', row('new')),
    trigger('UPDATE', 'update', `${row('old')}, ${row('new')}`),
    trigger('DELETE', 'delete', row('old')),
  ].join('\n')
}

function guardTriggers(table: string): string {
  return ['INSERT', 'UPDATE', 'DELETE']
    .map(
      (event) =>
        `CREATE TEMP TRIGGER guard_${table}_${event.toLowerCase()} BEFORE ${event} ON main.${table}
         BEGIN SELECT panelbook_guard('${table}'); END;`,
    )
    .join('\n')
}
