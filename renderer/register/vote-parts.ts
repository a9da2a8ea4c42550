import { optionMarks, positionMark } from '../../core/contract/option-marks.ts'
import type { ProposalVote } from '../../core/contract/proposal-votes.ts'
import { positionWords, type PositionValue } from '../../core/contract/words.ts'

/** Of a vote against an objective nothing is declared on the voices, so that no vote of it goes unnamed. */
export type Tally = Omit<ProposalVote['tally'], 'unnamed'> & Partial<ProposalVote['tally']>

/** A part of the bar: the votes that went one way. */
export interface VotePart {
  key: string
  className: string
  votes: number
  /** What stands in it: "✓ 6", or the option with its votes. */
  text: string
  name: string
}

const positions: [keyof Tally, PositionValue][] = [
  ['for', 'for'],
  ['against', 'against'],
  ['abstain', 'abstain'],
  ['none', 'none'],
  ['recused', 'recused'],
  ['notPresent', 'not-present'],
  ['notEntitled', 'not-entitled'],
  ['pending', 'pending'],
  ['unnamed', 'unnamed'],
]

/** The longest name of an option that stands in the bar itself; a longer one goes by its mark. */
const longestName = 18

/** Each part of the count that has votes; of a vote by preference each option in place of the votes for. */
export function votePartsOf(tally: Tally, byOption: ProposalVote['byOption']): VotePart[] {
  const marks = optionMarks(byOption ?? [])
  const options = (byOption ?? []).map(({ key, label, votes, isPreferred }): VotePart => {
    const mark = marks.find((each) => each.key === key)?.mark ?? ''
    return {
      key,
      className: isPreferred ? 'option preferred' : 'option',
      votes,
      text: `${label.length <= longestName ? label : mark}: ${String(votes)}`,
      name: isPreferred ? `for ${label}, preferred` : `for ${label}`,
    }
  })
  const others = positions
    .filter(([, value]) => byOption === null || value !== 'for')
    .map(([name, value]): VotePart => {
      const votes = tally[name] ?? 0
      return {
        key: value,
        className: value,
        votes,
        text: `${positionMark({ value, option: null }, marks)} ${String(votes)}`,
        name: positionWords[value].name.toLowerCase(),
      }
    })
  return [...options, ...others].filter(({ votes }) => votes > 0)
}
