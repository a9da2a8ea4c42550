import { itemRow, type ItemRow } from '../agenda/item-row.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { heldPositions } from './held-positions.ts'
import { requireVotes, type JointVoteAtHand } from './joint-vote-at-hand.ts'
import { isRecorded } from './position-change.ts'
import { questionName } from './question-places.ts'
import { readRatifications } from './ratifications.ts'
import { currentRound, positionRows, questionRow, type QuestionRow, type RoundRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'
import { listed } from './vote-words.ts'

/**
 * Withdraws a question that was put by mistake. Its vote is superseded by nothing: it stops being open and counts
 * nowhere, and its positions stay to be read. Nothing follows it afterwards, so undo takes it back while it is the
 * last change; later on the question is put again, because the room has moved on since.
 * @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed`, `bad-input` where it was withdrawn
 *   already, `conflict` while a determination stands on it, or where it was ratified
 */
export function withdrawQuestion(
  { db, now }: CommandContext,
  questionId: string,
  reason: string,
): { item: ItemRow; name: string } {
  const question = questionRow(db, questionId)
  const item = itemRow(db, question.agenda_item_id)
  openMeeting(db, item.meeting_id)
  const name = questionName(question)
  if (question.withdrawn_at !== null) {
    throw badInput('questionId', 'it was withdrawn already', 'The question was withdrawn already.')
  }
  requireUndetermined(question)
  const [ratified] = readRatifications(db, [questionId]).values()
  if (ratified !== undefined) {
    throw new PanelbookError(
      'conflict',
      `It was ratified at meeting ${ratified.meeting} (${ratified.item}).`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Take the ratification back there first.',
      },
    )
  }
  withdraw({ db, now }, { question, round: currentRound(db, questionId) }, reason)
  return { item, name }
}

/**
 * Withdraws all the votes that were taken together, by the rules of one. Those withdrawn by themselves keep their
 * reason. Only a written resolution is ratified, and that is a vote of its own.
 * @throws PanelbookError `vote-closed` where every question was withdrawn already, `conflict` naming the rows on which a
 *   determination stands; then none is withdrawn
 */
export function withdrawJointly(
  context: Pick<CommandContext, 'db' | 'now'>,
  { row, votes }: Pick<JointVoteAtHand, 'row' | 'votes'>,
  reason: string,
): void {
  requireVotes(row.title, votes)
  const determined = votes.filter(({ question }) => question.has_determination === 1)
  const [first] = determined
  if (determined.length === 1 && first !== undefined) requireUndetermined(first.question)
  if (determined.length > 0) {
    const names = listed(determined.map(({ name }) => name))
    throw new PanelbookError('conflict', `Determinations rest on the votes on ${names}.`, {
      safe: 'Nothing was changed.',
      remedy: 'Take the determinations back first, or withdraw the other questions one by one.',
    })
  }
  for (const vote of votes) withdraw(context, vote, reason)
}

function withdraw(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  { question, round }: { question: Pick<QuestionRow, 'id'>; round: Pick<RoundRow, 'id'> },
  reason: string,
): void {
  db.update('question', question.id, { withdrawn_at: now, withdrawn_reason: reason })
  db.update('vote_round', round.id, {
    state: 'superseded',
    superseded_at: now,
    superseded_reason: reason,
  })
}

function requireUndetermined({ has_determination, text }: QuestionRow): void {
  if (has_determination === 0) return
  throw new PanelbookError('conflict', `A determination rests on the question “${text}”.`, {
    safe: 'Nothing was changed.',
    remedy: 'Take the determination back first, then withdraw the question.',
  })
}

/**
 * Changes the words of a question on which nobody's position is recorded, in this vote or in one before it: each
 * vote keeps the words on which it was taken. What was sent beforehand was sent for the kind of question and not for
 * these words, so it stands.
 * @throws PanelbookError `bad-input` naming the text once a position is recorded, `vote-closed` after the vote
 */
export function rewordQuestion({ db }: CommandContext, vote: VoteAtHand, text: string): void {
  const { question, round } = vote
  const held = heldPositions(db, question, round.rule)
  const rounds = db.all<{ id: string }>('SELECT id FROM vote_round WHERE question_id = ?', question.id)
  const positions = positionRows(
    db,
    rounds.map(({ id }) => id),
  )
  const isTaken = positions.some(
    (row) => isRecorded(row) && !(row.basis === 'written' && held.get(row.seat_id) === row.value),
  )
  if (isTaken || round.state !== 'open') {
    const problem = 'positions are recorded on the words as they were put'
    throw new PanelbookError('bad-input', `The words cannot be changed any more: ${problem}.`, {
      safe: 'Nothing was changed.',
      remedy: 'Withdraw the question, and put it again in other words.',
      fields: [{ field: 'text', problem }],
    })
  }
  db.update('question', question.id, { text })
}
