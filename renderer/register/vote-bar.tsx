import type { Proposal } from '../../core/contract/register.ts'
import { positionWords, type PositionValue } from '../../core/contract/words.ts'

type Tally = Proposal['votes'][number]['tally']

const parts: [keyof Tally, PositionValue][] = [
  ['for', 'for'],
  ['against', 'against'],
  ['abstain', 'abstain'],
  ['none', 'none'],
  ['recused', 'recused'],
  ['notPresent', 'not-present'],
  ['notEntitled', 'not-entitled'],
  ['pending', 'pending'],
]

/** The count as a picture: each part as wide as its votes, with its mark and number. `words` says the same. */
export function VoteBar({ tally, words }: { tally: Tally; words: string }) {
  const present = parts.filter(([name]) => tally[name] > 0)
  if (present.length === 0) return null
  return (
    <div className="vote-bar" role="img" aria-label={words}>
      {present.map(([name, value]) => (
        <span
          key={name}
          className={value}
          style={{ flexGrow: tally[name] }}
          title={`${tally[name]} ${positionWords[value].name.toLowerCase()}`}
        >
          {positionWords[value].mark} {tally[name]}
        </span>
      ))}
    </div>
  )
}
