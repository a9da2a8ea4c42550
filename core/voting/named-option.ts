import { badInput } from '../contract/errors.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import { asksForPreference, type PositionValue, type VotingRule } from '../contract/voting-rule.ts'
import { positionWords } from '../contract/words.ts'
import { capital } from '../sentence.ts'

/** A position as somebody states it: in a vote by preference a position for comes with the key of an option. */
export interface StatedPosition {
  value: PositionValue
  option?: string | undefined
}

/** Why nobody can be against in a vote by preference. */
export const namesOptions = 'this vote names options: a position is for one of them, and never against'

/**
 * The rule of a vote that is put. A vote by preference keeps its options with its rule.
 * @param usual the rule of the kind of question, in whose words the result is told
 * @throws PanelbookError `bad-input` where options are missing or in the place of a vote that has none, or where the
 *   words are of a preference and the rule is not
 */
export function ruleToPut(
  usual: VotingRule,
  { rule = usual, options }: { rule?: VotingRule | undefined; options?: VotedOption[] | undefined },
): VotingRule {
  if (asksForPreference(rule.kind) !== asksForPreference(usual.kind)) {
    const problem = asksForPreference(usual.kind)
      ? 'the question asks which option is preferred, and this rule counts for and against'
      : 'the question is answered by for and against, and this rule asks for a preference'
    throw badInput('rule.kind', problem, `The rule cannot be used: ${problem}.`)
  }
  if (!asksForPreference(rule.kind)) {
    if (options === undefined) return rule
    const problem = 'the question is answered by for and against, so it has no options'
    throw badInput('options', problem, `The question is answered by for and against; it has no options.`)
  }
  if (rule.options !== undefined) throw badInput('rule.options', 'name the options beside the rule')
  if (options === undefined) {
    throw badInput('options', 'name the options', 'Name the options of which one is preferred.')
  }
  checkOptions(options)
  return { ...rule, options }
}

function checkOptions(options: readonly VotedOption[]): void {
  options.forEach(({ key, label }, index) => {
    const before = options.slice(0, index)
    if (before.some((other) => other.key === key)) {
      throw badInput(`options.${index}.key`, `the option ${key} is named twice`)
    }
    if (before.some((other) => other.label.toLowerCase() === label.toLowerCase())) {
      const problem = `“${label}” is named twice`
      throw badInput(`options.${index}.label`, problem, `${problem}.`)
    }
  })
}

/**
 * The key of the option that a position names; null where it names none.
 * @param fields the input's fields, for a refusal
 * @throws PanelbookError `bad-input` for a position that does not fit the rule
 */
export function namedOption(
  rule: VotingRule,
  { value, option }: StatedPosition,
  fields = { value: 'value', option: 'option' },
): string | null {
  if (!asksForPreference(rule.kind)) {
    if (option === undefined) return null
    const problem = 'the question is answered by for and against, so a position names no option'
    throw badInput(fields.option, problem, `${problem}.`)
  }
  if (value === 'against') throw badInput(fields.value, namesOptions, `${capital(namesOptions)}.`)
  if (value !== 'for') {
    if (option === undefined) return null
    throw badInput(fields.option, 'only a position for names an option')
  }
  const options = rule.options ?? []
  if (options.some(({ key }) => key === option)) return option ?? null
  const keys = options.map(({ key }) => key).join(', ')
  const problem =
    option === undefined ? `name the option: ${keys}` : `there is no option ${option}; there are ${keys}`
  throw badInput(fields.option, problem)
}

/**
 * A position within a sentence: "no vote recorded", "for", "for Original".
 * @param rule of the vote, as it is kept
 */
export function statedWords({ value, option }: StatedPosition, rule: string): string {
  const { options } = JSON.parse(rule) as VotingRule
  const label = options?.find(({ key }) => key === option)?.label
  return `${positionWords[value].name.toLowerCase()}${label === undefined ? '' : ` ${label}`}`
}
