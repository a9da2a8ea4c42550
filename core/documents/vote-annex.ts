import { positionWords } from '../contract/words.ts'
import type { MeetingRecord, RecordItem, RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { instantWords } from './dates.ts'
import { frameDocument } from './document-frame.ts'
import { titleOf } from './minutes.ts'
import {
  bold,
  cell,
  cells,
  heading,
  paragraph,
  plain,
  type Block,
  type Column,
  type DocumentModel,
  type Table,
} from './model.ts'
import { determinationBlock, subjectOf } from './question-blocks.ts'
import { groupsOf, columnOf, headingOf, legendOf, markCell, voteTables } from './vote-table.ts'
import { countingPairs, verdictOf, voteCaption, withStop } from './vote-words.ts'

interface Vote {
  item: RecordItem
  question: RecordQuestion
  round: RecordRound
}

/** Above this many seats the votes are not told in one table for the whole meeting. */
const mostSeatsTogether = 26

/** Every vote of a meeting with every position: all of them in one table, then each of them, superseded ones too. */
export function voteAnnexDocument(record: MeetingRecord, hash: string): DocumentModel {
  const votes = record.items.flatMap((item) =>
    item.questions.flatMap((question) => question.rounds.map((round): Vote => ({ item, question, round }))),
  )
  const options = {
    kind: 'vote-annex',
    name: 'Vote annex',
    orientation: 'landscape',
    hasActualTimes: true,
  } as const
  if (votes.length === 0) {
    return frameDocument(record, hash, options, [paragraph('body', 'No vote was taken at this meeting.')])
  }
  return frameDocument(record, hash, options, [
    ...overviewBlocks(votes.filter(({ question, round }) => question.rounds.at(-1) === round)),
    ...record.items.flatMap((item) => itemBlocks(record, item)),
  ])
}

/** Votes whose columns are the same seats and initials stand in one table. */
function overviewBlocks(votes: Vote[]): Block[] {
  const together = votes.filter(({ round }) => round.positions.length <= mostSeatsTogether)
  if (together.length === 0) return []
  const tables = Map.groupBy(together, ({ round }) =>
    JSON.stringify(round.positions.map((position) => [position.seatId, headingOf(position)])),
  )
  return [
    heading(1, 'All votes'),
    ...[...tables.values()].map((sameColumns, index): Block => ({
      kind: 'table',
      table: overviewTable(
        sameColumns,
        tables.size === 1
          ? 'Votes that count'
          : `Votes that count, by who exercised them (${index + 1} of ${tables.size})`,
      ),
    })),
  ]
}

function overviewTable(votes: Vote[], caption: string): Table {
  const positions = votes[0]?.round.positions ?? []
  const groups = groupsOf(positions)
  const markWidth = Math.min(4.5, 58 / Math.max(1, positions.length))
  const columns: Column[] = [
    { header: 'Item', align: 'left', width: 8 },
    { header: 'Question', align: 'left', width: 22 },
    ...positions.map((position) => ({ ...columnOf(position), width: markWidth })),
    { header: 'Result', align: 'left', width: 15 },
  ]
  return {
    kind: 'votes',
    caption,
    columns,
    columnGroups: groups === null ? null : [{ header: '', span: 2 }, ...groups, { header: '', span: 1 }],
    rows: votes.map(({ item, question, round }) =>
      cells(
        item.fullLabel,
        {
          runs: [
            ...(item.proposal === null ? [] : [bold(`${item.proposal.reference}: `)]),
            plain(question.text),
          ],
        },
        ...round.positions.map(markCell),
        verdictOf(round),
      ),
    ),
    legend: legendOf(votes.map(({ round }) => round)),
  }
}

function itemBlocks(record: MeetingRecord, item: RecordItem): Block[] {
  if (item.questions.length === 0) return []
  return [
    heading(1, titleOf(item), item.fullLabel),
    ...item.questions.flatMap((question) => [
      heading(2, question.text),
      ...question.rounds.flatMap((round) => roundBlocks(record, item, question, round)),
      ...(question.determination === null ? [] : [determinationBlock(question.determination)]),
    ]),
  ]
}

function roundBlocks(
  record: MeetingRecord,
  item: RecordItem,
  question: RecordQuestion,
  round: RecordRound,
): Block[] {
  const day = record.heading.startsOn
  const caption = voteCaption(question, round, subjectOf(item), day)
  const isSuperseded = question.rounds.at(-1) !== round
  return [
    ...voteTables(round, isSuperseded ? `${caption} (superseded)` : caption).map((table): Block => ({
      kind: 'table',
      table,
    })),
    { kind: 'definitions', pairs: countingPairs(round, true) },
    ...(isSuperseded
      ? [paragraph('detail', [bold('Superseded. '), plain(withStop(round.supersededReason))])]
      : []),
    ...correctionTable(round, day),
    paragraph('result', [bold('Result: '), plain(withStop(verdictOf(round)))]),
  ]
}

function correctionTable(round: RecordRound, day: string): Block[] {
  const rows = round.positions.flatMap(({ initials, corrections }) =>
    corrections.map((correction) =>
      cells(
        initials,
        `${positionWords[correction.oldValue].name}, recorded ${instantWords(correction.recordedAt, day)}`,
        cell(positionWords[correction.newValue].name),
        `${instantWords(correction.correctedAt, day)}, ${correction.correctedBy}`,
        correction.reason,
      ),
    ),
  )
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        kind: 'plain',
        caption: 'Corrections to this vote',
        columns: [
          { header: 'Initials', align: 'left', width: 10 },
          { header: 'Before', align: 'left', width: 26 },
          { header: 'After', align: 'left', width: 14 },
          { header: 'Corrected', align: 'left', width: 18 },
          { header: 'Reason', align: 'left', width: 33 },
        ],
        columnGroups: null,
        rows,
        legend: null,
      },
    },
  ]
}
