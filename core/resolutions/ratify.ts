import { itemRow } from '../agenda/item-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { meetingRow, openMeeting, requireRoom, type MeetingRow } from '../meetings/meeting-row.ts'
import { composeRatification, readRatifications } from '../voting/ratifications.ts'
import { currentRound, evaluateRound, positionRows, questionRow } from '../voting/round-row.ts'
import { requireComplete, requireStanding } from '../voting/vote-at-hand.ts'

/**
 * Ratifies a carried written resolution at an item of an open meeting of its body, by a determination that rests on no
 * vote there (rule 11 of the field: ratified at the next meeting).
 * @returns the number of the resolution
 * @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed`, `bad-input` naming the field where it is
 *   no resolution of this body, or not carried, `vote-open` while its vote is, `vote-closed` for one that was withdrawn,
 *   `already-exists` naming the meeting that ratified it
 */
export function ratify(context: CommandContext, input: CheckedInput<'resolution.ratify'>): string {
  const { db, nextId, now } = context
  const item = itemRow(db, input.itemId)
  const meeting = openMeeting(db, item.meeting_id)
  requireRoom(meeting, 'itemId')
  const resolution = requireRatifiable(context, meeting, input.questionId)
  const composed = composeRatification(db, input.questionId)
  const last = db.get<{ last: number | null }>(
    'SELECT MAX(position) AS last FROM determination WHERE agenda_item_id = ?',
    item.id,
  )
  db.insert('determination', {
    id: nextId(),
    agenda_item_id: item.id,
    question_id: null,
    ratifies_question_id: input.questionId,
    proposal_id: resolution.proposalId,
    kind: 'ratification',
    text: input.text.trim() === '' ? composed : input.text,
    composed_text: composed,
    decision_maker: 'body',
    written_at: now,
    position: (last?.last ?? 0) + 1,
  })
  return resolution.number
}

function requireRatifiable(
  { db }: CommandContext,
  meeting: MeetingRow,
  questionId: string,
): { number: string; proposalId: string | null } {
  const question = questionRow(db, questionId)
  const resolution = meetingRow(db, itemRow(db, question.agenda_item_id).meeting_id)
  const { number } = resolution
  if (resolution.form !== 'written-resolution') {
    throw badInput(
      'questionId',
      'is not the question of a written resolution',
      'Only a written resolution can be ratified, and the question was put at a meeting.',
    )
  }
  if (resolution.body_id !== meeting.body_id) {
    const problem = `${number} is a resolution of the ${resolution.body_name}, which ratifies it itself`
    throw badInput('questionId', problem, `${problem}.`)
  }
  requireStanding(question)
  const [ratified] = readRatifications(db, [questionId]).values()
  if (ratified !== undefined) {
    throw new PanelbookError(
      'already-exists',
      `${number} was ratified already, at meeting ${ratified.meeting} (${ratified.item}).`,
      { safe: 'That ratification stands.' },
    )
  }
  const round = currentRound(db, questionId)
  const positions = positionRows(db, [round.id])
  requireComplete({ positions, name: number })
  if (round.state === 'open') {
    throw new PanelbookError('vote-open', `The vote on ${number} has not been closed yet.`, {
      safe: 'Nothing was changed.',
      remedy: 'Close its vote, or write its determination, first.',
    })
  }
  if (evaluateRound(round, positions).verdict !== 'carried') {
    const problem = `${number} is not carried, so there is nothing to ratify`
    throw badInput('questionId', problem, `${problem}.`)
  }
  return { number, proposalId: question.proposal_id }
}
