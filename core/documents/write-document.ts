import type { DocumentFormat, DocumentKind } from '../contract/words.ts'
import type { MeetingRecord } from '../minutes/record-types.ts'
import { buildDocument } from './build-document.ts'
import { csvTable } from './csv-tables.ts'
import type { Face } from './html-style.ts'
import { calendarOrRehearsal, tableOrRehearsal } from './rehearsal-marks.ts'
import { toCsv } from './to-csv.ts'
import { toDocx } from './to-docx.ts'
import { toHtml } from './to-html.ts'
import { calendarOf } from './calendar-events.ts'
import { toIcs } from './to-ics.ts'
import { toJson } from './to-json.ts'
import { toMarkdown } from './to-markdown.ts'

/** The formats that are written here. A PDF is the HTML through the host's printer. */
export type WrittenFormat = Exclude<DocumentFormat, 'pdf'>

/** What is written, and from what: plain data, so that it can be handed to a worker thread. */
export interface DocumentJob {
  document: DocumentKind
  format: WrittenFormat
  record: MeetingRecord
  recordHash: string
  /** The faces that an HTML document embeds. */
  faces: Face[]
}

/** One document in one format. Pure: the bytes depend on the job only, but for the time stamp inside a DOCX. */
export async function writeDocument({
  document,
  format,
  record,
  recordHash,
  faces,
}: DocumentJob): Promise<Uint8Array> {
  const model = () => buildDocument(document, record, recordHash)
  switch (format) {
    case 'docx':
      return toDocx(model())
    case 'html':
      return utf8(toHtml(model(), faces))
    case 'md':
      return utf8(toMarkdown(model()))
    case 'csv':
      return utf8(toCsv(tableOrRehearsal(record, csvTable(document, record))))
    case 'ics':
      return utf8(toIcs(calendarOrRehearsal(record, calendarOf(document, record))))
    case 'json':
      return utf8(toJson(document, record, recordHash))
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
