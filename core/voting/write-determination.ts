import type { CheckedInput } from '../contract/calls.ts'
import type { ItemRow } from '../agenda/item-row.ts'
import { readQuestionKinds } from '../bodies/body-view.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { DeterminationConsequences } from '../contract/determinations.ts'
import type { DecisionMaker } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { dayAtHand, meetingRow } from '../meetings/meeting-row.ts'
import { moveProposal } from '../register/move-proposal.ts'
import { keepingMoves } from './register-moves.ts'
import { composeRound } from './round-row.ts'
import { requireComplete, voteAtHand } from './vote-at-hand.ts'

interface Determination {
  kind: string
  text: string
  composed: string
  decisionMaker: DecisionMaker
  questionId: string | null
  roundId: string | null
  proposalId: string | null
  /** What an indication only is called by; null for a decision. */
  indication: string | null
}

/**
 * Writes a determination, closes its vote, and moves the proposal where told, all in one step. The determination
 * of a question is one: writing it again replaces it.
 * @throws PanelbookError `vote-open`, `bad-input` naming the field, `not-quorate` where a vote that was an
 *   indication only is to move the proposal, and those of `moveProposal`
 */
export function writeDetermination(
  context: CommandContext,
  item: ItemRow,
  input: CheckedInput<'determination.write'>,
): void {
  const { db, nextId, now } = context
  const determination =
    input.questionId === null ? withoutVote(item, input) : ofQuestion(context, input.questionId, input)
  const before =
    determination.questionId === null
      ? undefined
      : db.get<{ id: string; text: string }>(
          'SELECT id, text FROM determination WHERE question_id = ?',
          determination.questionId,
        )
  const row = {
    vote_round_id: determination.roundId,
    proposal_id: determination.proposalId,
    kind: determination.kind,
    text: determination.text,
    composed_text: determination.composed,
    parameters: JSON.stringify(input.parameters),
    // Written again without any, it keeps those with which it moved the proposal.
    ...(changesNothing(input.consequences) ? {} : { consequences: JSON.stringify(input.consequences) }),
    decision_maker: determination.decisionMaker,
    written_at: now,
  }
  const id = before?.id ?? nextId()
  if (before !== undefined) {
    db.update('determination', id, row)
    if (before.text !== row.text) sayAgain(context, id, row.text)
  } else {
    const last = db.get<{ last: number | null }>(
      'SELECT MAX(position) AS last FROM determination WHERE agenda_item_id = ?',
      item.id,
    )
    db.insert('determination', {
      id,
      agenda_item_id: item.id,
      question_id: determination.questionId,
      position: (last?.last ?? 0) + 1,
      ...row,
    })
  }
  move(context, item, id, determination, input.consequences)
}

/** The stage history gives the determination as its reason, so it follows a determination that is written again. */
export function sayAgain({ db }: Pick<CommandContext, 'db'>, determinationId: string, reason: string): void {
  for (const { id } of db.all<{ id: string }>(
    'SELECT id FROM stage_change WHERE determination_id = ?',
    determinationId,
  )) {
    db.update('stage_change', id, { reason })
  }
}

function withoutVote(item: ItemRow, input: CheckedInput<'determination.write'>): Determination {
  if (input.text.trim() === '')
    throw badInput('text', 'must not be empty where there is no question to compose it from')
  return {
    kind: input.kind || 'other',
    text: input.text,
    composed: '',
    decisionMaker: 'body',
    questionId: null,
    roundId: null,
    proposalId: item.proposal_id,
    indication: null,
  }
}

function ofQuestion(
  { db, now }: CommandContext,
  questionId: string,
  input: CheckedInput<'determination.write'>,
): Determination {
  const vote = voteAtHand(db, questionId)
  requireComplete(vote)
  if (vote.round.state === 'open') {
    db.update('vote_round', vote.round.id, { state: 'closed', closed_at: now })
  }
  const composed = composeRound(vote.question, vote.round, vote.positions, input.parameters)
  const kinds = readQuestionKinds(db, vote.meeting.body_id)
  // A view on an objective is not the answer to the question of the kind.
  const usual =
    vote.question.objective_key === null
      ? kinds.find(({ key }) => key === vote.question.kind_key)?.determinationKind
      : 'objective'
  return {
    kind: input.kind || usual || 'other',
    text: input.text.trim() === '' ? composed : input.text,
    composed,
    decisionMaker: vote.question.decision_maker,
    questionId,
    roundId: vote.round.id,
    proposalId: vote.question.proposal_id,
    indication: vote.round.is_indicative === 1 ? vote.name : null,
  }
}

/** Moves the proposal where told. What is told of the counting is kept with the determination and moves nothing. */
function move(
  context: CommandContext,
  item: ItemRow,
  determinationId: string,
  determination: Determination,
  consequences: DeterminationConsequences,
): void {
  if (changesNothing(consequences)) return
  if (determination.indication !== null) {
    throw new PanelbookError(
      'not-quorate',
      `The vote on ${determination.indication} was an indication only, so the proposal does not move.`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Write the determination alone, or take the vote again with a quorum.',
      },
    )
  }
  if (determination.proposalId === null) {
    throw badInput('consequences', 'the item is about no proposal that could move')
  }
  const { proposalId } = determination
  const meeting = meetingRow(context.db, item.meeting_id)
  keepingMoves(context.db, determinationId, proposalId, context.now, () =>
    moveProposal(context, {
      proposalId,
      stageKey: consequences.stage,
      stageDetail: consequences.stageDetail,
      workgroupId: consequences.workgroupId,
      reportingOn: consequences.reportingOn,
      consultationClosesOn: consequences.consultationClosesOn,
      implementationOn: consequences.implementationOn,
      on: dayAtHand(meeting, context.now),
      reason: determination.text,
      determinationId,
    }),
  )
}

function changesNothing({
  working: _working,
  calendarVersion: _calendarVersion,
  ...changes
}: DeterminationConsequences): boolean {
  return Object.values(changes).every((value) => value === undefined)
}
