import type { Reader } from '../../db/store-types.ts'
import { itemName } from '../agenda/item-row.ts'
import type { JointVote } from '../contract/joint-votes.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { QuestionView } from '../contract/voting.ts'
import type { QuestionRow } from './round-row.ts'

/** The place of each question in a joint vote, by its id; those of their own are not in it. */
export function readJoints(
  db: Reader,
  questions: readonly QuestionRow[],
): Map<string, NonNullable<QuestionView['joint']>> {
  const joined = questions.filter(({ joint_vote_id }) => joint_vote_id !== null)
  const votes = new Map(
    db
      .all<{ id: string; options: string; objectives: string }>(
        `SELECT joint_vote.id, joint_vote.options, joint_vote.objectives
         FROM json_each(?) AS wanted JOIN joint_vote ON joint_vote.id = wanted.value`,
        JSON.stringify([...new Set(joined.map(({ joint_vote_id }) => joint_vote_id))]),
      )
      .map(({ id, options, objectives }) => [
        id,
        {
          options: JSON.parse(options) as VotedOption[],
          objectives: JSON.parse(objectives) as VotedOption[],
        },
      ]),
  )
  return new Map(
    joined.flatMap(({ id, joint_vote_id, option_key, objective_key }) => {
      const vote = votes.get(joint_vote_id ?? '')
      if (joint_vote_id === null || vote === undefined) return []
      const option = named(vote.options, option_key)
      return [[id, { id: joint_vote_id, option, objective: named(vote.objectives, objective_key) }] as const]
    }),
  )
}

/**
 * What a question is called by in a sentence: its item, or the option and the objective that it is about, as in
 * "0621A, Objective (a)".
 */
export function questionName(question: QuestionRow): string {
  const { joint_options, joint_objectives, option_key, objective_key } = question
  if (joint_options === null || option_key === null) return itemName(question)
  const option = (JSON.parse(joint_options) as JointVote['options']).find(({ key }) => key === option_key)
  if (option === undefined) return itemName(question)
  const objective = named(JSON.parse(joint_objectives ?? '[]') as VotedOption[], objective_key)
  return [optionName(option, itemName(question)), ...(objective === null ? [] : [objective.label])].join(', ')
}

/**
 * What an option is called by: the reference of the proposal that it is, or the name of the item with the label:
 * "0621 Alternative A".
 * @param name the reference of the option's own proposal, where it is one; else the name of the item
 */
export function optionName(option: { label: string; proposalId: string | null }, name: string): string {
  if (option.proposalId !== null) return name
  return option.label.includes(name) ? option.label : `${name} ${option.label}`
}

/** An option or objective by its key; null for none. */
export function named(among: readonly VotedOption[], key: string | null): VotedOption | null {
  const found = among.find((each) => each.key === key)
  return found === undefined ? null : { key: found.key, label: found.label }
}
