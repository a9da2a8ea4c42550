import {
  actionStatusWords,
  outcomeWords,
  positionWords,
  purposeWords,
  type DocumentKind,
} from '../contract/words.ts'
import type {
  MeetingRecord,
  RecordItem,
  RecordPosition,
  RecordQuestion,
  RecordRound,
} from '../minutes/record-types.ts'
import { dueOf } from './action-tables.ts'
import type { CsvTable } from './to-csv.ts'
import { verdictOf } from './vote-words.ts'

type Columns = CsvTable['columns']

function columns(names: readonly string[], numbers: readonly string[] = []): Columns {
  return names.map((header) => ({ header, kind: numbers.includes(header) ? 'number' : 'text' }))
}

/** The rows of a document: of the minutes and the vote annex the positions, of the others actions or items. */
export function csvTable(kind: DocumentKind, record: MeetingRecord): CsvTable {
  switch (kind) {
    case 'minutes':
    case 'vote-annex':
      return positionsTable(record)
    case 'action-log':
      return actionsTable(record)
    case 'agenda':
      return itemsTable(record)
  }
}

const positionColumns = columns(
  [
    'meeting',
    'item',
    'proposal',
    'question',
    'option',
    'objective',
    'round',
    'state',
    'constituency',
    'seat',
    'initials',
    'exercised by',
    'position',
    'option named',
    'votes',
    'recorded at',
    'corrected from',
    'correction reason',
    'rule',
    'result',
  ],
  ['round', 'votes'],
)

/** One row per position of every vote, superseded ones too. */
function positionsTable(record: MeetingRecord): CsvTable {
  return {
    columns: positionColumns,
    rows: record.items.flatMap((item) =>
      item.questions.flatMap((question) =>
        question.rounds.flatMap((round) =>
          round.positions.map((position) => positionRow(record, item, question, round, position)),
        ),
      ),
    ),
  }
}

function positionRow(
  record: MeetingRecord,
  item: RecordItem,
  question: RecordQuestion,
  round: RecordRound,
  position: RecordPosition,
): string[] {
  const { corrections } = position
  const { joint, withdrawn } = question
  const isWithdrawn = withdrawn !== undefined && question.rounds.at(-1) === round
  return [
    `${record.heading.body.name} ${record.heading.number}`,
    item.fullLabel,
    item.proposal?.reference ?? '',
    question.text,
    joint?.option?.label ?? '',
    joint?.objective?.label ?? '',
    String(round.number),
    isWithdrawn ? 'withdrawn' : round.state,
    position.constituency?.name ?? '',
    position.seat,
    position.initials,
    position.castBy?.initials ?? '',
    positionWords[position.value].name,
    position.option?.label ?? '',
    String(position.votes),
    position.recordedAt,
    corrections.map(({ oldValue, oldOption }) => oldOption ?? positionWords[oldValue].name).join('; '),
    corrections.map(({ reason }) => reason).join('; '),
    round.ruleName,
    isWithdrawn ? `Withdrawn: ${withdrawn.reason}` : (round.result ?? verdictOf(round)),
  ]
}

function actionsTable(record: MeetingRecord): CsvTable {
  const raised = new Set(record.actions.raised.map(({ id }) => id))
  return {
    columns: columns(
      [
        'reference',
        'year',
        'action',
        'owners',
        'raised on',
        'raised at meeting',
        'item',
        'proposal',
        'due on',
        'due',
        'status',
        'closed on',
        'updates at this meeting',
      ],
      ['year'],
    ),
    rows: [...record.actions.carriedIn, ...record.actions.raised].map((action) => [
      action.reference,
      String(action.year),
      action.text,
      action.owners.join('; '),
      action.raisedOn,
      raised.has(action.id) ? record.heading.number : (action.raisedAt ?? ''),
      action.itemLabel ?? '',
      action.proposal ?? '',
      action.dueOn ?? '',
      dueOf(action),
      actionStatusWords[action.status],
      action.closedOn ?? '',
      record.actions.updates
        .filter(({ actionId }) => actionId === action.id)
        .map(({ madeOn, text }) => `${madeOn}: ${text}`)
        .join('\n'),
    ]),
  }
}

function itemsTable(record: MeetingRecord): CsvTable {
  return {
    columns: columns(
      [
        'meeting',
        'item',
        'title',
        'purpose',
        'presenter',
        'proposal',
        'proposal title',
        'planned minutes',
        'late',
        'papers',
        'outcome',
        'reason',
        'goes to',
      ],
      ['planned minutes'],
    ),
    rows: record.items.map((item) => [
      `${record.heading.body.name} ${record.heading.number}`,
      item.fullLabel,
      item.title,
      purposeWords[item.purpose],
      item.presenter,
      item.proposal?.reference ?? '',
      item.proposal?.title ?? '',
      String(item.plannedMinutes),
      item.isLate ? 'late' : '',
      item.papers.map(({ reference, title }) => `${reference} ${title}`.trim()).join('; '),
      item.outcome === null ? '' : outcomeWords[item.outcome],
      item.outcomeReason,
      whereTo(item),
    ]),
  }
}

/** The meeting to which an item goes on, with its day. */
function whereTo({ goesTo }: RecordItem): string {
  if (goesTo === undefined) return ''
  return goesTo === null ? 'next meeting' : `meeting ${goesTo.number}, ${goesTo.startsOn}`
}
