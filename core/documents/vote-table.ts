import { positionValues, positionWords, type PositionValue } from '../contract/words.ts'
import type { RecordPosition, RecordRound } from '../minutes/record-types.ts'
import { plain, type Cell, type Column, type Table } from './model.ts'

/** The most columns of initials that fit the width of a portrait page. */
const mostColumns = 20
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
  const parts = divide(round.positions)
  const legend = legendOf([round])
  return parts.map((positions, index) => ({
    kind: 'vote',
    caption: parts.length === 1 ? caption : `${caption} (${index + 1} of ${parts.length})`,
    columns: positions.map(columnOf),
    columnGroups: groupsOf(positions),
    rows: [{ kind: 'cells', cells: positions.map(markCell) }],
    legend,
  }))
}

export function columnOf(position: RecordPosition): Column {
  return { header: headingOf(position), align: 'center', width: 1 }
}

/** The initials, with the number of votes where a seat has more than one. */
export function headingOf({ initials, votes }: RecordPosition): string {
  return votes === 1 ? initials : `${initials} (${votes})`
}

/** The mark of a position; one that was corrected is told apart by a dagger. */
export function markCell({ value, corrections }: RecordPosition): Cell {
  const { mark, name } = positionWords[value]
  return corrections.length === 0
    ? { runs: [plain(mark)], meaning: name }
    : { runs: [plain(`${mark}†`)], meaning: `${name}, corrected` }
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

/** What the marks mean: the usual ones always, the others where one of these votes has them. */
export function legendOf(rounds: readonly RecordRound[]): string {
  const positions = rounds.flatMap((round) => round.positions)
  const used = new Set(positions.map(({ value }) => value))
  const marks = positionValues
    .filter((value) => alwaysExplained.includes(value) || used.has(value))
    .map((value) => `${positionWords[value].mark} ${positionWords[value].name.toLowerCase()}`)
  if (positions.some(({ corrections }) => corrections.length > 0)) marks.push('† corrected')
  if (positions.some(({ votes }) => votes > 1)) marks.push('(2) a seat with 2 votes')
  return marks.join(' · ')
}

function divide(positions: readonly RecordPosition[]): RecordPosition[][] {
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
