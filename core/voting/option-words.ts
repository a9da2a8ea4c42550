import type { OptionResult } from '../contract/voting-rule.ts'
import { listed } from './vote-words.ts'

type Counted = Pick<OptionResult, 'label' | 'votes' | 'isPreferred'>

/** "Original 3, A 7, B 2"; with colons where a label ends in a digit, which the number would run into: "WACM 1: 7". */
export function optionCounts(options: readonly Pick<Counted, 'label' | 'votes'>[]): string[] {
  const colon = options.some(({ label }) => /\d$/.test(label)) ? ':' : ''
  return options.map(({ label, votes }) => `${label}${colon} ${votes}`)
}

/** The options that most votes name; none where no vote names any. */
export function leadersOf<T extends Pick<Counted, 'votes'>>(options: readonly T[]): T[] {
  const most = Math.max(0, ...options.map(({ votes }) => votes))
  return most === 0 ? [] : options.filter(({ votes }) => votes === most)
}

/** What {preferred} stands for: the preferred option, or those that share the lead in a tie. */
export function preferredWords(options: readonly Counted[], isTied: boolean): string | undefined {
  const named = isTied ? leadersOf(options) : options.filter(({ isPreferred }) => isPreferred)
  return named.length === 0 ? undefined : listed(named.map(({ label }) => label))
}
