import { optionMarks, positionMark, type OptionMark } from '../contract/option-marks.ts'
import { positionValues, positionWords, type PositionValue } from '../contract/words.ts'
import type { RecordPosition, RecordRound } from '../minutes/record-types.ts'
import { plain, type Cell, type Column, type Table } from './model.ts'

/** The most columns of initials that fit the width of a portrait page. */
const mostColumns = 20
/** How many letters of a heading fit the width of a portrait page. Widths of columns are counted in letters. */
const lettersAcross = 96
/** Marks that the legend always explains; the others only where they occur. */
const alwaysExplained: readonly PositionValue[] = [
  'for',
  'against',
  'abstain',
  'none',
  'not-present',
  'recused',
]

/**
 * The table of one vote: a column of initials per seat, grouped by constituency, with the mark of each position.
 * A body with more seats than fit is told in several tables, divided between constituencies where that is possible.
 */
export function voteTables(round: RecordRound, caption: string): Table[] {
  const parts = divide(round.positions, mostColumns)
  const marks = marksOf(round)
  const legend = [...(marks.length === 0 ? [] : [optionLegend(round)]), legendOf([round])].join('; ')
  const seatsAcross = Math.max(...parts.map((positions) => positions.length))
  const columns = parts.map((positions) => columnsOf(positions, lettersAcross / seatsAcross))
  const widths = columns.map((own) => own.reduce((sum, { width }) => sum + width, 0))
  return parts.map((positions, index) => ({
    kind: 'vote',
    // The last part of a divided table has columns as wide as those above it, and not a few very wide ones.
    share: (widths[index] ?? 1) / Math.max(...widths),
    caption: parts.length === 1 ? caption : `${caption} (${index + 1} of ${parts.length})`,
    columns: columns[index] ?? [],
    columnGroups: groupsOf(positions),
    rows: [{ kind: 'cells', cells: positions.map((position) => markCell(position, marks)) }],
    legend,
  }))
}

/**
 * A column per position, of `width` letters, or as many more as the longest word above a constituency needs: a word
 * broken in its middle is hard to read, and a constituency may have one seat.
 */
export function columnsOf(positions: readonly RecordPosition[], width: number): Column[] {
  const groups = groupsOf(positions) ?? [{ header: '', span: positions.length }]
  const widths = groups.flatMap(({ header, span }) =>
    Array.from({ length: span }, () => Math.max(width, (longestWord(header) + 2) / span)),
  )
  return positions.map((position, index) => {
    const header = headingOf(position)
    return { header, align: 'center', width: Math.max(widths[index] ?? width, longestWord(header) + 1) }
  })
}

/** In letters. Capitals, of which initials are made, are wider than the others. */
function longestWord(text: string): number {
  const widthOf = (word: string) =>
    [...word].reduce((sum, letter) => sum + (/\p{Lu}/u.test(letter) ? 1.4 : 1), 0)
  return Math.max(...text.split(/\s+/).map(widthOf))
}

/** The initials, with the number of votes where a seat has more than one. A vacant seat has none: it goes by its name. */
export function headingOf({ initials, seat, votes }: RecordPosition): string {
  const name = initials === seat ? 'Vacant' : initials
  return votes === 1 ? name : `${name} (${votes})`
}

/** The marks of the options of a vote by preference; none in any other vote. */
export function marksOf({ rule }: RecordRound): OptionMark[] {
  return optionMarks(rule.options ?? [])
}

/** "A\u00a0Alternative A; B\u00a0Alternative B": what the marks of a vote by preference stand for. */
export function optionLegend(round: RecordRound): string {
  return marksOf(round)
    .map(({ mark, label }) => `${mark}\u00a0${label}`)
    .join('; ')
}

/**
 * The mark of a position: of the option that it names, where it names one of these. w tells apart one that was sent
 * in writing, a dagger one that was corrected.
 */
export function markCell(position: RecordPosition, options: readonly OptionMark[] = []): Cell {
  const { value, option = null, basis, corrections } = position
  const mark = positionMark({ value, option }, options)
  const name = option?.label ?? positionWords[value].name
  const isWritten = isByLetter({ value, basis })
  const isCorrected = corrections.length > 0
  return {
    runs: [plain(`${mark}${isWritten ? 'w' : ''}${isCorrected ? '†' : ''}`)],
    meaning: `${name}${isWritten ? ', by written position' : ''}${isCorrected ? ', corrected' : ''}`,
  }
}

/** Other words than the usual ones for what a mark stands for. */
type LegendWords = Partial<Record<PositionValue, string>>

/** Any options: beside them an abstention has a mark of its own. */
const someMarks = optionMarks([{ key: 'a', label: 'A' }])

function isByLetter({ value, basis }: Pick<RecordPosition, 'value' | 'basis'>): boolean {
  return basis === 'written' && value !== 'pending'
}

/** Neighbouring columns of one constituency, under its name. Null where no seat has one. */
export function groupsOf(positions: readonly RecordPosition[]): Table['columnGroups'] {
  if (positions.every(({ constituency }) => constituency === null)) return null
  const groups: { id: string | null; header: string; span: number }[] = []
  for (const { constituency } of positions) {
    const id = constituency?.id ?? null
    const last = groups.at(-1)
    if (last?.id === id) last.span += 1
    else groups.push({ id, header: constituency?.shortName ?? '', span: 1 })
  }
  return groups.map(({ header, span }) => ({ header, span }))
}

/**
 * What the marks mean: the usual ones always, the others where one of these votes has them. Those of options are
 * told apart, by `optionLegend`; an option takes the place of for and against.
 */
export function legendOf(rounds: readonly RecordRound[], words: LegendWords = {}): string {
  const positions = rounds.flatMap((round) => round.positions)
  const used = new Set(positions.flatMap(({ value, option }) => (option === undefined ? [value] : [])))
  const isPreference = rounds.map((round) => marksOf(round).length > 0)
  const isOnlyPreference = isPreference.length > 0 && isPreference.every((is) => is)
  const usual = isOnlyPreference
    ? alwaysExplained.filter((value) => value !== 'for' && value !== 'against')
    : alwaysExplained
  const marks = positionValues
    .filter((value) => usual.includes(value) || used.has(value))
    .map((value) => {
      const isByOption = value === 'abstain' && isPreference.includes(true)
      const ofOptions = isByOption ? [positionMark({ value, option: null }, someMarks)] : []
      const mark = [...(isByOption && isOnlyPreference ? [] : [positionWords[value].mark]), ...ofOptions]
      return `${mark.join(' or ')}\u00a0${words[value] ?? positionWords[value].name.toLowerCase()}`
    })
  if (positions.some(isByLetter)) marks.push('w\u00a0by written position')
  if (positions.some(({ corrections }) => corrections.length > 0)) marks.push('†\u00a0corrected')
  if (positions.some(({ votes }) => votes > 1)) marks.push('(2), (3) … votes of a seat that has several')
  return marks.join('; ')
}

/** The positions in tables of at most so many columns, divided between constituencies where that is possible. */
export function divide(positions: readonly RecordPosition[], mostColumns: number): RecordPosition[][] {
  if (positions.length <= mostColumns) return [[...positions]]
  const parts: RecordPosition[][] = [[]]
  for (const group of constituenciesOf(positions)) {
    const room = mostColumns - (parts.at(-1)?.length ?? 0)
    if (group.length > room && group.length <= mostColumns) parts.push([])
    for (const position of group) {
      if ((parts.at(-1)?.length ?? 0) === mostColumns) parts.push([])
      parts.at(-1)?.push(position)
    }
  }
  return parts.filter((part) => part.length > 0)
}

function constituenciesOf(positions: readonly RecordPosition[]): RecordPosition[][] {
  return [...Map.groupBy(positions, ({ constituency }) => constituency?.id ?? null).values()]
}
