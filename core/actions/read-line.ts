import type { Reader } from '../../db/store-types.ts'
import { itemRow } from '../agenda/item-row.ts'
import type { ReadActionLine } from '../contract/action-lines.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { meetingRow, type MeetingRow } from '../meetings/meeting-row.ts'
import { nextMeeting } from '../meetings/next-meeting.ts'
import { proposalIdsByReference } from '../register/find-proposals.ts'
import { dayOfIsoDate } from '../timetable/iso-days.ts'
import { dayInWords, shortDay } from '../timetable/day-in-words.ts'
import { workingDaysUntil } from '../timetable/working-days.ts'
import { capital } from '../sentence.ts'
import { readActionLine, type LinePart } from './action-line.ts'
import { resolveOwners } from './owners.ts'

type Problem = ReadActionLine['problems'][number]

/** What a line means at an item of a meeting. @throws PanelbookError `not-found` */
export function readLineAt(db: Reader, itemId: string, line: string): ReadActionLine {
  const meeting = meetingRow(db, itemRow(db, itemId).meeting_id)
  return readLine(db, line, { meeting, bodyId: meeting.body_id, raisedOn: meeting.starts_on })
}

/** What a line means for an action of a body. */
export function readLine(
  db: Reader,
  line: string,
  where: { meeting: MeetingRow | null; bodyId: string; raisedOn: string },
): ReadActionLine {
  const { meeting, bodyId, raisedOn } = where
  const names = knownNames(db, meeting?.id ?? null)
  const context = { raisedOn, nextMeeting: nextMeeting(db, bodyId, { day: raisedOn }) }
  const parts = readActionLine(line, context, (name) => isOwner(name, names))
  const problems: Problem[] = []
  const owners = parts.owners.flatMap((part) =>
    ownerOf(db, part, { bodyId, meetingId: meeting?.id ?? null }, names, problems),
  )
  const due = dueOf(parts.due, raisedOn, problems)
  const proposal = proposalOf(db, parts.proposal, bodyId, problems)
  if (parts.text === '') {
    problems.push({
      from: 0,
      to: line.length,
      message: 'It does not say what is to be done.',
      isWarning: false,
    })
  }
  return {
    // "AB to provide legal text" is listed as "Provide legal text".
    text: owners.length === 0 ? parts.text : capital(parts.text),
    owners,
    ...due,
    proposal,
    problems: problems.sort((one, other) => one.from - other.from),
  }
}

/**
 * A line that can be taken as it is. @throws PanelbookError `bad-input` naming the line, with the first thing that is
 * wrong
 */
export function requireLine(read: ReadActionLine): ReadActionLine {
  const wrong = read.problems.find(({ isWarning }) => !isWarning)
  if (wrong !== undefined) throw badInput('line', wrong.message, wrong.message)
  return read
}

/** Names and initials of the book in small letters, and the names of organisations: those can have actions too. */
function knownNames(db: Reader, meetingId: string | null): Set<string> {
  const rows = db.all<{ name: string }>(
    `SELECT name FROM person UNION SELECT initials FROM person UNION SELECT organisation FROM person
     UNION SELECT initials FROM attendance WHERE meeting_id = ?
     UNION SELECT administrator FROM code UNION SELECT short_name FROM body UNION SELECT name FROM body`,
    meetingId,
  )
  const names = new Set(rows.map(({ name }) => name.toLocaleLowerCase('en-GB')))
  for (const everybody of ['all', 'chair', 'secretary', 'proposer', 'workgroup']) names.add(everybody)
  names.delete('')
  return names
}

/** What is in quotation marks always is; a word in capitals looks like initials, whether or not anybody has them. */
function isOwner(name: string, known: ReadonlySet<string>): boolean {
  return /^"[^"]+"$|^\p{Lu}{2,5}\d?$/u.test(name) || known.has(name.toLocaleLowerCase('en-GB'))
}

function ownerOf(
  db: Reader,
  { text: written, from, to }: LinePart,
  where: { bodyId: string; meetingId: string | null },
  names: ReadonlySet<string>,
  problems: Problem[],
): ReadActionLine['owners'] {
  const isQuoted = written.startsWith('"')
  const text = isQuoted ? written.slice(1, -1).trim() : written
  try {
    const [owner] = resolveOwners(db, [text], where)
    if (owner === undefined) return []
    if (owner.personId === null && !isQuoted && !names.has(text.toLocaleLowerCase('en-GB'))) {
      const message = `Nobody in the book has the initials ${text}; a name stands in quotation marks: "${text}".`
      problems.push({ from, to, message, isWarning: false })
    }
    return [{ written: text, name: owner.name, personId: owner.personId }]
  } catch (error) {
    if (!(error instanceof PanelbookError)) throw error
    problems.push({ from, to, message: error.message, isWarning: false })
    return []
  }
}

function dueOf(
  due: ReturnType<typeof readActionLine>['due'],
  raisedOn: string,
  problems: Problem[],
): Pick<ReadActionLine, 'dueOn' | 'dueMeeting' | 'dueWords'> {
  const none = { dueOn: null, dueMeeting: '', dueWords: '' }
  if (due === null) return none
  if ('meeting' in due.due) return { ...none, dueMeeting: due.due.meeting, dueWords: due.due.meeting }
  const { from, to } = due.part
  if ('problem' in due.due) {
    problems.push({ from, to, message: due.due.problem, isWarning: false })
    return none
  }
  const { on } = due.due
  if (on < raisedOn) {
    const message = `${shortDay(on)} is before the day on which it is raised, ${dayInWords(raisedOn)}.`
    problems.push({ from, to, message, isWarning: false })
  }
  return { dueOn: on, dueMeeting: '', dueWords: dueWords(on, raisedOn) }
}

/** "Thu 12 Jan 2017, in 18 working days". */
function dueWords(on: string, raisedOn: string): string {
  if (dayOfIsoDate(on) <= dayOfIsoDate(raisedOn)) return shortDay(on)
  const days = workingDaysUntil(raisedOn, on)
  return `${shortDay(on)}, in ${days} working ${days === 1 ? 'day' : 'days'}`
}

function proposalOf(
  db: Reader,
  part: LinePart | null,
  bodyId: string,
  problems: Problem[],
): ReadActionLine['proposal'] {
  if (part === null) return null
  const code = db.get<{ code_id: string | null }>('SELECT code_id FROM body WHERE id = ?', bodyId)?.code_id
  const ids = proposalIdsByReference(db, part.text, code ?? undefined)
  const [found, ...more] = ids
  if (found === undefined || more.length > 0) {
    const message =
      found === undefined
        ? `There is no proposal ${part.text} in the register.`
        : `${part.text} can be more than one proposal; write the whole reference.`
    problems.push({ from: part.from, to: part.to, message, isWarning: false })
    return null
  }
  const row = db.get<{ id: string; reference: string; title: string }>(
    'SELECT id, reference, title FROM proposal WHERE id = ?',
    found,
  )
  return row === undefined ? null : { ...row }
}
