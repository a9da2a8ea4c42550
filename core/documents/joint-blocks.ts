import type { RecordItem, RecordJointVote, RecordQuestion } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { jointTables, type JointRow } from './joint-table.ts'
import {
  bold,
  definitions,
  heading,
  plain,
  tableBlock,
  together,
  type Block,
  type DefinitionPair,
  type Row,
  type Run,
} from './model.ts'
import { determinationRuns } from './determination-words.ts'
import {
  correctionPairs,
  exercisedWords,
  rowName,
  subjectOf,
  supersededPairs,
  verdictOf,
  voteCaption,
  withStop,
} from './vote-words.ts'

/** The most rows that stay on one page whatever stands before them. */
const mostRowsKept = 12

/** The votes on the options of a proposal that were put together, in the order of their rows. */
export function jointRowsOf(item: RecordItem, vote: RecordJointVote): JointRow[] {
  return vote.questionIds.flatMap((id) => {
    const question = item.questions.find(({ questionId }) => questionId === id)
    const round = question?.rounds.at(-1)
    return question === undefined || round === undefined ? [] : [{ question, round }]
  })
}

/**
 * Votes on the options of a proposal as the minutes tell them: every position in one table, the result and the
 * determination of each option, then how they were counted and what was corrected, taken again or withdrawn.
 */
export function jointBlocks(item: RecordItem, vote: RecordJointVote, day: string): Block[] {
  const rows = jointRowsOf(item, vote)
  const standing = rows.filter(({ question }) => question.withdrawn === undefined)
  return [
    ...jointGrid(item, vote, standing, { day, level: 3 }),
    ...(standing.length === 0 ? [] : outcomeBlocks(item, standing)),
    // Each by itself: all of them together are too much to be kept on one page.
    ...[
      ...(standing.length === 0 ? [] : countingPairs(standing)),
      ...standing.flatMap(({ question }) => [
        ...correctionPairs(question, day, rowName(question)),
        ...supersededPairs(question, day, rowName(question)),
      ]),
      ...withdrawnPairs(rows.map(({ question }) => question)),
    ].map((one) => definitions([one], 'small')),
  ]
}

/** Heading and table: on one page where that leaves no great gap, otherwise divided between options. */
export function jointGrid(
  item: RecordItem,
  vote: RecordJointVote,
  standing: readonly JointRow[],
  { day, level }: { day: string; level: 2 | 3 },
): Block[] {
  const [first] = standing
  const title = heading(level, vote.title)
  if (first === undefined) return [title]
  const caption = voteCaption({ ...first.question, rounds: [first.round] }, first.round, subjectOf(item), day)
  const tables = jointTables(vote, standing, caption.replace(/^Vote on/, 'Votes on')).map(tableBlock)
  const blocks = [title, ...tables]
  return standing.length <= mostRowsKept ? [together(...blocks)] : blocks
}

/** What each option came to, in one table; an objective only where something was determined on it. */
function outcomeBlocks(item: RecordItem, standing: readonly JointRow[]): Block[] {
  const rows = standing.flatMap(({ question, round }): Row[] => {
    const isOverall = isOverallQuestion(question)
    if (!isOverall && question.determination === null) return []
    const determined: Run[] =
      question.determination !== null
        ? determinationRuns(item, question.determination)
        : [plain(round.result === null ? '' : withStop(round.result))]
    return [
      {
        kind: 'cells',
        cells: [
          { runs: [bold(rowName(question))] },
          { runs: [plain(withStop(verdictOf(round)))] },
          { runs: determined },
        ],
      },
    ]
  })
  return [
    tableBlock({
      kind: 'plain',
      caption: 'What each option came to',
      columns: [
        { header: 'Option', align: 'left', width: 18 },
        { header: 'Result', align: 'left', width: 24 },
        { header: 'Determination', align: 'left', width: 58 },
      ],
      columnGroups: null,
      rows,
      legend: null,
    }),
  ]
}

export function isOverallQuestion({ joint }: RecordQuestion): boolean {
  return joint === undefined || joint.objective === null
}

/** The rule once, and for each option overall how its result follows. What is counted against objectives is in the table. */
function countingPairs(standing: readonly JointRow[]): DefinitionPair[] {
  const overall = standing.filter(({ question }) => isOverallQuestion(question))
  const counted = overall.length === 0 ? standing : overall
  return [
    ...sharedPairs('Rule', counted, ({ round }) => `${capital(round.ruleName)}.`),
    ...sharedPairs('Quorum', standing, ({ round }) => round.quorum),
    ...sharedPairs('Exercised by', standing, ({ round }) => exercisedWords(round)),
    ...counted.map(({ question, round }) => ({
      term: 'Counted',
      runs: [bold(`${rowName(question)}: `), plain(`${round.reconciliation}. ${capital(round.arithmetic)}`)],
    })),
  ]
}

/** What is the same for all of them is said once, and otherwise for which of them it holds. */
function sharedPairs(
  term: string,
  rows: readonly JointRow[],
  wordsOf: (row: JointRow) => string,
): DefinitionPair[] {
  const groups = [...Map.groupBy(rows, wordsOf)].filter(([words]) => words !== '')
  const isOfAll = groups.length === 1 && groups[0]?.[1].length === rows.length
  return groups.map(([words, own]) => ({
    term,
    runs: isOfAll
      ? [plain(words)]
      : [bold(`${own.map(({ question }) => rowName(question)).join(', ')}: `), plain(words)],
  }))
}

/** The questions among them that were withdrawn, those with the same reason together. */
function withdrawnPairs(questions: readonly RecordQuestion[]): DefinitionPair[] {
  const withdrawn = questions.filter((question) => question.withdrawn !== undefined)
  return [...Map.groupBy(withdrawn, (question) => question.withdrawn?.reason ?? '')].map(([reason, own]) => ({
    term: 'Withdrawn',
    runs: [bold(`${own.map(rowName).join(', ')}: `), plain(withStop(reason))],
  }))
}
