import type { RecordRound } from '../minutes/record-types.ts'
import { bold, cell, cells, tableBlock, type Block } from './model.ts'
import { marksOf } from './vote-table.ts'

/** The votes that each option got, the preferred one in bold. None for a vote that is not by preference. */
export function preferenceBlocks(round: RecordRound, subject: string): Block[] {
  const { byOption = [] } = round
  if (byOption.length === 0) return []
  const marks = new Map(marksOf(round).map(({ key, mark }) => [key, mark]))
  return [
    tableBlock({
      kind: 'plain',
      share: 0.7,
      caption: `Vote on ${subject} by option`,
      columns: [
        { header: 'Mark', align: 'left', width: 14 },
        { header: 'Option', align: 'left', width: 50 },
        { header: 'Votes', align: 'right', width: 14 },
        { header: 'Outcome', align: 'left', width: 22 },
      ],
      columnGroups: null,
      rows: byOption.map(({ key, label, votes, isPreferred }) => {
        const texts = [marks.get(key) ?? '', label, String(votes), isPreferred ? 'Preferred' : '']
        return cells(...texts.map((text) => (isPreferred ? { runs: [bold(text)] } : cell(text))))
      }),
      legend: null,
    }),
  ]
}
