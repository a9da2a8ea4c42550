import { numberedItems } from '../agenda/agenda-view.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput } from '../contract/errors.ts'
import type { QuestionKind } from '../contract/question-kinds.ts'
import { asksForPreference } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { openMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { namingField } from './name-field.ts'
import { inUsualWords, kindToPut, putQuestion } from './put-question.ts'
import { listed } from './vote-words.ts'

/**
 * Puts the same question on several items of one meeting. Each gets its own ordinary question with its own vote, so
 * that who is recused from one of them is recused from that one alone.
 * @returns the id of the joint vote
 * @throws PanelbookError `bad-input` naming the item, `not-found`, `meeting-not-open`, `meeting-closed`, and those of
 *   `openRound`
 */
export function putOnItems(
  context: CommandContext,
  input: CheckedInput<'joint-vote.put-on-items'>,
): { jointVoteId: string; summary: string } {
  const { db } = context
  const { itemIds } = input
  const items = itemIds.map((itemId, index) => {
    const field = `itemIds.${index}`
    const item = namingField('', field, () => itemRow(db, itemId))
    if (itemIds.indexOf(itemId) !== index) throw badInput(field, `${itemName(item)} is named twice`)
    return item
  })
  const [first] = items
  if (first === undefined) throw badInput('itemIds', 'must name at least two items')
  const meeting = openMeeting(db, first.meeting_id)
  const elsewhere = items.findIndex(({ meeting_id }) => meeting_id !== meeting.id)
  const stray = items[elsewhere]
  if (stray !== undefined) {
    throw badInput(`itemIds.${elsewhere}`, `${itemName(stray)} is an item of another meeting`)
  }
  const kind = kindToPutJointly(context, meeting, input.kind)
  const jointVoteId = insertJointVote(context, {
    itemId: first.id,
    form: 'items',
    title: titleOr(input.title, () => `${kind.label} on ${itemLabels(context, meeting, new Set(itemIds))}`),
  })
  items.forEach((item, index) => {
    namingField('', `itemIds.${index}`, () =>
      putQuestion(context, meeting, {
        item,
        proposalId: item.proposal_id,
        ...inUsualWords(kind, itemName(item)),
        method: input.method,
        isIndicative: input.isIndicative,
        joint: { jointVoteId, optionKey: null, objectiveKey: null },
      }),
    )
  })
  return { jointVoteId, summary: `${kind.label} put on ${briefly(items.map(itemName), 'items')} together` }
}

/**
 * A kind of question that several votes can be put by.
 * @throws PanelbookError `bad-input` for an unknown one, and for one that asks which option is preferred: that is one
 *   vote over all the options, and not one for each
 */
export function kindToPutJointly(
  { db }: Pick<CommandContext, 'db'>,
  meeting: MeetingRow,
  key: string,
): QuestionKind {
  const kind = kindToPut(db, meeting, key)
  if (!asksForPreference(kind.rule.kind)) return kind
  const problem = `“${kind.label}” asks which option is preferred, which is one vote and not several`
  throw badInput('kind', problem, `${problem}.`)
}

export function insertJointVote(
  { db, nextId, now }: CommandContext,
  vote: {
    itemId: string
    form: 'items' | 'options'
    title: string
    baseline?: string
    options?: readonly object[]
    objectives?: readonly object[]
  },
): string {
  const id = nextId()
  db.insert('joint_vote', {
    id,
    agenda_item_id: vote.itemId,
    form: vote.form,
    title: vote.title,
    baseline: vote.baseline ?? '',
    options: JSON.stringify(vote.options ?? []),
    objectives: JSON.stringify(vote.objectives ?? []),
    put_at: now,
  })
  return id
}

/** The longest title, as the contract has it. */
const longestTitle = 200

/** The title as given, on one line; composed where there is none. */
export function titleOr(given: string, compose: () => string): string {
  const title = onOneLine(given) || compose()
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title
}

/** "Original, A and B" while that is short enough to be read at a glance; else "20 options". */
export function briefly(names: readonly string[], what: string): string {
  const all = listed(names)
  return all.length > 80 ? `${names.length} ${what}` : all
}

/** The numbers of some items in the order of the agenda, each section named once: "199.6 (a), (b)"; or how many they are. */
function itemLabels({ db }: CommandContext, meeting: MeetingRow, wanted: ReadonlySet<string>): string {
  let section: string | null = null
  const labels = numberedItems(db, meeting)
    .filter(({ item }) => wanted.has(item.id))
    .map(({ item, label, fullLabel }) => {
      const isUnderTheSame = item.parent_id !== null && item.parent_id === section
      section = item.parent_id
      return isUnderTheSame ? label : fullLabel
    })
    .join(', ')
  return labels.length > 80 ? `${wanted.size} items` : labels
}
