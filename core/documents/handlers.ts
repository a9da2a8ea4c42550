import { createHash } from 'node:crypto'
import { badInput } from '../contract/errors.ts'
import type { AllHandlers, HostContext } from '../handler.ts'
import { readRecord, recordHash } from '../minutes/record.ts'
import { whereOf } from '../where-of.ts'
import { buildDocument } from './build-document.ts'
import { chooseMeeting } from './choose-meeting.ts'
import { documentFileName } from './file-name.ts'
import { mediaTypes } from './media-types.ts'
import { readFaces } from './read-faces.ts'
import { calendarDocuments } from './calendar-events.ts'
import { throwIfCancelled, writeInWorker } from './run-worker.ts'
import type { DocumentJob } from './write-document.ts'

export const documentHandlers = {
  'document.read': ({ db, now }, { document, ...choice }) => {
    const record = readRecord(db, chooseMeeting(db, choice), now)
    const hash = recordHash(record)
    return {
      fileName: documentFileName(document, record),
      recordHash: hash,
      model: buildDocument(document, record, hash),
    }
  },

  'document.export': async (context, { document, format, ...choice }) => {
    const { ports, workspace, now, signal, progress } = context
    if (format === 'ics' && !calendarDocuments.includes(document)) {
      throw badInput('format', 'a calendar file is written of an agenda or an action log')
    }
    const steps = format === 'pdf' ? 4 : 3
    progress(0, steps, 'Reading the record')
    const record = workspace.store().read((db) => readRecord(db, chooseMeeting(db, choice), now))
    const hash = recordHash(record)
    progress(1, steps, 'Writing the document')
    const job: DocumentJob = {
      document,
      format: format === 'pdf' ? 'html' : format,
      record,
      recordHash: hash,
      faces: format === 'html' || format === 'pdf' ? await readFaces(ports.places.resources) : [],
    }
    const written = await writeInWorker(ports.places.documentWorker, job, signal)
    const name = documentFileName(document, record)
    const bytes = format === 'pdf' ? await print(context, written, name, hash) : written
    throwIfCancelled(signal)
    const fileName = `${name}.${format}`
    progress(steps - 1, steps, 'Handing it over')
    const delivery = await ports.deliver({ fileName, mediaType: mediaTypes[format], bytes })
    progress(steps, steps, 'Done')
    return {
      kind: delivery.kind,
      where: whereOf(delivery),
      fileName,
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  },
} satisfies Partial<AllHandlers>

async function print(
  { ports, signal, progress }: HostContext,
  html: Uint8Array,
  title: string,
  hash: string,
): Promise<Uint8Array> {
  progress(2, 4, 'Setting the pages')
  return ports.pdf.print(new TextDecoder().decode(html), {
    title,
    footer: `Record ${hash.slice(0, 12)}`,
    ...(signal === undefined ? {} : { signal }),
  })
}
