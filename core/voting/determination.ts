import type { Phrases } from '../contract/question-kinds.ts'
import type { Evaluation, VoteCounts, VotingRule } from '../contract/voting-rule.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { constituencyCount } from './constituency-words.ts'
import { namedWords } from './named-words.ts'
import { optionCounts, preferredWords } from './option-words.ts'

/** What fills the places in a body's phrase. Dates YYYY-MM-DD. */
export interface DeterminationParameters {
  workgroup?: string | undefined
  date?: string | undefined
  closingDate?: string | undefined
}

export interface ComposeInput {
  phrases: Phrases
  evaluation: Pick<Evaluation, 'verdict' | 'unanimous' | 'counts'> &
    Partial<Pick<Evaluation, 'byConstituency' | 'byOption'>>
  /** The rule of the vote, where its words depend on it: consensus, and what decides by constituency. */
  rule?: VotingRule
  /** The chair’s casting vote, where it settled a tie. */
  castingVote?: 'for' | 'against' | null
  /** Taken without a quorum, as an indication only. */
  isIndicative?: boolean
  /** Declared on the voices, without names. */
  isOnTheVoices?: boolean
  /** Reference of the proposal, or what else the item is called by; null where it has no name. */
  proposal: string | null
  parameters?: DeterminationParameters
}

/**
 * The result in the body's own words; empty while positions are still to come. A place that nothing fills is
 * printed in square brackets, so that it is seen: "Issued to Workgroup [workgroup]".
 */
export function composeDetermination(input: ComposeInput): string {
  const { evaluation, parameters = {} } = input
  if (evaluation.verdict === 'pending') return ''
  const fitting = fittingPhrase(input)
  const phrase =
    input.isOnTheVoices === true
      ? onTheVoices(fitting, evaluation.counts)
      : input.rule?.kind === 'consensus'
        ? byConsensus(fitting)
        : fitting
  const castingVote = phrase.includes(byCastingVote) ? null : (input.castingVote ?? null)
  const places: Record<string, string | undefined> = {
    count: countWords(evaluation.counts, {
      castingVote,
      byConstituency:
        input.rule === undefined ? null : constituencyCount(input.rule, evaluation.byConstituency ?? null),
      byOption: evaluation.byOption ?? null,
    }),
    preferred: preferredWords(evaluation.byOption ?? [], evaluation.verdict === 'tied'),
    workgroup: parameters.workgroup,
    date: parameters.date === undefined ? undefined : dayInWords(parameters.date),
    closingDate: parameters.closingDate === undefined ? undefined : dayInWords(parameters.closingDate),
    proposal: input.proposal ?? undefined,
  }
  const sentence = phrase.replace(/\{([A-Za-z]+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(places, name) ? places[name] : undefined
    return value === undefined || value.trim() === '' ? `[${name}]` : value
  })
  // An indication must never read like a decision.
  return input.isIndicative === true ? `${sentence} – indicative only, the meeting was not quorate` : sentence
}

const byCastingVote = 'by the chair’s casting vote'

/** The body's phrase where no names were taken: it may not speak of a majority that nobody counted. */
function onTheVoices(phrase: string, counts: VoteCounts): string {
  const byName = namedWords(counts)
  const words = byName === '' ? 'on the voices, no names taken' : `on the voices, by name: ${byName}`
  const isSaid = /(by majority|there being no majority( in favour)?) \{count\}/
  return isSaid.test(phrase) ? phrase.replace(isSaid, words) : phrase.replace('{count}', `(${words})`)
}

/** The body's phrase where nothing was counted: it may not speak of a majority that nobody found. */
function byConsensus(phrase: string): string {
  return phrase.replace('by majority', 'by consensus').replace('no majority in favour', 'no consensus')
}

/**
 * Which of the six phrases fits. A unanimous vote against has its own, whether it is the usual answer (as with the
 * relation to a Significant Code Review) or a proposal that found no voice. What the chair’s casting vote carried
 * was tied, so it does not say "by majority".
 */
export function fittingPhrase({
  phrases,
  evaluation,
  castingVote,
}: Pick<ComposeInput, 'phrases' | 'evaluation' | 'castingVote'>): string {
  switch (evaluation.verdict) {
    case 'carried':
      if (castingVote === 'for') return phrases.carried.replace('by majority', byCastingVote)
      return evaluation.unanimous === 'for' ? phrases.unanimousFor : phrases.carried
    case 'not-carried':
      return evaluation.unanimous === 'against' ? phrases.unanimousAgainst : phrases.notCarried
    case 'tied':
      return phrases.tied
    default:
      return phrases.noDecision
  }
}

/**
 * "(8 for, 2 against, 1 no vote recorded)": for and against always, the rest where there is any. What the
 * constituencies decided comes first where the rule asks them: "(3 party categories approve, 1 rejects; 12 for …)". A
 * vote by preference counts its options in the place of for and against: "(Original 3, A 7, B 2)".
 */
export function countWords(
  counts: VoteCounts,
  {
    castingVote = null,
    byConstituency = null,
    byOption = null,
  }: {
    castingVote?: 'for' | 'against' | null
    byConstituency?: string | null
    byOption?: Evaluation['byOption']
  } = {},
): string {
  const parts =
    byOption === null ? [`${counts.for} for`, `${counts.against} against`] : optionCounts(byOption)
  if (counts.abstain > 0) parts.push(`${counts.abstain} abstained`)
  if (counts.none > 0) parts.push(`${counts.none} no vote recorded`)
  if (counts.recused > 0) parts.push(`${counts.recused} recused`)
  if (castingVote !== null) parts.push(`chair’s casting vote ${castingVote}`)
  return `(${byConstituency === null ? '' : `${byConstituency}; `}${parts.join(', ')})`
}
