import type {
  MeetingRecord,
  RecordItem,
  RecordJointVote,
  RecordQuestion,
  RecordRound,
} from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { constituencyBlocks } from './constituency-table.ts'
import { instantWords } from './dates.ts'
import { frameDocument } from './document-frame.ts'
import { titleOf } from './item-words.ts'
import { isOverallQuestion, jointGrid, jointRowsOf } from './joint-blocks.ts'
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
import { preferenceBlocks } from './preference-table.ts'
import { determinationBlock, groupedQuestions, togetherWithBlocks } from './question-blocks.ts'
import { ratificationBlocks } from './resolution-blocks.ts'
import { resolutionOf } from './resolution-frame.ts'
import {
  columnsOf,
  groupsOf,
  headingOf,
  legendOf,
  markCell,
  marksOf,
  optionLegend,
  voteTables,
} from './vote-table.ts'
import {
  correctedFromTo,
  countingPairs,
  rowName,
  subjectOf,
  subjectOfVote,
  verdictOf,
  voteCaption,
  withStop,
} from './vote-words.ts'

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
  const resolution = resolutionOf(record)
  const overview = overviewBlocks(votes.filter(isInOverview))
  // One table for all votes is wide; the votes one by one are not.
  const orientation = overview.length === 0 ? 'portrait' : 'landscape'
  return frameDocument(record, hash, { ...options, orientation }, [
    ...overview,
    ...(overview.length === 0 ? [] : [{ kind: 'new-page' as const, orientation: 'portrait' as const }]),
    ...record.items.flatMap((item) => itemBlocks(record, item)),
    ...(resolution === null ? [] : ratificationBlocks(record, resolution)),
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

/** The votes that count. Those against objectives stand with their option, in a table of their own. */
function isInOverview({ question, round }: Vote): boolean {
  return question.rounds.at(-1) === round && question.withdrawn === undefined && isOverallQuestion(question)
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
        ...round.positions.map((position) => markCell(position, marksOf(round))),
        verdictOf(round),
      ),
    ),
    legend: [
      legendOf(votes.map(({ round }) => round)),
      ...votes
        .filter(({ round }) => marksOf(round).length > 0)
        .map(({ item, round }) => `Of ${subjectOf(item)}: ${optionLegend(round)}`),
      ...(votes.some(isBesideObjectives)
        ? ['The votes against objectives stand below, with those on their option']
        : []),
    ].join('. '),
  }
}

function isBesideObjectives({ item, question }: Vote): boolean {
  const vote = item.jointVotes?.find(({ jointVoteId }) => jointVoteId === question.joint?.jointVoteId)
  return (vote?.objectives.length ?? 0) > 0
}

function itemBlocks(record: MeetingRecord, item: RecordItem): Block[] {
  if (item.questions.length === 0) return []
  return [
    heading(1, titleOf(item), item.fullLabel),
    ...groupedQuestions(item).flatMap(({ questions, joint }) =>
      joint === null
        ? questions.flatMap((question) => questionBlocks(record, item, question))
        : jointVoteBlocks(record, item, joint),
    ),
  ]
}

/**
 * Votes on the options of a proposal: all of them in one table, and the options overall one by one. Of the votes
 * against objectives the table is enough, but for what was corrected, and for those that do not count any more.
 */
function jointVoteBlocks(record: MeetingRecord, item: RecordItem, joint: RecordJointVote): Block[] {
  const day = record.heading.startsOn
  const rows = jointRowsOf(item, joint)
  const standing = rows.filter(({ question }) => question.withdrawn === undefined)
  const objectives = standing.filter(({ question }) => !isOverallQuestion(question))
  const whole = rows.filter(
    ({ question }) =>
      isOverallQuestion(question) || question.rounds.length > 1 || question.withdrawn !== undefined,
  )
  return [
    ...jointGrid(item, joint, standing, { day, level: 2 }),
    ...correctionTable(objectives, day, 'Corrections to the votes against objectives'),
    ...whole.flatMap(({ question }) => questionBlocks(record, item, question)),
  ]
}

/** The heading stays with the first vote on the question, and the determination with the last. */
function questionBlocks(record: MeetingRecord, item: RecordItem, question: RecordQuestion): Block[] {
  return question.rounds.map((round, index) =>
    together(
      ...(index === 0 ? [heading(2, question.text), ...togetherWithBlocks(item, question)] : []),
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
  const subject = subjectOfVote(item, question)
  const caption = voteCaption(question, round, subject, day)
  const isSuperseded = question.rounds.at(-1) !== round
  const withdrawn = isSuperseded ? undefined : question.withdrawn
  const state = isSuperseded ? ' (superseded)' : withdrawn === undefined ? '' : ' (withdrawn)'
  return [
    ...voteTables(round, `${caption}${state}`).map(tableBlock),
    ...(withdrawn === undefined
      ? [...constituencyBlocks(round, subject), ...preferenceBlocks(round, subject)]
      : []),
    definitions(
      withdrawn === undefined
        ? [
            ...countingPairs(round),
            { term: 'Result', runs: [bold(withStop(verdictOf(round)))] },
            ...(isSuperseded ? [pair('Superseded', capital(withStop(round.supersededReason)))] : []),
          ]
        : [
            // What had been recorded is told; it has no result.
            pair('Count', `${round.reconciliation}.`),
            pair('Withdrawn', `At ${instantWords(withdrawn.at, day)}: ${withStop(withdrawn.reason)}`),
          ],
      'small',
    ),
    ...correctionTable([{ question, round }], day, 'Corrections to this vote'),
  ]
}

/** Each correction with what the position was before. Of several votes each is named. */
function correctionTable(
  votes: readonly Pick<Vote, 'question' | 'round'>[],
  day: string,
  caption: string,
): Block[] {
  const isNamed = votes.length > 1
  const rows = votes.flatMap(({ question, round }) =>
    round.positions.flatMap(({ initials, corrections }) =>
      corrections.map((correction) => {
        const { from, to } = correctedFromTo(correction, question)
        return cells(
          ...(isNamed ? [rowName(question)] : []),
          initials,
          `${from}, recorded ${instantWords(correction.recordedAt, day)}`,
          cell(to),
          `${instantWords(correction.correctedAt, day)}, ${correction.correctedBy}`,
          correction.reason,
        )
      }),
    ),
  )
  if (rows.length === 0) return []
  return [
    tableBlock({
      kind: 'plain',
      caption,
      columns: [
        ...(isNamed ? [{ header: 'Vote', align: 'left', width: 22 } as const] : []),
        { header: 'Initials', align: 'left', width: isNamed ? 12 : 9 },
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
