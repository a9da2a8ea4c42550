import type { ToCarry, Verdict } from '../contract/voting-rule.ts'
import type { CountedVote, MoreVotes, RuleDefinition } from './rules/rule-definition.ts'
import { whatIf } from './rules/what-if.ts'
import { listed, votesWords } from './vote-words.ts'

/**
 * What would be needed still to carry the question: a what-if beside the verdict, which goes on waiting for the last
 * position. Null where it is carried, where nobody could exercise a vote, and under a rule that asks for no votes.
 * @param waitsForChair whether the chair's casting vote would settle it
 */
export function whatWouldCarry(
  definition: Pick<RuleDefinition, 'fewestMore'>,
  vote: CountedVote,
  verdict: Verdict,
  waitsForChair: boolean,
): ToCarry | null {
  const { pending, for: inFavour, against, abstain, none } = vote.counts
  if (definition.fewestMore === undefined || verdict === 'carried') return null
  if (pending + inFavour + against + abstain + none === 0) return null
  const more = definition.fewestMore(vote.rule, whatIf(vote))
  const sentence = pending > 0 ? whileWaiting(more, pending) : afterwards(more)
  return {
    votes: more?.votes ?? null,
    sentence: waitsForChair ? `${sentence} So would the chair’s casting vote for.` : sentence,
  }
}

function whileWaiting(more: MoreVotes | null, pending: number): string {
  const toCome = `${votesWords(pending)} still to come`
  if (more === null) return `Even with the ${toCome} for, it would not be carried.`
  const { votes, places } = more
  if (votes === 0) return `Enough votes are for, whatever the ${toCome} ${isOrAre(pending)}.`
  if (votes === pending) {
    return `It is sure to be carried if ${pending === 1 ? 'the' : 'all'} ${toCome} ${isOrAre(pending)} for.`
  }
  if (places.length > 0) {
    return `${votes} of the ${toCome} can be enough: ${placesWords(places)} for would carry it, whatever the others are.`
  }
  return `It is sure to be carried if ${votes} of the ${toCome} ${isOrAre(votes)} for.`
}

function afterwards(more: MoreVotes | null): string {
  if (more === null) return 'It would not be carried even if every vote that could be exercised were for.'
  const votes = `${votesWords(more.votes)} more for, instead of against or not cast,`
  return more.places.length > 0
    ? `${votes} can be enough: ${placesWords(more.places)} would carry it.`
    : `${votes} would carry it.`
}

/** Above this many constituencies they are not named one by one. */
const mostPlaces = 6

/** Where the votes would have to be: as many anywhere else may not do. */
function placesWords(places: MoreVotes['places']): string {
  const named = places.slice(0, mostPlaces).map(({ constituency, votes }) => `${votes} in ${constituency}`)
  return listed(places.length > mostPlaces ? [...named, `some in ${places.length - mostPlaces} more`] : named)
}

function isOrAre(votes: number): string {
  return votes === 1 ? 'is' : 'are'
}
