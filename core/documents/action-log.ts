import type { MeetingRecord, RecordAction } from '../minutes/record-types.ts'
import { isFinished, logTable } from './action-tables.ts'
import { frameDocument } from './document-frame.ts'
import { heading, paragraph, tableBlock, type Block, type DocumentModel } from './model.ts'
import { occasionWords } from './resolution-frame.ts'

/** The actions of the body after a meeting: those still open, and those finished at it. */
export function actionLogDocument(record: MeetingRecord, hash: string): DocumentModel {
  const all = [...record.actions.carriedIn, ...record.actions.raised]
  const open = all.filter((action) => !isFinished(action))
  const finished = all.filter(isFinished)
  return frameDocument(record, hash, { kind: 'action-log', name: 'Action log', hasActualTimes: false }, [
    heading(1, 'Open actions'),
    section(record, `Open after ${occasionWords(record)}: ${open.length}`, open, 'No action is open.'),
    heading(1, 'Closed at this meeting'),
    section(
      record,
      `Closed or withdrawn at ${occasionWords(record)}: ${finished.length}`,
      finished,
      'No action was closed at this meeting.',
    ),
  ])
}

function section(record: MeetingRecord, caption: string, actions: RecordAction[], none: string): Block {
  return actions.length === 0 ? paragraph('body', none) : tableBlock(logTable(record, caption, actions))
}
