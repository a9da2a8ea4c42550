import type { MeetingRecord, RecordDetermination, RecordItem, RecordRound } from '../minutes/record-types.ts'
import { cell, type Row, type Table } from './model.ts'
import { decidesOn } from './question-blocks.ts'
import { withStop } from './vote-words.ts'

/**
 * The record of determinations: what the meeting determined, item by item, with the count on which each rests. Null
 * where it determined nothing.
 */
export function determinationsTable({ items }: MeetingRecord): Table | null {
  const rows = items.flatMap((item): Row[] => [
    ...item.questions.flatMap(({ rounds, determination }) =>
      determination === null ? [] : [row(item, determination, rounds.at(-1))],
    ),
    ...item.determinations.map((determination) => row(item, determination, undefined)),
  ])
  if (rows.length === 0) return null
  return {
    kind: 'plain',
    caption: 'What the meeting determined, with the votes on which it rests',
    columns: [
      { header: 'Item', align: 'left', width: 12 },
      { header: 'Proposal', align: 'left', width: 13 },
      { header: 'Determination', align: 'left', width: 51 },
      { header: 'For', align: 'right', width: 7 },
      { header: 'Against', align: 'right', width: 9 },
      { header: 'Other', align: 'right', width: 8 },
    ],
    columnGroups: null,
    rows,
    legend: 'Other: abstained, no vote recorded, recused, not present or not entitled.',
  }
}

function row(item: RecordItem, determination: RecordDetermination, round: RecordRound | undefined): Row {
  const counts = round === undefined ? ['', '', ''] : countsOf(round)
  return {
    kind: 'cells',
    cells: [
      cell(item.fullLabel),
      cell(item.proposal?.reference ?? ''),
      cell(`${addressee[determination.decisionMaker](decidesOn(item))}${withStop(determination.text)}`),
      ...counts.map(cell),
    ],
  }
}

/** A recommendation and a view bind nobody: the table may not read as if they did. */
const addressee: Record<RecordDetermination['decisionMaker'], (decides: string) => string> = {
  body: () => '',
  authority: (decides) => `To ${decides}: `,
  view: () => 'View: ',
}

function countsOf({ counts, declared }: RecordRound): string[] {
  // What was declared on the voices has no count, and its sentence says so.
  if (declared !== undefined) return ['', '', '']
  const { for: inFavour, against, ...others } = counts
  const other = Object.values(others).reduce((sum, votes) => sum + votes, 0)
  return [inFavour, against, other].map(String)
}
