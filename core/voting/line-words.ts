import { optionMarks } from '../contract/option-marks.ts'
import { asksForPreference, type PositionValue, type VotingRule } from '../contract/voting-rule.ts'
import { positionWords } from '../contract/words.ts'
import type { StatedPosition } from './named-option.ts'

/** The words that say a position in an exception line. */
export interface LineWords {
  /** What a word says, in lower case; a sentence where it could say two things; undefined where it says nothing. */
  read(word: string): StatedPosition | string | undefined
  /** The shortest ways of saying each: "f for, a against". */
  hint: string
}

/** Every way of writing a position that a note-taker uses, from one letter to the whole word. */
const usual: Record<PositionValue, readonly string[]> = {
  for: ['f', 'for', 'y', 'yes'],
  against: ['a', 'against'],
  abstain: ['b', 'ab', 'abs', 'abstain', 'abstained'],
  none: ['n', 'nv', 'none'],
  'not-present': ['p', 'np', 'absent'],
  recused: ['r', 'rec', 'recuse', 'recused'],
  'not-entitled': [],
  pending: [],
}
const valueOf = new Map<string, PositionValue>()
for (const [value, words] of Object.entries(usual) as [PositionValue, readonly string[]][]) {
  for (const word of words) valueOf.set(word, value)
}

const forAndAgainst: LineWords = {
  read: (word) => {
    const value = valueOf.get(word)
    return value === undefined ? undefined : { value }
  },
  hint: 'f for, a against, b abstain, n no vote, p not present, r recused',
}

/**
 * The words of a line under a rule. In a vote by preference an option is named by its number, its mark, its key or
 * its label in one word; f and a say nothing, as nobody is for or against. A letter that is both an option and a
 * position – b, where there is an option B – is never guessed at: the line says what to write instead.
 */
export function lineWords(rule: VotingRule): LineWords {
  if (!asksForPreference(rule.kind)) return forAndAgainst
  const options = optionMarks(rule.options ?? []).map((option) => ({
    ...option,
    words: new Set([
      String(option.number),
      option.mark.toLowerCase(),
      option.key,
      option.label.toLowerCase(),
    ]),
  }))
  return {
    read: (word) => {
      const named = options.filter(({ words }) => words.has(word))
      const value = valueOf.get(word)
      const isPosition = value !== undefined && value !== 'for' && value !== 'against'
      if (named.length + (isPosition ? 1 : 0) > 1) {
        const meant = named.map(({ label, number }) => `${label} (write ${number})`)
        if (isPosition) {
          const clear = usual[value].findLast((each) => !options.some(({ words }) => words.has(each)))
          meant.push(
            `${positionWords[value].name.toLowerCase()}${clear === undefined ? '' : ` (write ${clear})`}`,
          )
        }
        return `“${word}” can mean ${meant.join(' or ')}.`
      }
      const [option] = named
      if (option !== undefined) return { value: 'for', option: option.key }
      return isPosition ? { value } : undefined
    },
    hint: [
      ...options.map(({ number, label }) => `${number} ${label}`),
      'abs abstain, n no vote, p not present, r recused',
    ].join(', '),
  }
}
