import type { Row, Value } from './store-types.ts'

/** A value as SQLite gives it when integers come as bigint: integers and reals stay apart. */
export type ExactValue = string | number | bigint | null | Uint8Array

/**
 * One value as JSON text without loss. An integer is a plain number, a real that would look like one is
 * `{"$real":"1"}`, an integer beyond 2^53 `{"$integer":"…"}`, bytes `{"$blob":"base64"}`.
 */
export function encodeValue(value: ExactValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') {
    const isSafe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    return isSafe ? value.toString() : `{"$integer":"${value}"}`
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Number.isInteger(value)) return JSON.stringify(value)
    return `{"$real":"${Object.is(value, -0) ? '-0' : value}"}`
  }
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return `{"$blob":"${bytes.toString('base64')}"}`
}

/** A row as JSON text. The columns must be sorted by name; `from` is where their values start. */
export function encodeRow(columns: readonly string[], values: readonly ExactValue[], from = 0): string {
  let text = '{'
  for (let index = 0; index < columns.length; index++) {
    if (index > 0) text += ','
    text += `${JSON.stringify(columns[index])}:${encodeValue(values[from + index] ?? null)}`
  }
  return text + '}'
}

export type ExactRow = Record<string, ExactValue>

/** The row that `encodeRow` wrote, fit for binding again: integers as bigint, reals as numbers. */
export function decodeExactRow(text: string): ExactRow {
  const row: ExactRow = Object.create(null)
  for (const [column, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
    row[column] = decodeValue(value)
  }
  return row
}

function decodeValue(value: unknown): ExactValue {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  const tagged = value as { $real?: string; $integer?: string; $blob?: string }
  if (tagged.$real !== undefined) return Number(tagged.$real)
  if (tagged.$integer !== undefined) return BigInt(tagged.$integer)
  if (tagged.$blob !== undefined) return Buffer.from(tagged.$blob, 'base64')
  throw new TypeError('a row of the history holds a value of an unknown kind')
}

/** The row for people and queries: plain numbers. An integer beyond 2^53 loses its last digits here. */
export function decodeRow(text: string): Row {
  const row: Row = {}
  for (const [column, value] of Object.entries(decodeExactRow(text))) row[column] = plain(value)
  return row
}

function plain(value: ExactValue): Value {
  return typeof value === 'bigint' ? Number(value) : value
}
