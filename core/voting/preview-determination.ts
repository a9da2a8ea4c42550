import type { Phrases } from '../contract/question-kinds.ts'
import type { CallOutput, CheckedInput } from '../contract/calls.ts'
import {
  asksForPreference,
  type Evaluation,
  type VoteCounts,
  type VotingRule,
} from '../contract/voting-rule.ts'
import { composeDetermination } from './determination.ts'
import { countVotes } from './count-votes.ts'
import { ruleExplanation, ruleName } from './rule-words.ts'
import { ruleTable } from './rules/rule-table.ts'

type Invented = Pick<Evaluation, 'verdict' | 'unanimous' | 'counts' | 'byOption'>

const vote = (
  verdict: Evaluation['verdict'],
  counts: Partial<VoteCounts>,
  unanimous: Evaluation['unanimous'] = null,
): Invented => ({ verdict, unanimous, counts: { ...countVotes([]), ...counts }, byOption: null })

/** A vote of eleven for each phrase. */
const forAndAgainst: Record<keyof Phrases, Invented> = {
  unanimousFor: vote('carried', { for: 11 }, 'for'),
  unanimousAgainst: vote('not-carried', { against: 11 }, 'against'),
  carried: vote('carried', { for: 8, against: 2, none: 1 }),
  notCarried: vote('not-carried', { for: 4, against: 6, abstain: 1 }),
  tied: vote('tied', { for: 5, against: 5, none: 1 }),
  noDecision: vote('no-decision', { abstain: 9, none: 2 }),
}

/** Votes for three options, the rest of eleven abstaining. */
const among = (
  verdict: Evaluation['verdict'],
  votes: readonly [original: number, a: number, b: number],
  unanimous: Evaluation['unanimous'] = null,
): Invented => {
  const cast = votes[0] + votes[1] + votes[2]
  const byOption = ['Original', 'Alternative A', 'Alternative B'].map((label, index) => ({
    key: String(index),
    label,
    votes: votes[index] ?? 0,
    isPreferred: verdict === 'carried' && votes[index] === Math.max(...votes),
  }))
  return { ...vote(verdict, { for: cast, abstain: 11 - cast }, unanimous), byOption }
}

/** The same of a vote by preference. Nobody can be against in it, so that phrase is of no vote. */
const byPreference: Record<keyof Phrases, Invented> = {
  unanimousFor: among('carried', [0, 11, 0], 'for'),
  unanimousAgainst: among('not-carried', [0, 0, 0], 'against'),
  carried: among('carried', [3, 6, 2]),
  notCarried: among('not-carried', [4, 5, 2]),
  tied: among('tied', [1, 5, 5]),
  noDecision: among('no-decision', [0, 0, 0]),
}

const places = new Set(['count', 'workgroup', 'date', 'closingDate', 'proposal'])

/** The six sentences of a kind of question as they would read, so that its phrases can be written by looking at them. */
export function previewDetermination({
  phrases,
  rule,
  proposal,
}: CheckedInput<'determination.preview'>): CallOutput<'determination.preview'> {
  const parameters = { workgroup: '0621', date: '2017-01-19', closingDate: '2017-01-17' }
  const invented = asksForPreference(rule.kind) ? byPreference : forAndAgainst
  const sentenceOf = (name: keyof Phrases) =>
    composeDetermination({ phrases, rule, evaluation: invented[name], proposal, parameters })
  return {
    sentences: {
      unanimousFor: sentenceOf('unanimousFor'),
      unanimousAgainst: sentenceOf('unanimousAgainst'),
      carried: sentenceOf('carried'),
      notCarried: sentenceOf('notCarried'),
      tied: sentenceOf('tied'),
      noDecision: sentenceOf('noDecision'),
    },
    unknownPlaces: unknownPlaces(phrases, rule),
    ruleName: ruleName(rule),
    ruleExplanation: ruleExplanation(rule),
    canTie: ruleTable[rule.kind].canTie(rule),
  }
}

/** {preferred} is filled where an option is preferred, or where some share the lead. */
function unknownPlaces(phrases: Phrases, rule: VotingRule): string[] {
  const preferring = asksForPreference(rule.kind) ? ['unanimousFor', 'carried', 'tied'] : []
  const held = Object.entries(phrases).flatMap(([phrase, words]) =>
    [...words.matchAll(/\{([A-Za-z]+)\}/g)].filter(
      ([, name = '']) => !places.has(name) && !(name === 'preferred' && preferring.includes(phrase)),
    ),
  )
  return [...new Set(held.map(([whole]) => whole))]
}
