import type { DocumentKind } from '../contract/words.ts'
import type { MeetingRecord } from '../minutes/record-types.ts'
import { actionLogDocument } from './action-log.ts'
import { agendaDocument } from './agenda.ts'
import { minutesDocument } from './minutes.ts'
import type { DocumentModel } from './model.ts'
import { voteAnnexDocument } from './vote-annex.ts'

const builders: Record<DocumentKind, (record: MeetingRecord, hash: string) => DocumentModel> = {
  minutes: minutesDocument,
  agenda: agendaDocument,
  'vote-annex': voteAnnexDocument,
  'action-log': actionLogDocument,
}

/** The model of a document, from the record of its meeting and that record's hash. Pure. */
export function buildDocument(kind: DocumentKind, record: MeetingRecord, hash: string): DocumentModel {
  return builders[kind](record, hash)
}
