import type { MeetingRecord, RecordAction } from '../minutes/record-types.ts'
import { isFinished, reviewTable } from './action-tables.ts'
import { frameDocument } from './document-frame.ts'
import { heading, paragraph, type Block, type DocumentModel } from './model.ts'

/** The actions of the body after a meeting: those still open, and those finished at it. */
export function actionLogDocument(record: MeetingRecord, hash: string): DocumentModel {
  const all = [...record.actions.carriedIn, ...record.actions.raised]
  return frameDocument(record, hash, { kind: 'action-log', name: 'Action log', hasActualTimes: false }, [
    ...section(
      record,
      'Open actions',
      all.filter((action) => !isFinished(action)),
      'No action is open.',
    ),
    ...section(
      record,
      'Finished at this meeting',
      all.filter(isFinished),
      'No action was finished at this meeting.',
    ),
  ])
}

function section(record: MeetingRecord, title: string, actions: RecordAction[], none: string): Block[] {
  return [
    heading(1, title),
    actions.length === 0
      ? paragraph('body', none)
      : { kind: 'table', table: reviewTable(record, title, actions) },
  ]
}
