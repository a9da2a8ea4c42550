import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import { objectiveAnswers, positionWords, type PositionValue } from '../../core/contract/words.ts'

/** One position in votes that are taken together. */
export interface Cell {
  questionId: string
  seatId: string
}

/** Where a key goes on to: along the row, question by question, or down the column, member by member. */
export const jointOrders = ['by-question', 'by-member'] as const
export type JointOrder = (typeof jointOrders)[number]

/** The rest of a row, of a column or of all. */
export type FillScope = 'row' | 'column' | 'all'

/** What of a joint vote says where one can go. */
export type Grid = Pick<JointVote, 'id' | 'rows' | 'seats'>

type CellTest = (cell: Cell) => boolean
const never: CellTest = () => false

/** Whether a cell still waits for a position. */
export function isToCome({ rows, seats }: Grid, { questionId, seatId }: Cell): boolean {
  const row = rows.find((each) => each.questionId === questionId)
  return row?.state === 'open' && row.values[seats.findIndex((seat) => seat.seatId === seatId)] === 'pending'
}

/** The cell where a grid is entered: the first that is still to come, or the first at all. */
export function firstCell(grid: Grid, order: JointOrder): Cell | null {
  const cells = cellsInOrder(grid, order)
  return cells.find((cell) => isToCome(grid, cell)) ?? cells[0] ?? null
}

/**
 * The next cell that is still to come after one, along the row or down the column and round the end; null where there
 * is none.
 * @param isTaken cells that are on their way to be recorded
 */
export function nextCell(grid: Grid, at: Cell, order: JointOrder, isTaken: CellTest = never): Cell | null {
  const cells = cellsInOrder(grid, order)
  const from = cells.findIndex((cell) => isSame(cell, at))
  return (
    [...cells.slice(from + 1), ...cells.slice(0, Math.max(0, from))].find(
      (cell) => isToCome(grid, cell) && !isTaken(cell),
    ) ?? null
  )
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

/**
 * Where an arrow, Home or End leads; with Ctrl, Home and End go to the corners. It stops at the edges.
 * @returns null for any other key
 */
export function steppedTo({ rows, seats }: Grid, at: Cell, key: string, withCtrl = false): Cell | null {
  const step = steps[key]
  const isArrow = key.startsWith('Arrow')
  if (step === undefined || (withCtrl && isArrow)) return null
  const [down, across] = withCtrl ? [step[1], step[1]] : step
  const row = rows[within(rows.findIndex((each) => each.questionId === at.questionId) + down, rows.length)]
  const seat = seats[within(seats.findIndex((each) => each.seatId === at.seatId) + across, seats.length)]
  return row === undefined || seat === undefined ? null : { questionId: row.questionId, seatId: seat.seatId }
}

/** The cells that filling the rest would record, in their order. */
export function cellsToFill(grid: Grid, at: Cell, scope: FillScope, isTaken: CellTest = never): Cell[] {
  return cellsInOrder(grid, 'by-question').filter(
    (cell) =>
      (scope !== 'row' || cell.questionId === at.questionId) &&
      (scope !== 'column' || cell.seatId === at.seatId) &&
      isToCome(grid, cell) &&
      !isTaken(cell),
  )
}

export function isSame(one: Cell | null, other: Cell | null): boolean {
  return one?.questionId === other?.questionId && one?.seatId === other?.seatId
}

function cellsInOrder({ rows, seats }: Grid, order: JointOrder): Cell[] {
  const cell = (row: JointRow, seat: JointVote['seats'][number]) => ({
    questionId: row.questionId,
    seatId: seat.seatId,
  })
  return order === 'by-question'
    ? rows.flatMap((row) => seats.map((seat) => cell(row, seat)))
    : seats.flatMap((seat) => rows.map((row) => cell(row, seat)))
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}

/** What a position is called in a row: against an objective it is said yes, no or neutral. */
export function positionName(value: PositionValue, isObjective: boolean): string {
  return (isObjective ? objectiveAnswers[value] : undefined) ?? positionWords[value].name
}

/** What a row is called by itself: "Original, Objective (a)", "0621A" or "199.6 (b) 0621". */
export function rowName(
  { options, objectives }: Pick<JointVote, 'options' | 'objectives'>,
  row: JointRow,
): string {
  const option = options.find(({ key }) => key === row.option)
  if (option === undefined) return `${row.itemLabel} ${row.label}`
  return objectives.length === 0 ? option.label : `${option.label}, ${row.label}`
}
