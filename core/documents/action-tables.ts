import { actionStatusWords } from '../contract/words.ts'
import type { MeetingRecord, RecordAction } from '../minutes/record-types.ts'
import { shortDate } from './dates.ts'
import { cells, type Column, type Table } from './model.ts'

interface ActionColumn extends Column {
  text: (action: RecordAction, record: MeetingRecord) => string
}

const reference: ActionColumn = {
  header: 'Reference',
  align: 'left',
  width: 13,
  text: (action) => action.reference,
}
const owner: ActionColumn = { header: 'Owner', align: 'left', width: 20, text: ownersOf }
const due: ActionColumn = { header: 'Due', align: 'left', width: 14, text: dueOf }
const status: ActionColumn = { header: 'Status', align: 'left', width: 14, text: statusOf }
const raised: ActionColumn = { header: 'Raised', align: 'left', width: 12, text: raisedWords }

/** The actions raised at the meeting. */
export function raisedTable(record: MeetingRecord): Table {
  return actionTable(record, 'Actions raised at this meeting', record.actions.raised, [
    reference,
    { header: 'Action', align: 'left', width: 41, text: actionText },
    owner,
    due,
    { header: 'Item', align: 'left', width: 12, text: ({ itemLabel }) => itemLabel ?? '' },
  ])
}

/** The actions that a meeting finds before it, as its agenda tells them: what becomes of them is in the minutes. */
export function broughtTable(record: MeetingRecord, caption: string): Table {
  return actionTable(record, caption, record.actions.carriedIn, [
    reference,
    { header: 'Action', align: 'left', width: 41, text: actionText },
    owner,
    due,
    raised,
  ])
}

/** Actions with what was reported on them at the meeting and how they stand. */
export function reviewTable(record: MeetingRecord, caption: string, actions: readonly RecordAction[]): Table {
  return actionTable(record, caption, actions, [reference, actionWithUpdates(39), owner, due, status])
}

/** Actions with everything that a log tells of them. */
export function logTable(record: MeetingRecord, caption: string, actions: readonly RecordAction[]): Table {
  return actionTable(record, caption, actions, [
    reference,
    { ...raised, width: 11 },
    actionWithUpdates(31),
    { ...owner, width: 19 },
    { ...due, width: 13 },
    { ...status, width: 13 },
  ])
}

function actionTable(
  record: MeetingRecord,
  caption: string,
  actions: readonly RecordAction[],
  columns: readonly ActionColumn[],
): Table {
  return {
    kind: 'plain',
    caption,
    columns: columns.map(({ header, align, width }) => ({ header, align, width })),
    columnGroups: null,
    rows: actions.map((action) => cells(...columns.map(({ text }) => text(action, record)))),
    legend: null,
  }
}

function actionWithUpdates(width: number): ActionColumn {
  return {
    header: 'Action, and updates at this meeting',
    align: 'left',
    width,
    text: (action, record) => [actionText(action), ...updatesOf(record, action)].join('\n'),
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

/** "Meeting 198", the item where it was this meeting, or the day where it was no meeting. */
function raisedWords({ raisedAt, raisedOn, itemLabel }: RecordAction): string {
  if (itemLabel !== null) return itemLabel
  return raisedAt === null ? shortDate(raisedOn) : `Meeting ${raisedAt}`
}

export function statusOf({ status: value, closedOn }: RecordAction): string {
  return closedOn === null ? actionStatusWords[value] : `${actionStatusWords[value]} ${shortDate(closedOn)}`
}

export function isFinished({ status: value }: RecordAction): boolean {
  return value === 'closed' || value === 'withdrawn'
}
