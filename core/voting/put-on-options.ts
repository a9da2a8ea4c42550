import { itemName, itemRow, type ItemRow } from '../agenda/item-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Phrases, QuestionKind } from '../contract/question-kinds.ts'
import type { CommandContext } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { keyed } from './key-options.ts'
import { objectivePhrases, objectiveRule, objectiveText } from './objective-words.ts'
import { briefly, insertJointVote, kindToPutJointly, titleOr } from './put-jointly.ts'
import { putQuestion, type QuestionToPut } from './put-question.ts'
import { optionName } from './question-places.ts'

/** An option with what it is called in a sentence: the reference of its proposal, or "0621 Alternative A". */
interface NamedOption {
  key: string
  label: string
  proposalId: string | null
  name: string
}

/**
 * Puts a question on each option of a proposal, and for each objective whether the option better facilitates it.
 * Every one of them is an ordinary question with its own vote, in the order of the options; an option comes after
 * its objectives.
 * @returns the id of the joint vote
 * @throws PanelbookError `bad-input` naming the field, `not-found`, `meeting-not-open`, `meeting-closed`, and those of
 *   `openRound`
 */
export function putOnOptions(
  context: CommandContext,
  input: CheckedInput<'joint-vote.put-on-options'>,
): { jointVoteId: string; summary: string } {
  const item = itemRow(context.db, input.itemId)
  const meeting = openMeeting(context.db, item.meeting_id)
  const kind = kindToPutJointly(context, meeting, input.kind)
  const options = keyed(input.options, 'options').map((option, index) => ({
    ...option,
    name: nameOf(context, item, option, index),
  }))
  const objectives = keyed(input.objectives, 'objectives')
  const labels = briefly(
    options.map(({ label }) => label),
    'options',
  )
  const baseline = onOneLine(input.baseline)
  const jointVoteId = insertJointVote(context, {
    itemId: item.id,
    form: 'options',
    title: titleOr(input.title, () => `${kind.label} on ${itemName(item)}: ${labels}`),
    baseline,
    options: options.map(({ key, label, proposalId }) => ({ key, label, proposalId })),
    objectives,
  })
  for (const option of options) {
    const shared = { item, proposalId: option.proposalId ?? item.proposal_id, kindKey: kind.key }
    const how = { method: input.method, isIndicative: input.isIndicative }
    for (const objective of objectives) {
      putQuestion(context, meeting, {
        ...shared,
        ...how,
        ...againstObjective(kind, { option: option.name, objective: objective.label, baseline }),
        joint: { jointVoteId, optionKey: option.key, objectiveKey: objective.key },
      })
    }
    putQuestion(context, meeting, {
      ...shared,
      ...how,
      ...overall(kind, option),
      joint: { jointVoteId, optionKey: option.key, objectiveKey: null },
    })
  }
  return { jointVoteId, summary: `${labels}: joint vote put on ${itemName(item)}` }
}

type Words = Pick<QuestionToPut, 'text' | 'polarity' | 'phrases' | 'decisionMaker' | 'consequences' | 'rule'>

/** Whether an option better facilitates an objective is a view, from which nothing follows. */
function againstObjective(kind: QuestionKind, comparison: Parameters<typeof objectiveText>[0]): Words {
  return {
    text: objectiveText(comparison),
    polarity: 'for-carries',
    phrases: objectivePhrases(comparison),
    decisionMaker: 'view',
    consequences: [],
    rule: objectiveRule(kind.rule),
  }
}

/** The question of the kind with the option in place of the proposal. What follows from it follows for a proposal alone. */
function overall(kind: QuestionKind, option: NamedOption): Words {
  const named = (words: string): string =>
    words.includes('{proposal}')
      ? words.replaceAll('{proposal}', () => option.name)
      : `${option.label}: ${words}`
  return {
    text: named(kind.text),
    polarity: kind.polarity,
    phrases: {
      unanimousFor: named(kind.phrases.unanimousFor),
      unanimousAgainst: named(kind.phrases.unanimousAgainst),
      carried: named(kind.phrases.carried),
      notCarried: named(kind.phrases.notCarried),
      tied: named(kind.phrases.tied),
      noDecision: named(kind.phrases.noDecision),
    } satisfies Phrases,
    decisionMaker: kind.decisionMaker,
    consequences: option.proposalId === null ? [] : kind.consequences,
    rule: kind.rule,
  }
}

/** @throws PanelbookError `not-found` naming the field of the option's proposal */
function nameOf(
  { db }: Pick<CommandContext, 'db'>,
  item: ItemRow,
  option: { label: string; proposalId: string | null },
  index: number,
): string {
  if (option.proposalId === null) return optionName(option, itemName(item))
  const found = db.get<{ reference: string }>(
    'SELECT reference FROM proposal WHERE id = ?',
    option.proposalId,
  )
  if (found !== undefined) return optionName(option, found.reference)
  const problem = 'There is no such proposal in this book.'
  throw new PanelbookError('not-found', problem, {
    fields: [{ field: `options.${index}.proposalId`, problem }],
  })
}
