import type { PositionValue } from '../contract/voting-rule.ts'

/** A word of the line: where it stands, counted in characters from 0, `to` being the one after its last. */
export interface LineWord {
  text: string
  from: number
  to: number
}

/** One name of the line with the value that it is given. */
export interface NamedException {
  name: LineWord
  value: PositionValue
}

export interface LineProblem {
  word: LineWord
  message: string
}

/** What a line says, before anybody has looked who it is about. */
export interface ExceptionLine {
  named: NamedException[]
  /** The value of all whose vote can be exercised and who are not named; null where the line does not say it. */
  all: PositionValue | null
  /** The value of all who are still to come and are not named. */
  rest: PositionValue | null
  problems: LineProblem[]
}

/** Every way of writing a value that a note-taker uses, from one letter to the whole word. */
const values: Record<string, PositionValue> = {
  f: 'for',
  for: 'for',
  y: 'for',
  yes: 'for',
  a: 'against',
  against: 'against',
  b: 'abstain',
  ab: 'abstain',
  abs: 'abstain',
  abstain: 'abstain',
  abstained: 'abstain',
  n: 'none',
  nv: 'none',
  none: 'none',
  p: 'not-present',
  np: 'not-present',
  absent: 'not-present',
  r: 'recused',
  rec: 'recused',
  recuse: 'recused',
  recused: 'recused',
}

const collective: Record<string, 'all' | 'rest'> = {
  all: 'all',
  everyone: 'all',
  rest: 'rest',
  others: 'rest',
}

/**
 * Reads an exception line: `all f / kb n / af,gn a / rl recuse`. Parts are divided by `/` or `;`. The last word of a
 * part is the value, the words before it are initials, or `all`, or `rest`. Case does not matter. A part that is still
 * being typed is no problem of its own as long as it is the last one and names nobody twice.
 */
export function readExceptionLine(line: string): ExceptionLine {
  const read: ExceptionLine = { named: [], all: null, rest: null, problems: [] }
  const seen = new Set<string>()
  for (const part of line.matchAll(/[^/;\n]+/g)) {
    const words = wordsOf(part[0], part.index)
    const last = words.at(-1)
    if (last === undefined) continue
    const value = values[last.text.toLowerCase()]
    const names = words.slice(0, -1)
    if (value === undefined || names.length === 0) {
      read.problems.push({ word: last, message: incompleteWords(last.text, value, names) })
      continue
    }
    for (const name of names) readName(read, seen, name, value)
  }
  return read
}

function readName(read: ExceptionLine, seen: Set<string>, name: LineWord, value: PositionValue): void {
  const key = name.text.toUpperCase()
  if (seen.has(key)) {
    read.problems.push({ word: name, message: `“${name.text}” is named twice.` })
    return
  }
  seen.add(key)
  const group = collective[name.text.toLowerCase()]
  if (group === undefined) read.named.push({ name, value })
  else read[group] = value
}

function incompleteWords(text: string, value: PositionValue | undefined, names: readonly LineWord[]): string {
  if (value !== undefined) return `“${text}” is a position: say first whose.`
  const whose = names.length === 0 ? text : [...names.map((name) => name.text), text].join(', ')
  return `No position for ${whose} yet: f for, a against, b abstain, n no vote, p not present, r recused.`
}

function wordsOf(part: string, offset: number): LineWord[] {
  return [...part.matchAll(/[^\s,]+/g)].map((found) => ({
    text: found[0],
    from: offset + found.index,
    to: offset + found.index + found[0].length,
  }))
}
