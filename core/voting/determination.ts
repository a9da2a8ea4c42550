import type { Phrases } from '../contract/bodies.ts'
import type { Evaluation, VoteCounts } from '../contract/voting-rule.ts'
import { dayInWords } from '../timetable/day-in-words.ts'

/** What fills the places in a body's phrase. Dates YYYY-MM-DD. */
export interface DeterminationParameters {
  workgroup?: string | undefined
  date?: string | undefined
  closingDate?: string | undefined
}

export interface ComposeInput {
  phrases: Phrases
  evaluation: Pick<Evaluation, 'verdict' | 'unanimous' | 'counts'>
  /** The chair’s casting vote, where it settled a tie. */
  castingVote?: 'for' | 'against' | null
  /** Taken without a quorum, as an indication only. */
  isIndicative?: boolean
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
  const phrase = phraseOf(input)
  const castingVote = phrase.includes(byCastingVote) ? null : (input.castingVote ?? null)
  const places: Record<string, string | undefined> = {
    count: countWords(evaluation.counts, castingVote),
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

/**
 * Which of the six phrases fits. A unanimous vote against has its own, whether it is the usual answer (as with the
 * relation to a Significant Code Review) or a proposal that found no voice. What the chair’s casting vote carried
 * was tied, so it does not say "by majority".
 */
function phraseOf({ phrases, evaluation, castingVote }: ComposeInput): string {
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

/** "(8 for, 2 against, 1 no vote recorded)": for and against always, the rest where there is any. */
export function countWords(counts: VoteCounts, castingVote: 'for' | 'against' | null = null): string {
  const parts = [`${counts.for} for`, `${counts.against} against`]
  if (counts.abstain > 0) parts.push(`${counts.abstain} abstained`)
  if (counts.none > 0) parts.push(`${counts.none} no vote recorded`)
  if (counts.recused > 0) parts.push(`${counts.recused} recused`)
  if (castingVote !== null) parts.push(`chair’s casting vote ${castingVote}`)
  return `(${parts.join(', ')})`
}
