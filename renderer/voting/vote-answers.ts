import { optionMarks, positionMark, type OptionMark } from '../../core/contract/option-marks.ts'
import type { VotingRule } from '../../core/contract/voting-rule.ts'
import type { PositionView } from '../../core/contract/voting.ts'
import { positionWords } from '../../core/contract/words.ts'

type Recordable = 'for' | 'against' | 'abstain' | 'none' | 'not-present' | 'recused'

/** What a seat can be recorded as: a position, in a vote by preference with the option that it names. */
export interface VoteAnswer {
  value: Recordable
  option?: string
  mark: string
  name: string
  /** The key that records it, and with Shift for the rest; null where there is none. */
  key: string | null
}

/** What can be recorded in a vote, in the order of its buttons. */
export function answersOf({ options = [] }: Pick<VotingRule, 'options'>): VoteAnswer[] {
  const marks = optionMarks(options)
  const others = (['none', 'abstain', 'not-present', 'recused'] as const).map((value) => plain(value, marks))
  if (options.length === 0) return [plain('for'), plain('against'), ...others]
  return [...marks.map(named), ...others]
}

/** What somebody says; the rest is what is recorded of those who say nothing. */
export function isAnswer(value: Recordable | 'pending'): boolean {
  return value === 'for' || value === 'against' || value === 'abstain'
}

/** Of these, what all that are still to come can be recorded as by a button of its own. */
export function isForRest({ value }: VoteAnswer): boolean {
  return value === 'for' || value === 'against' || value === 'none'
}

/** What a key without Shift records at the seat, or with Shift for the rest; undefined for any other key. */
export function answerFor(
  answers: readonly VoteAnswer[],
  pressed: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>,
): VoteAnswer | undefined {
  const key = pressedDigit(pressed) ?? pressed.key.toLowerCase()
  const answer = answers.find((each) => each.key === key)
  const isOfOneSeat = answer?.value === 'not-present' || answer?.value === 'recused'
  return pressed.shiftKey && isOfOneSeat ? undefined : answer
}

/** With Shift a digit's key gives another sign, on each keyboard its own. */
function pressedDigit({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | undefined {
  return /^Digit(\d)$/.exec(code)?.[1] ?? (/^\d$/.test(key) ? key : undefined)
}

function plain(value: Recordable, marks: readonly OptionMark[] = []): VoteAnswer {
  const { name, key } = positionWords[value]
  return {
    value,
    mark: positionMark({ value, option: null }, marks),
    name: value === 'none' ? 'No vote' : name,
    key,
  }
}

function named({ key, label, mark, number }: OptionMark): VoteAnswer {
  return { value: 'for', option: key, mark, name: label, key: number < 10 ? String(number) : null }
}

/** The same within a sentence: "for Original", "no vote recorded". */
export function positionNameWithin(position: Pick<PositionView, 'value' | 'option'>): string {
  const name = positionName(position)
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** A position in words: "For", "For Original", "No vote recorded". */
export function positionName({ value, option }: Pick<PositionView, 'value' | 'option'>): string {
  const { name } = positionWords[value]
  return option === null ? name : `${name} ${option.label}`
}
