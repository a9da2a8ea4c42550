import { badInput } from '../contract/errors.ts'
import { asksForPreference, constituencyRuleKinds, type VotingRule } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import type { Declared } from './declared-evaluation.ts'
import { writeStanding } from './position-change.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/**
 * Records what the chair declares on the voices, without names, and closes the vote.
 *
 * The decision how to keep it: the result is the chair's word, kept with the vote, and no count is made up for it. A
 * seat whose vote could be exercised and whose position nobody stated is `unnamed`: neither for nor against, and not
 * *no vote recorded* either, which is said of somebody who was asked by name. So the reconciliation still adds up to
 * the votes of all seats, and nobody is credited with a position. Positions that were stated by name, or sent
 * beforehand, stay beside it. Any member may ask for names: then the vote is taken again by roll call.
 * @throws PanelbookError `bad-input` where the rule needs a count by seat or the name of an option, or where every
 *   position is in by name
 */
export function declareOnTheVoices(context: CommandContext, vote: VoteAtHand, result: Declared): void {
  const rule = JSON.parse(vote.round.rule) as VotingRule
  if (
    constituencyRuleKinds.includes(rule.kind) ||
    vote.round.method === 'written' ||
    rule.kind === 'unanimous-of-present'
  ) {
    const problem = 'its rule needs the position of every seat by name'
    throw badInput('questionId', problem, `The vote on ${vote.name} cannot be declared: ${problem}.`)
  }
  if (asksForPreference(rule.kind)) {
    const problem = 'each position has to name an option'
    throw badInput('questionId', problem, `The vote on ${vote.name} cannot be declared: ${problem}.`)
  }
  const silent = vote.positions.filter(({ value }) => value === 'pending')
  if (silent.length === 0) {
    const problem = 'every position is in by name, and the count is the result'
    throw badInput('questionId', problem, `The vote on ${vote.name} cannot be declared: ${problem}.`)
  }
  for (const row of silent) {
    writeStanding(context, row, {
      value: 'unnamed',
      option_key: null,
      basis: row.basis,
      cast_by_id: row.cast_by_id,
    })
  }
  context.db.update('vote_round', vote.round.id, {
    declared: result,
    method: 'on-the-voices',
    state: 'closed',
    closed_at: context.now,
  })
}
