import type { LineWords } from './line-words.ts'
import type { StatedPosition } from './named-option.ts'

/** A word of the line: where it stands, counted in characters from 0, `to` being the one after its last. */
export interface LineWord {
  text: string
  from: number
  to: number
}

/** One name of the line with the position that it is given. */
export interface NamedException extends StatedPosition {
  name: LineWord
}

export interface LineProblem {
  word: LineWord
  message: string
}

/** What a line says, before anybody has looked who it is about. */
export interface ExceptionLine {
  named: NamedException[]
  /** The position of all whose vote can be exercised and who are not named; null where the line does not say it. */
  all: StatedPosition | null
  /** The position of all who are still to come and are not named. */
  rest: StatedPosition | null
  problems: LineProblem[]
}

const collective: Record<string, 'all' | 'rest'> = {
  all: 'all',
  everyone: 'all',
  rest: 'rest',
  others: 'rest',
}

/**
 * Reads an exception line: `all f / kb n / af,gn a / rl recuse`. Parts are divided by `/` or `;`. The last word of a
 * part is the position, the words before it are initials, or `all`, or `rest`. Case does not matter. A part that is
 * still being typed is no problem of its own as long as it is the last one and names nobody twice.
 * @param words what says a position in this vote
 */
export function readExceptionLine(line: string, words: LineWords): ExceptionLine {
  const read: ExceptionLine = { named: [], all: null, rest: null, problems: [] }
  const seen = new Set<string>()
  for (const part of line.matchAll(/[^/;\n]+/g)) {
    const parts = wordsOf(part[0], part.index)
    const last = parts.at(-1)
    if (last === undefined) continue
    const stated = words.read(last.text.toLowerCase())
    const names = parts.slice(0, -1)
    if (typeof stated === 'string') read.problems.push({ word: last, message: stated })
    else if (stated === undefined || names.length === 0) {
      const message =
        stated === undefined
          ? `No position for ${[...names, last].map(({ text }) => text).join(', ')} yet: ${words.hint}.`
          : `“${last.text}” is a position: say first whose.`
      read.problems.push({ word: last, message })
    } else for (const name of names) readName(read, seen, name, stated)
  }
  return read
}

function readName(read: ExceptionLine, seen: Set<string>, name: LineWord, stated: StatedPosition): void {
  const key = name.text.toUpperCase()
  if (seen.has(key)) {
    read.problems.push({ word: name, message: `“${name.text}” is named twice.` })
    return
  }
  seen.add(key)
  const group = collective[name.text.toLowerCase()]
  if (group === undefined) read.named.push({ name, ...stated })
  else read[group] = stated
}

function wordsOf(part: string, offset: number): LineWord[] {
  return [...part.matchAll(/[^\s,]+/g)].map((found) => ({
    text: found[0],
    from: offset + found.index,
    to: offset + found.index + found[0].length,
  }))
}
