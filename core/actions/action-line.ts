import { readDue, type Due, type DueContext } from './due-words.ts'

/** A stretch of the line, counted in characters from 0; `to` is the one after its last. */
export interface LinePart {
  text: string
  from: number
  to: number
}

/** An action line in its parts, before anybody has looked who or which proposal is meant. */
export interface ActionLine {
  text: string
  owners: LinePart[]
  due: { part: LinePart; due: Due } | null
  proposal: LinePart | null
}

/**
 * Reads "JO, KB to provide legal text by 12 Jan #0621". Owners stand before the first "to", the due date after the last
 * "by" (or "in 10 WD" at the end), the proposal after "#". Whatever is none of these is what is to be done.
 * @param isOwner whether a word before "to" can be an owner: "Talk" in "Talk to KB" is none
 */
export function readActionLine(
  line: string,
  context: DueContext,
  isOwner: (name: string) => boolean,
): ActionLine {
  const start = /^\s*!?\s*/.exec(line)?.[0].length ?? 0
  let rest = partOf(line, start, line.length)
  const proposal = /(?:^|\s)#([\p{L}\p{N}][\p{L}\p{N}-]*)\s*$/u.exec(rest.text)
  let link: LinePart | null = null
  if (proposal !== null) {
    const from = rest.from + rest.text.lastIndexOf('#') + 1
    link = partOf(line, from, from + (proposal[1] ?? '').length)
    rest = partOf(line, rest.from, rest.from + proposal.index)
  }
  const due = dueOf(line, rest, context)
  if (due !== null) rest = partOf(line, rest.from, due.cutAt)
  const owners = ownersOf(line, rest, isOwner)
  if (owners !== null) rest = partOf(line, owners.textFrom, rest.to)
  return {
    text: rest.text,
    owners: owners?.owners ?? [],
    due: due === null ? null : { part: due.part, due: due.due },
    proposal: link,
  }
}

/** The part without the blanks around it. */
function partOf(line: string, from: number, to: number): LinePart {
  const text = line.slice(from, to)
  const begin = from + (text.length - text.trimStart().length)
  return { text: text.trim(), from: begin, to: begin + text.trim().length }
}

function dueOf(
  line: string,
  rest: LinePart,
  context: DueContext,
): { part: LinePart; due: Due; cutAt: number } | null {
  // The last "by" that a date follows; "in 10 WD" needs none.
  const places = [
    ...rest.text.matchAll(/(?:^|\s)(by(?: the)?|due|before)\s|(?:^|\s)(?=(?:in|within)\s\d)/giu),
  ].reverse()
  for (const place of places) {
    const from = rest.from + place.index + place[0].length
    const part = partOf(line, from, rest.to)
    const due = readDue(part.text, context)
    if (due !== null) return { part, due, cutAt: rest.from + place.index }
  }
  return null
}

function ownersOf(
  line: string,
  rest: LinePart,
  isOwner: (name: string) => boolean,
): { owners: LinePart[]; textFrom: number } | null {
  const to = /\sto(?:\s|$)/u.exec(rest.text)
  if (to === null) return null
  const owners: LinePart[] = []
  let from = rest.from
  const end = rest.from + to.index
  // A name in quotation marks may hold what else divides two: "Smith & Co".
  for (const between of [...line.slice(from, end).matchAll(/"[^"]*"|\s*(?:,|&|\/|\sand\s)\s*/gu)]) {
    if (between[0].startsWith('"')) continue
    owners.push(partOf(line, from, rest.from + between.index))
    from = rest.from + between.index + between[0].length
  }
  owners.push(partOf(line, from, end))
  if (owners.some(({ text }) => text === '' || !isOwner(text))) return null
  return { owners, textFrom: end + to[0].length }
}
