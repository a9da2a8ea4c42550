import type {
  MeetingRecord,
  RecordDetermination,
  RecordItem,
  RecordQuestion,
  RecordRound,
} from '../minutes/record-types.ts'
import { decidesOn } from './determination-words.ts'
import { cell, type Row, type Table } from './model.ts'
import { subjectOfVote, withStop } from './vote-words.ts'

/**
 * The record of determinations: what the meeting determined, item by item, with the count on which each rests. Null
 * where it determined nothing.
 */
export function determinationsTable({ items }: MeetingRecord): Table | null {
  const rows = items.flatMap((item): Row[] => [
    ...item.questions.flatMap((question) =>
      question.determination === null ? [] : [row(item, question.determination, question)],
    ),
    ...item.determinations.map((determination) => row(item, determination)),
  ])
  if (rows.length === 0) return null
  const hasPreference = items.some(({ questions }) =>
    questions.some(({ rounds, determination }) => determination !== null && rounds.at(-1)?.byOption),
  )
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
    legend: `${hasPreference ? 'For: of a vote on which option is preferred, the votes for the preferred one. ' : ''}Other: ${
      hasPreference ? 'for other options, ' : ''
    }abstained, no vote recorded, recused, not present or not entitled.`,
  }
}

/** `question`: the one that it answers, if any. */
function row(item: RecordItem, determination: RecordDetermination, question?: RecordQuestion): Row {
  const round = question?.rounds.at(-1)
  const counts = round === undefined ? ['', '', ''] : countsOf(round)
  return {
    kind: 'cells',
    cells: [
      cell(item.fullLabel),
      cell(proposalOf(item, question)),
      cell(`${addressee[determination.decisionMaker](decidesOn(item))}${withStop(determination.text)}`),
      ...counts.map(cell),
    ],
  }
}

/** The proposal, and which option of it where several were voted on together. */
function proposalOf(item: RecordItem, question: RecordQuestion | undefined): string {
  if (question?.joint === undefined || question.joint.option === null) return item.proposal?.reference ?? ''
  return item.proposal === null ? question.joint.option.label : subjectOfVote(item, question)
}

/** A recommendation and a view bind nobody: the table may not read as if they did. */
const addressee: Record<RecordDetermination['decisionMaker'], (decides: string) => string> = {
  body: () => '',
  authority: (decides) => `To ${decides}: `,
  view: () => 'View: ',
}

function countsOf({ counts, declared, byOption }: RecordRound): string[] {
  // What was declared on the voices has no count, and its sentence says so.
  if (declared !== undefined) return ['', '', '']
  const { for: inFavour, against, ...others } = counts
  const other = Object.values(others).reduce((sum, votes) => sum + votes, 0)
  if (byOption !== undefined) {
    const preferred = byOption.find(({ isPreferred }) => isPreferred)?.votes
    return preferred === undefined
      ? ['', '', '']
      : [String(preferred), '', String(inFavour - preferred + other)]
  }
  return [inFavour, against, other].map(String)
}
