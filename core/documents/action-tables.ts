import { actionStatusWords } from '../contract/words.ts'
import type { MeetingRecord, RecordAction } from '../minutes/record-types.ts'
import { shortDate } from './dates.ts'
import { cells, type Column, type Table } from './model.ts'

const reference: Column = { header: 'Reference', align: 'left', width: 13 }
const owner: Column = { header: 'Owner', align: 'left', width: 14 }
const due: Column = { header: 'Due', align: 'left', width: 14 }

/** The actions raised at the meeting. */
export function raisedTable(record: MeetingRecord): Table {
  return {
    kind: 'plain',
    caption: 'Actions raised at this meeting',
    columns: [
      reference,
      { header: 'Action', align: 'left', width: 47 },
      owner,
      due,
      { header: 'Item', align: 'left', width: 12 },
    ],
    columnGroups: null,
    rows: record.actions.raised.map((action) =>
      cells(action.reference, actionText(action), ownersOf(action), dueOf(action), action.itemLabel ?? ''),
    ),
    legend: null,
  }
}

/** Actions with what was reported on them at the meeting and how they stand. */
export function reviewTable(record: MeetingRecord, caption: string, actions: readonly RecordAction[]): Table {
  const hasUpdates = actions.some((action) => updatesOf(record, action).length > 0)
  return {
    kind: 'plain',
    caption,
    columns: [
      reference,
      { header: hasUpdates ? 'Action and updates at this meeting' : 'Action', align: 'left', width: 45 },
      owner,
      due,
      { header: 'Status', align: 'left', width: 14 },
    ],
    columnGroups: null,
    rows: actions.map((action) =>
      cells(
        action.reference,
        [actionText(action), ...updatesOf(record, action)].join('\n'),
        ownersOf(action),
        dueOf(action),
        statusOf(action),
      ),
    ),
    legend: null,
  }
}

function updatesOf(record: MeetingRecord, action: RecordAction): string[] {
  return record.actions.updates
    .filter(({ actionId }) => actionId === action.id)
    .map(({ madeOn, text }) => `${shortDate(madeOn)}: ${text}`)
}

/** The text, with the proposal that it concerns where the text does not name it. */
export function actionText({ text, proposal }: RecordAction): string {
  return proposal === null || text.includes(proposal) ? text : `${proposal}: ${text}`
}

export function ownersOf({ owners }: RecordAction): string {
  return owners.length === 0 ? 'No owner' : owners.join(', ')
}

export function dueOf({ dueOn, dueMeeting }: RecordAction): string {
  if (dueOn !== null) return shortDate(dueOn)
  return dueMeeting === '' ? 'No date' : dueMeeting
}

export function statusOf({ status, closedOn }: RecordAction): string {
  return closedOn === null ? actionStatusWords[status] : `${actionStatusWords[status]} ${shortDate(closedOn)}`
}

export function isFinished({ status }: RecordAction): boolean {
  return status === 'closed' || status === 'withdrawn'
}
