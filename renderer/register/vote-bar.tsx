import type { ProposalVote } from '../../core/contract/proposal-votes.ts'
import { votePartsOf, type Tally } from './vote-parts.ts'

interface VoteBarProps {
  tally: Tally
  byOption?: ProposalVote['byOption']
  /** The same in words. */
  words: string
}

/** The count as a picture: each part as wide as its votes, with its mark or option and number. */
export function VoteBar({ tally, byOption = null, words }: VoteBarProps) {
  const parts = votePartsOf(tally, byOption)
  if (parts.length === 0) return null
  return (
    <div className="vote-bar" role="img" aria-label={words}>
      {parts.map(({ key, className, votes, text, name }) => (
        <span key={key} className={className} style={{ flexGrow: votes }} title={`${String(votes)} ${name}`}>
          {text}
        </span>
      ))}
    </div>
  )
}
