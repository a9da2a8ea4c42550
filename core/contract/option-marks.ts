import { positionWords, type PositionValue } from './words.ts'

/** An option of a vote by preference, ready for a narrow cell, a key and a line of text. */
export interface OptionMark {
  key: string
  label: string
  /** Up to four characters, no two alike in a vote, and none that stands for another position: O, A, B, 1. */
  mark: string
  /** The number that names it in a line; below 10 also the key that does. */
  number: number
}

/** Beside the marks of options an abstention needs its own: its usual A would be taken for the option A. */
const abstainMark = 'abs'

/** Marks that say something else in the same cell. */
const takenByPositions = new Set(
  [abstainMark, ...Object.values(positionWords).map(({ mark }) => mark)]
    .filter((mark) => mark !== positionWords.abstain.mark)
    .map((mark) => mark.toUpperCase()),
)

/**
 * The marks of the options of one vote, in their order. An option whose own name ends in a short mark keeps it –
 * Alternative A is A, WACM 2 is 2, 0621B is B –, the others go by their initials. Numbers run from 1; where options
 * are called by a number it is theirs, and the others begin at 0, so that Original, WACM 1 and WACM 2 are 0, 1
 * and 2.
 */
export function optionMarks(options: readonly { key: string; label: string }[]): OptionMark[] {
  const taken = new Set(takenByPositions)
  const marks = new Map<string, string>()
  const take = (key: string, candidates: readonly string[]) => {
    if (marks.has(key)) return
    const mark = candidates.map((each) => each.toUpperCase()).find((each) => each !== '' && !taken.has(each))
    if (mark === undefined) return
    marks.set(key, mark)
    taken.add(mark)
  }
  for (const { key, label } of options) take(key, ownMarks(label))
  for (const { key, label } of options) take(key, initialsOf(label))
  options.forEach(({ key }, index) =>
    take(
      key,
      [...options.keys()].map((at) => `#${index + at + 1}`),
    ),
  )
  const numbers = numbersOf(options.map(({ key }) => marks.get(key) ?? ''))
  return options.map(({ key, label }, index) => ({
    key,
    label,
    mark: marks.get(key) ?? '',
    number: numbers[index] ?? 0,
  }))
}

/** How a position is marked in a grid or a table: by its option, where it names one of these. */
export function positionMark(
  { value, option }: { value: PositionValue; option: { key: string } | null },
  marks: readonly OptionMark[],
): string {
  if (option !== null) return marks.find(({ key }) => key === option.key)?.mark ?? positionWords[value].mark
  return value === 'abstain' && marks.length > 0 ? abstainMark : positionWords[value].mark
}

/** The short mark with which a label ends: A, 12, and of a reference or a name its suffix. */
function ownMarks(label: string): string[] {
  const words = wordsOf(label)
  const last = words.at(-1) ?? ''
  const isShort = words.length === 1 ? /^\w{1,3}$/ : /^([A-Za-z]|\d{1,3}|[A-Z]{2,3})$/
  if (isShort.test(last)) return [last]
  const suffix = /\d([A-Z]{1,2})$/.exec(last)?.[1] ?? /^[A-Za-z]+(\d{1,2})$/.exec(last)?.[1]
  return suffix === undefined ? [] : [suffix]
}

function initialsOf(label: string): string[] {
  const words = wordsOf(label)
  const [first = ''] = words
  const initials = words.map((word) => word[0] ?? '').join('')
  const begun = [1, 2, 3].map((length) => first.slice(0, length))
  // A bare number has no initials: 0621 is read whole.
  return /^\d/.test(first) ? [first.slice(0, 4)] : [begun[0] ?? '', initials.slice(0, 3), ...begun.slice(1)]
}

function wordsOf(label: string): string[] {
  return label.match(/[\p{L}\p{N}]+/gu) ?? []
}

function numbersOf(marks: readonly string[]): number[] {
  const isOwn = (mark: string) => /^[1-9]?\d$/.test(mark)
  const taken = new Set(marks.filter(isOwn).map(Number))
  let next = taken.size > 0 ? 0 : 1
  return marks.map((mark) => {
    if (isOwn(mark)) return Number(mark)
    while (taken.has(next)) next += 1
    taken.add(next)
    return next
  })
}
