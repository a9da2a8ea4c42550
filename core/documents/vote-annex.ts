import { positionWords } from '../contract/words.ts'
import type { MeetingRecord, RecordItem, RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { constituencyBlocks } from './constituency-table.ts'
import { instantWords } from './dates.ts'
import { frameDocument } from './document-frame.ts'
import { titleOf } from './item-words.ts'
import {
  bold,
  cell,
  cells,
  definitions,
  heading,
  pair,
  paragraph,
  plain,
  tableBlock,
  together,
  type Block,
  type Column,
  type DocumentModel,
  type Table,
} from './model.ts'
import { determinationBlock, subjectOf } from './question-blocks.ts'
import { groupsOf, columnsOf, headingOf, legendOf, markCell, voteTables } from './vote-table.ts'
import { capital, countingPairs, verdictOf, voteCaption, withStop } from './vote-words.ts'

interface Vote {
  item: RecordItem
  question: RecordQuestion
  round: RecordRound
}

/** How many letters fit the width of a landscape page. */
const lettersAcross = 146

/** Above this many seats the votes are not told in one table for the whole meeting. */
const mostSeatsTogether = 26

/** Every vote of a meeting with every position: all of them in one table, then each of them, superseded ones too. */
export function voteAnnexDocument(record: MeetingRecord, hash: string): DocumentModel {
  const votes = record.items.flatMap((item) =>
    item.questions.flatMap((question) => question.rounds.map((round): Vote => ({ item, question, round }))),
  )
  const options = { kind: 'vote-annex', name: 'Vote annex', hasActualTimes: true }
  if (votes.length === 0) {
    return frameDocument(record, hash, options, [paragraph('body', 'No vote was taken at this meeting.')])
  }
  const overview = overviewBlocks(votes.filter(({ question, round }) => question.rounds.at(-1) === round))
  // One table for all votes is wide; the votes one by one are not.
  const orientation = overview.length === 0 ? 'portrait' : 'landscape'
  return frameDocument(record, hash, { ...options, orientation }, [
    ...overview,
    ...(overview.length === 0 ? [] : [{ kind: 'new-page' as const, orientation: 'portrait' as const }]),
    ...record.items.flatMap((item) => itemBlocks(record, item)),
    rulesBlock(votes),
  ])
}

/** Each rule once, with what it asks for: every vote above names its own. */
function rulesBlock(votes: readonly Vote[]): Block {
  const rules = votes.map(({ round }) => [`${capital(round.ruleName)}. `, round.ruleExplanation] as const)
  const each = [...new Map(rules.map((rule) => [rule.join(''), rule])).values()]
  return together(
    heading(1, each.length === 1 ? 'The rule' : 'The rules'),
    ...each.map(([name, explanation]) => paragraph('body', [bold(name), plain(explanation)])),
  )
}

/** Votes whose columns are the same seats and initials stand in one table. */
function overviewBlocks(votes: Vote[]): Block[] {
  const narrow = votes.filter(({ round }) => round.positions.length <= mostSeatsTogether)
  if (narrow.length === 0) return []
  const tables = Map.groupBy(narrow, ({ round }) =>
    JSON.stringify(round.positions.map((position) => [position.seatId, headingOf(position)])),
  )
  return [
    heading(1, 'All votes'),
    ...[...tables.values()].map((sameColumns, index) =>
      tableBlock(
        overviewTable(
          sameColumns,
          tables.size === 1
            ? 'The votes that count'
            : `The votes that count, by who exercised them (${index + 1} of ${tables.size})`,
        ),
      ),
    ),
  ]
}

function overviewTable(votes: Vote[], caption: string): Table {
  const positions = votes[0]?.round.positions ?? []
  const groups = groupsOf(positions)
  const marks = columnsOf(positions, Math.min(5.4, 90 / Math.max(1, positions.length)))
  const left = lettersAcross - marks.reduce((sum, { width }) => sum + width, 0)
  const columns: Column[] = [
    { header: 'Item', align: 'left', width: 11 },
    { header: 'Question', align: 'left', width: Math.max(24, left - 36) },
    ...marks,
    { header: 'Result', align: 'left', width: 25 },
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
    ...item.questions.flatMap((question) => questionBlocks(record, item, question)),
  ]
}

/** The heading stays with the first vote on the question, and the determination with the last. */
function questionBlocks(record: MeetingRecord, item: RecordItem, question: RecordQuestion): Block[] {
  return question.rounds.map((round, index) =>
    together(
      ...(index === 0 ? [heading(2, question.text)] : []),
      ...roundBlocks(record, item, question, round),
      ...(index === question.rounds.length - 1 && question.determination !== null
        ? [determinationBlock(item, question.determination)]
        : []),
    ),
  )
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
    ...voteTables(round, isSuperseded ? `${caption} (superseded)` : caption).map(tableBlock),
    ...constituencyBlocks(round, subjectOf(item)),
    definitions(
      [
        ...countingPairs(round),
        { term: 'Result', runs: [bold(withStop(verdictOf(round)))] },
        ...(isSuperseded ? [pair('Superseded', capital(withStop(round.supersededReason)))] : []),
      ],
      'small',
    ),
    ...correctionTable(round, day),
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
    tableBlock({
      kind: 'plain',
      caption: 'Corrections to this vote',
      columns: [
        { header: 'Initials', align: 'left', width: 9 },
        { header: 'Before', align: 'left', width: 24 },
        { header: 'After', align: 'left', width: 15 },
        { header: 'Corrected', align: 'left', width: 19 },
        { header: 'Reason', align: 'left', width: 33 },
      ],
      columnGroups: null,
      rows,
      legend: null,
    }),
  ]
}
