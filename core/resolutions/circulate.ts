import type { Reader } from '../../db/store-types.ts'
import { itemName, itemRow, requireProposal } from '../agenda/item-row.ts'
import { expectMembers } from '../attendance/attendance-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { QuestionKind } from '../contract/question-kinds.ts'
import { asksForPreference, type VotingRule } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { refuseNumber, requireResolutionNumber } from '../meetings/create-meeting.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { isPast } from '../voting/deadline.ts'
import { inUsualWords, kindToPut, putQuestion } from '../voting/put-question.ts'

export interface Circulated {
  meetingId: string
  itemId: string
  questionId: string
  number: string
  /** What it is about, in a sentence. */
  name: string
}

/**
 * Sends a question round outside a meeting (rule 11 of the field). It is kept like a meeting with one item, which is
 * open from the start, so that votes, determinations, minutes and history work on it as on any other; its day is the
 * one on which it went round, and whoever sits that day is asked.
 * @throws PanelbookError `not-found`, `already-exists` for the number, `not-entitled` where the body has no seat in
 *   force, `bad-input` naming the field
 */
export function circulate(context: CommandContext, input: CheckedInput<'resolution.circulate'>): Circulated {
  const { db, nextId, now } = context
  const body = db.get<{ short_name: string }>('SELECT short_name FROM body WHERE id = ?', input.bodyId)
  if (body === undefined) throw new PanelbookError('not-found', 'There is no such body in this book.')
  if (input.proposalId !== null) requireProposal(db, input.proposalId)
  const kind = kindToPut(db, { body_id: input.bodyId, body_short_name: body.short_name }, input.kind)
  const rule = ruleOf(kind, input.rule)
  const circulatedOn = dayOf(input, now)
  const number = input.number ?? nextNumber(db, input.bodyId)
  requireResolutionNumber(number)
  refuseNumber(db, input.bodyId, number)
  const meetingId = nextId()
  const itemId = nextId()
  db.insert('meeting', {
    id: meetingId,
    body_id: input.bodyId,
    number,
    form: 'written-resolution',
    starts_on: circulatedOn,
    start_time: now.slice(11, 16),
    ...endOf(input.deadline),
    state: 'open',
    opened_at: now,
  })
  db.insert('agenda_item', {
    id: itemId,
    meeting_id: meetingId,
    parent_id: null,
    position: 1,
    title: titleOf(db, input, kind),
    purpose: 'decision',
    proposal_id: input.proposalId,
  })
  db.update('meeting', meetingId, { current_item_id: itemId })
  const meeting = meetingRow(db, meetingId)
  expectMembers(context, meeting)
  const item = itemRow(db, itemId)
  const questionId = putQuestion(context, meeting, {
    item,
    proposalId: input.proposalId,
    ...inUsualWords(kind, itemName(item)),
    ...(input.text === undefined ? {} : { text: input.text }),
    rule,
    method: 'written',
    isIndicative: false,
    deadline: input.deadline,
  })
  return { meetingId, itemId, questionId, number, name: itemName(item) }
}

/** The last day and time of a resolution are those of its deadline. */
export function endOf(deadline: string): { ends_on: string; end_time: string } {
  return { ends_on: deadline.slice(0, 10), end_time: deadline.slice(11, 16) }
}

/** The threshold of the kind of question holds where it is one for written resolutions; else a majority of all seats. */
function ruleOf(kind: QuestionKind, given: VotingRule | undefined): VotingRule {
  if (asksForPreference(kind.rule.kind)) {
    const problem = `“${kind.label}” asks which option is preferred, which a written resolution cannot say`
    throw badInput('kind', problem, `${problem}.`)
  }
  const rule = given ?? (kind.rule.kind === 'written-resolution' ? kind.rule : { kind: 'written-resolution' })
  if (rule.kind !== 'written-resolution') {
    throw badInput('rule', 'must be of the kind written-resolution: every seat is in the denominator')
  }
  if (rule.tie === 'casting-vote') {
    throw badInput('rule', 'has a casting vote, and nobody is in the chair of a written resolution')
  }
  return rule
}

/** The day on which it goes round: today, or one of the days before, where it is entered afterwards. */
function dayOf({ circulatedOn, deadline }: CheckedInput<'resolution.circulate'>, now: string): string {
  const today = now.slice(0, 10)
  const day = circulatedOn ?? today
  if (day > today) throw badInput('circulatedOn', 'lies in the future; it is circulated on the day itself')
  requireFuture(deadline, now)
  if (deadline.slice(0, 10) < day) throw badInput('deadline', 'is before the day on which it goes round')
  return day
}

/** @throws PanelbookError `bad-input` for a deadline that has passed */
export function requireFuture(deadline: string, now: string): void {
  if (isPast(deadline, now) || Date.parse(deadline) === Date.parse(now)) {
    throw badInput('deadline', 'lies in the past')
  }
}

function titleOf(
  db: Reader,
  { title, proposalId }: CheckedInput<'resolution.circulate'>,
  kind: QuestionKind,
): string {
  if (title.trim() !== '') return title.trim()
  const proposal =
    proposalId === null
      ? undefined
      : db.get<{ title: string }>('SELECT title FROM proposal WHERE id = ?', proposalId)
  return proposal?.title ?? kind.label
}

/** WR and one more than the highest of the body that is numbered so; WR1 where there is none. */
function nextNumber(db: Reader, bodyId: string): string {
  const highest = db.get<{ highest: number | null }>(
    `SELECT MAX(CAST(substr(number, 3) AS INTEGER)) AS highest FROM meeting
     WHERE body_id = ? AND form = 'written-resolution' AND number GLOB 'WR[0-9]*' AND length(number) <= 17
       AND substr(number, 3) NOT GLOB '*[^0-9]*'`,
    bodyId,
  )
  return `WR${(highest?.highest ?? 0) + 1}`
}
