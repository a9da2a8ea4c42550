import { shareOf, votesWords } from '../vote-words.ts'
import { votesCast, votesExercisable } from './denominators.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { everyVote, noneOpposed } from './unanimity.ts'
import { moreVotes } from './what-if.ts'

/** Rule 4a of the field: no vote against, at least one for; abstentions tolerated. */
export const unanimousOfCast: RuleDefinition = {
  name: () => 'unanimous of votes cast',
  explanation: () =>
    'Carried if at least one vote is for and none is against; abstentions and missing votes are ignored.',
  canTie: () => false,
  find({ counts }) {
    const unanimous = noneOpposed(counts)
    return {
      denominator: votesCast.count(counts),
      isCarried: unanimous === 'for',
      isTie: false,
      unanimous,
      arithmetic:
        `${votesWords(counts.for)} for and ${counts.against === 0 ? 'none' : counts.against} against; ` +
        'at least one for and none against is needed',
      equality: '',
      byConstituency: null,
    }
  },
  fewestMore(_rule, { all }) {
    if (all.against > 0) return all.fromAgainst < all.against ? null : moreVotes(all.against, all.fromAgainst)
    return all.for > 0 ? moreVotes(0, 0) : moreVotes(1, all.fromSilent)
  },
}

/** Rule 4b of the field: every exercisable vote is for. */
export const unanimousOfPresent: RuleDefinition = {
  name: () => 'unanimous of those present',
  explanation: () =>
    'Carried if every vote exercisable by those present is for; an abstention or a missing vote of someone present prevents it.',
  canTie: () => false,
  find({ counts }) {
    const exercisable = votesExercisable.count(counts)
    const unanimous = everyVote(counts, exercisable)
    return {
      denominator: exercisable,
      isCarried: unanimous === 'for',
      isTie: false,
      unanimous,
      arithmetic: `${shareOf(counts.for, exercisable, votesExercisable.words)} for; all are needed`,
      equality: '',
      byConstituency: null,
    }
  },
  fewestMore: (_rule, { all }) => moreVotes(all.against + all.silent, all.fromAgainst + all.fromSilent),
}
