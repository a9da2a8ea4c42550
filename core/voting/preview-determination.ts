import type { Phrases } from '../contract/bodies.ts'
import type { CallOutput, CheckedInput } from '../contract/calls.ts'
import type { Evaluation, VoteCounts } from '../contract/voting-rule.ts'
import { composeDetermination } from './determination.ts'
import { countVotes } from './count-votes.ts'
import { ruleExplanation, ruleName } from './rule-words.ts'
import { ruleTable } from './rules/rule-table.ts'

type Invented = Pick<Evaluation, 'verdict' | 'unanimous' | 'counts'>

const vote = (
  verdict: Evaluation['verdict'],
  counts: Partial<VoteCounts>,
  unanimous: Evaluation['unanimous'] = null,
): Invented => ({ verdict, unanimous, counts: { ...countVotes([]), ...counts } })

/** A vote of eleven for each phrase. */
const invented: Record<keyof Phrases, Invented> = {
  unanimousFor: vote('carried', { for: 11 }, 'for'),
  unanimousAgainst: vote('not-carried', { against: 11 }, 'against'),
  carried: vote('carried', { for: 8, against: 2, none: 1 }),
  notCarried: vote('not-carried', { for: 4, against: 6, abstain: 1 }),
  tied: vote('tied', { for: 5, against: 5, none: 1 }),
  noDecision: vote('no-decision', { abstain: 9, none: 2 }),
}

const places = new Set(['count', 'workgroup', 'date', 'closingDate', 'proposal'])

/** The six sentences of a kind of question as they would read, so that its phrases can be written by looking at them. */
export function previewDetermination({
  phrases,
  rule,
  proposal,
}: CheckedInput<'determination.preview'>): CallOutput<'determination.preview'> {
  const parameters = { workgroup: '0621', date: '2017-01-19', closingDate: '2017-01-17' }
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
    unknownPlaces: unknownPlaces(phrases),
    ruleName: ruleName(rule),
    ruleExplanation: ruleExplanation(rule),
    canTie: ruleTable[rule.kind].canTie(rule),
  }
}

function unknownPlaces(phrases: Phrases): string[] {
  const held = Object.values(phrases).flatMap((phrase) => [...phrase.matchAll(/\{([A-Za-z]+)\}/g)])
  return [...new Set(held.filter(([, name = '']) => !places.has(name)).map(([whole]) => whole))]
}
