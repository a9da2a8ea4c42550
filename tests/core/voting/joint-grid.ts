import type { JointVote } from '../../../core/contract/joint-votes.ts'
import type { Item } from '../../../core/contract/voting.ts'
import type { PositionValue } from '../../../core/contract/words.ts'

const letters: Record<PositionValue, string> = {
  for: 'f',
  against: 'a',
  abstain: 'b',
  none: 'n',
  pending: '.',
  'not-present': '-',
  recused: 'r',
  'not-entitled': 'x',
  unnamed: 'u',
}

/** The votes as a grid of letters: a line for each row, "original (a): ff.-", and a letter for each seat. */
export function grid(joint: JointVote): string[] {
  return joint.rows.map(
    ({ option, label, values }) =>
      `${option === null ? '' : `${option} `}${label}: ${values.map((value) => letters[value]).join('')}`,
  )
}

/** A joint vote of an item: the one asked for, or the newest. */
export function jointOf(item: Item, jointVoteId?: string): JointVote {
  const found =
    jointVoteId === undefined ? item.jointVotes.at(-1) : item.jointVotes.find(({ id }) => id === jointVoteId)
  if (found === undefined) throw new Error('The item has no such joint vote.')
  return found
}

/** Id of the question of a row: "original (a)", "a Overall", or the name of an item. */
export function rowOf(joint: JointVote, name: string): string {
  const found = joint.rows.find(
    ({ option, label }) => (option === null ? label : `${option} ${label}`) === name,
  )
  if (found === undefined) throw new Error(`The joint vote has no row ${name}.`)
  return found.questionId
}
