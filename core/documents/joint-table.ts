import { positionWords } from '../contract/words.ts'
import type { RecordJointVote, RecordPosition, RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { bold, cell, type Cell, type Column, type Row, type Table } from './model.ts'
import { columnsOf, divide, groupsOf, legendOf, markCell } from './vote-table.ts'

/** One vote among those that are taken together: a question with the vote on it that counts. */
export interface JointRow {
  question: RecordQuestion
  round: RecordRound
}

/** The most seats that fit beside a label and the counts on a portrait page. */
const mostSeats = 14
/** How many letters fit the width of a portrait page, and what of them the counts and the label need. */
const lettersAcross = 96
const lettersOfCount = 4
const lettersOfLabel = 22

const counted = ['for', 'against', 'abstain'] as const

/**
 * The votes on the options of a proposal in one table: option by option, its objectives and then the option overall,
 * with the mark of each seat and the count. A body with more seats than fit is told in several tables.
 */
export function jointTables(vote: RecordJointVote, rows: readonly JointRow[], caption: string): Table[] {
  const parts = divide(seatsOf(rows), mostSeats)
  const seatsAcross = Math.max(1, ...parts.map((seats) => seats.length))
  const room = lettersAcross - lettersOfLabel - counted.length * lettersOfCount
  const hasObjectives = vote.objectives.length > 0
  return parts.map((seats, index) => {
    const marks = columnsOf(seats, Math.min(6, room / seatsAcross))
    const left = lettersAcross - sumOf(marks) - counted.length * lettersOfCount
    return {
      kind: 'votes',
      caption: parts.length === 1 ? caption : `${caption} (${index + 1} of ${parts.length})`,
      columns: [
        { header: hasObjectives ? 'Objective' : 'Option', align: 'left', width: Math.max(16, left) },
        ...marks,
        ...counted.map((value): Column => ({
          header: positionWords[value].mark,
          meaning: positionWords[value].name,
          align: 'right',
          width: lettersOfCount,
        })),
      ],
      columnGroups: [
        { header: '', span: 1 },
        ...(groupsOf(seats) ?? [{ header: '', span: seats.length }]),
        { header: 'Votes', span: counted.length },
      ],
      rows: vote.options.flatMap((option): Row[] => {
        const own = rows.filter(({ question }) => question.joint?.option?.key === option.key)
        if (own.length === 0) return []
        const body = own.map((row) => bodyRow(row, seats, hasObjectives ? labelOf(row) : option.label))
        return hasObjectives ? [{ kind: 'group', text: option.label }, ...body] : body
      }),
      legend: jointLegend(vote, rows),
    }
  })
}

/** Every seat of the votes once, in its order. Its column is headed by all who exercised it. */
function seatsOf(rows: readonly JointRow[]): RecordPosition[] {
  const bySeat = new Map<string, RecordPosition[]>()
  for (const position of rows.flatMap(({ round }) => round.positions)) {
    bySeat.set(position.seatId, [...(bySeat.get(position.seatId) ?? []), position])
  }
  return [...bySeat.values()].flatMap((positions) => {
    const [first] = positions
    if (first === undefined) return []
    const names = positions.filter(({ initials, seat }) => initials !== seat).map(({ initials }) => initials)
    return [{ ...first, initials: names.length === 0 ? first.seat : [...new Set(names)].join('/') }]
  })
}

function bodyRow({ question, round }: JointRow, seats: readonly RecordPosition[], label: string): Row {
  const isOverall = (question.joint?.objective ?? null) === null
  const bySeat = new Map(round.positions.map((position) => [position.seatId, position]))
  const weight = (one: Cell): Cell =>
    isOverall ? { ...one, runs: one.runs.map(({ text }) => bold(text)) } : one
  const marks = seats.map(({ seatId }): Cell => {
    const position = bySeat.get(seatId)
    if (position === undefined) return cell('')
    return markCell(position)
  })
  const counts =
    round.declared === undefined
      ? counted.map((value) => cell(String(round.counts[value])))
      : counted.map(() => cell(''))
  return { kind: 'cells', cells: [cell(label), ...marks, ...counts].map(weight) }
}

function labelOf({ question }: JointRow): string {
  return question.joint?.objective?.label ?? 'Overall'
}

function jointLegend({ baseline, objectives }: RecordJointVote, rows: readonly JointRow[]): string {
  const hasObjectives = objectives.length > 0
  const marks = legendOf(
    rows.map(({ round }) => round),
    hasObjectives ? wordsOfBoth : {},
  )
  const than = baseline === '' ? '' : ` than ${baseline}`
  if (hasObjectives) return `${marks}. Yes: the option better facilitates the objective${than}.`
  return baseline === '' ? marks : `${marks}. Compared with ${baseline}.`
}

/** Whether an option better facilitates an objective is answered, an option overall is voted on: the mark is the same. */
const wordsOfBoth = {
  for: 'yes, or for',
  against: 'no, or against',
  abstain: 'neutral, or abstain',
}

function sumOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}
