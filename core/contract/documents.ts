import { z } from 'zod'
import { host, query } from './define.ts'
import { id, line } from './fields.ts'
import { documentFormats, documentKinds } from './words.ts'

const delivery = z.object({
  kind: z.enum(['saved', 'download', 'cancelled']),
  where: z
    .string()
    .describe('Where it lies, or the address from which the page fetches it once; empty when cancelled.'),
  fileName: z.string(),
  size: z.int().describe('Bytes.'),
  sha256: z.string(),
})

const documentChoice = {
  document: z.enum(documentKinds).describe('Which document.'),
  meetingId: id.optional().describe('The meeting. Either it or its number.'),
  meetingNumber: line(
    'Number of the meeting; with the body where two bodies have one of that number.',
    30,
  ).optional(),
  bodyId: id.optional().describe('The body, where the number alone does not tell.'),
}

export const documentCalls = {
  'document.read': query('A document as data: what every format is written from.', {
    input: z.strictObject(documentChoice),
    output: z.object({
      fileName: z.string().describe('Safe file name without ending.'),
      recordHash: z.string(),
      model: z.unknown().describe('The document model.'),
    }),
    topics: ['meetings', 'agenda', 'room', 'items', 'actions', 'people', 'bodies', 'register'],
  }),
  'document.export': host('Writes a document as a file and hands it over.', {
    input: z.strictObject({
      ...documentChoice,
      format: z.enum(documentFormats).describe('Format of the file.'),
    }),
    output: delivery,
  }),
}
