import type { Item } from '../../core/contract/voting.ts'
import type { VotedOption } from '../../core/contract/voted-option.ts'
import { keyFrom } from '../bodies/question-draft.ts'
import { capital } from '../ui/words.ts'

/** An option that is known from elsewhere: from a joint vote before this one. */
export interface OfferedOption extends VotedOption {
  isChosen: boolean
}

/**
 * The options of the last vote on the options of this proposal: those that passed are chosen, or all of them where none
 * did, and what they were compared with beside them. Empty where there was no such vote.
 */
export function offeredOptions({ jointVotes }: Pick<Item, 'jointVotes'>): OfferedOption[] {
  const vote = jointVotes.findLast(({ form }) => form === 'options')
  if (vote === undefined) return []
  const options = vote.options.map(({ key, label }) => ({
    key,
    label,
    isChosen: vote.carried.length === 0 || vote.carried.includes(key),
  }))
  const baseline = baselineLabel(vote.baseline)
  const isOption = options.some(({ label }) => label.toLowerCase() === baseline.toLowerCase())
  if (baseline === '' || isOption) return options
  const key = keyFrom(
    baseline,
    options.map((option) => option.key),
  )
  return [...options, { key, label: baseline, isChosen: true }]
}

/** "Baseline" of "the baseline". */
function baselineLabel(words: string): string {
  return capital(words.trim().replace(/^the\s+/i, ''))
}

/** The options as they are sent: those that are chosen, then what was written, each with a key of its own. */
export function preferenceOptions(
  offered: readonly OfferedOption[],
  written: readonly { label: string }[],
): VotedOption[] {
  const options: VotedOption[] = offered
    .filter(({ isChosen }) => isChosen)
    .map(({ key, label }) => ({ key, label }))
  for (const line of written) {
    const label = line.label.trim()
    const taken = options.map(({ key }) => key)
    if (label !== '') options.push({ key: keyFrom(label, taken), label })
  }
  return options
}
