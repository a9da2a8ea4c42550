import type { Reader } from '../../db/store-types.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { RecordJointVote } from './record-types.ts'

interface JointQuestion {
  id: string
  joint_vote_id: string
  item_id: string
  option_key: string | null
  objective_key: string | null
  withdrawn_at: string | null
}

interface JointRow {
  id: string
  form: RecordJointVote['form']
  title: string
  baseline: string
  options: string
  objectives: string
}

/**
 * The joint votes of a meeting by the id of each item that has a part in them, oldest first. Two queries.
 * @param labels the number of each item with that of its section, in the order of the agenda
 */
export function recordJointVotes(
  db: Reader,
  meetingId: string,
  labels: ReadonlyMap<string, string>,
): Map<string, RecordJointVote[]> {
  const questions = Map.groupBy(
    db.all<JointQuestion>(
      `SELECT question.id, question.joint_vote_id, question.agenda_item_id AS item_id, question.option_key,
         question.objective_key, question.withdrawn_at
       FROM agenda_item JOIN question ON question.agenda_item_id = agenda_item.id
       WHERE agenda_item.meeting_id = ? AND question.joint_vote_id IS NOT NULL
       ORDER BY question.put_at, question.position, question.id`,
      meetingId,
    ),
    (question) => question.joint_vote_id,
  )
  const votes = db.all<JointRow>(
    `SELECT joint_vote.* FROM json_each(?) AS wanted JOIN joint_vote ON joint_vote.id = wanted.value
     ORDER BY joint_vote.put_at, joint_vote.id`,
    JSON.stringify([...questions.keys()]),
  )
  const byItem = new Map<string, RecordJointVote[]>()
  for (const vote of votes) {
    const own = questions.get(vote.id) ?? []
    for (const itemId of new Set(own.map(({ item_id }) => item_id))) {
      const ofItem = byItem.get(itemId) ?? []
      ofItem.push(recordJointVote(vote, own, itemId, labels))
      byItem.set(itemId, ofItem)
    }
  }
  return byItem
}

function recordJointVote(
  vote: JointRow,
  questions: readonly JointQuestion[],
  itemId: string,
  labels: ReadonlyMap<string, string>,
): RecordJointVote {
  const options = optionsOf(vote.options)
  const objectives = optionsOf(vote.objectives)
  const order = [...labels.keys()]
  const isOverItems = vote.form === 'items'
  const placeOf = (question: JointQuestion): number[] =>
    isOverItems
      ? [order.indexOf(question.item_id)]
      : [placeAmong(options, question.option_key), placeAmong(objectives, question.objective_key)]
  const rows = questions.toSorted((one, other) => compare(placeOf(one), placeOf(other)))
  return {
    jointVoteId: vote.id,
    form: vote.form,
    title: vote.title,
    baseline: vote.baseline,
    options,
    objectives,
    questionIds: rows.map(({ id }) => id),
    otherItems: isOverItems
      ? rows
          .filter(({ item_id, withdrawn_at }) => item_id !== itemId && withdrawn_at === null)
          .map(({ item_id }) => ({ itemId: item_id, label: labels.get(item_id) ?? '' }))
      : [],
  }
}

/** Only what names them: the proposal that an option is, is told by its name. */
function optionsOf(json: string): VotedOption[] {
  return (JSON.parse(json) as VotedOption[]).map(({ key, label }) => ({ key, label }))
}

/** The place of an option; after the last of them for none, as an option overall follows its objectives. */
function placeAmong(among: readonly VotedOption[], key: string | null): number {
  const index = among.findIndex((each) => each.key === key)
  return index === -1 ? among.length : index
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
