import type { ItemRow } from '../agenda/item-row.ts'
import { readQuestionKinds } from '../bodies/body-view.ts'
import type { Consequence } from '../contract/consequences.ts'
import { badInput } from '../contract/errors.ts'
import type { Phrases, QuestionKind } from '../contract/question-kinds.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { DecisionMaker, VoteMethod } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { openRound } from './open-round.ts'
import { questionText } from './question-text.ts'

/** A question in the words in which it is put; a later change of its kind does not touch it. */
export interface QuestionToPut {
  item: Pick<ItemRow, 'id'>
  proposalId: string | null
  kindKey: string
  text: string
  polarity: QuestionKind['polarity']
  phrases: Phrases
  decisionMaker: DecisionMaker
  consequences: readonly Consequence[]
  rule: VotingRule
  method: VoteMethod
  isIndicative: boolean
  /** Of a written resolution: until when positions are taken. */
  deadline?: string
  /** Its place among votes that are taken together. */
  joint?: { jointVoteId: string; optionKey: string | null; objectiveKey: string | null }
}

/**
 * Puts a question on an item, after those that were put there before, and opens its vote.
 * @returns its id
 * @throws PanelbookError as `openRound`
 */
export function putQuestion(context: CommandContext, meeting: MeetingRow, question: QuestionToPut): string {
  const { db, nextId, now } = context
  const questionId = nextId()
  const last = db.get<{ last: number | null }>(
    'SELECT MAX(position) AS last FROM question WHERE agenda_item_id = ?',
    question.item.id,
  )
  db.insert('question', {
    id: questionId,
    agenda_item_id: question.item.id,
    proposal_id: question.proposalId,
    joint_vote_id: question.joint?.jointVoteId ?? null,
    option_key: question.joint?.optionKey ?? null,
    objective_key: question.joint?.objectiveKey ?? null,
    kind_key: question.kindKey,
    text: question.text,
    polarity: question.polarity,
    phrases: JSON.stringify(question.phrases),
    decision_maker: question.decisionMaker,
    consequences: JSON.stringify(question.consequences),
    position: (last?.last ?? 0) + 1,
    put_at: now,
  })
  openRound(context, meeting, {
    questionId,
    itemId: question.item.id,
    number: 1,
    rule: question.rule,
    method: question.method,
    isIndicative: question.isIndicative,
    ...(question.deadline === undefined ? {} : { deadline: question.deadline }),
  })
  return questionId
}

/** What a kind of question says of a question that is put in its usual words, on an item or option of that name. */
export function inUsualWords(
  kind: QuestionKind,
  name: string,
): Pick<
  QuestionToPut,
  'kindKey' | 'text' | 'polarity' | 'phrases' | 'decisionMaker' | 'consequences' | 'rule'
> {
  const { key, polarity, phrases, decisionMaker, consequences, rule } = kind
  return {
    kindKey: key,
    text: questionText(kind, name),
    polarity,
    phrases,
    decisionMaker,
    consequences,
    rule,
  }
}

/** One of the body's kinds of question. @throws PanelbookError `bad-input` naming those that there are */
export function kindToPut(
  db: CommandContext['db'],
  meeting: Pick<MeetingRow, 'body_id' | 'body_short_name'>,
  key: string,
): QuestionKind {
  const kinds = readQuestionKinds(db, meeting.body_id)
  const kind = kinds.find((each) => each.key === key)
  if (kind !== undefined) return kind
  const keys = kinds.map((each) => each.key).join(', ')
  throw badInput(
    'kind',
    `${meeting.body_short_name} has no question "${key}"; ` +
      (keys === '' ? 'it has none at all' : `it has ${keys}`),
  )
}
