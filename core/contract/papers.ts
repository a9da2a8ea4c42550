import { z } from 'zod'
import { id, isoDate } from './fields.ts'

/** A paper that is listed under an agenda item. Its file lies beside the book, under its hash. */
export const paper = z.object({
  id,
  itemId: id.describe('The item under which it is listed.'),
  title: z.string(),
  reference: z.string(),
  receivedOn: isoDate.nullable().describe('When it came in; null where that is not recorded.'),
  isLate: z
    .boolean()
    .describe(
      'Whether it came after the deadline: by the day on which it came in wherever both are known, else as it was said.',
    ),
  lateAcceptance: z.string().describe('How its late arrival was accepted; empty where that is not recorded.'),
  needsAcceptance: z
    .boolean()
    .describe('Whether it is late and neither it nor its item has a recorded acceptance.'),
  lateWords: z
    .string()
    .describe(
      'Its lateness in words: “late, received Fri 9 Dec 2016: accepted by the chair”; empty where not late.',
    ),
  hasFile: z
    .boolean()
    .describe('Whether a file was filed for it. Whether the file is still there paper.check says.'),
  fileName: z.string().nullable().describe('Name of the file as it came in; null where there is none.'),
  fileWords: z.string().describe('Kind and size in words: “PDF, 1.2 MB”; empty where there is no file.'),
  size: z.int().nullable().describe('Bytes of the file; null where there is none.'),
  sha256: z.string().nullable().describe('Hash of the file, by which it is kept; null where there is none.'),
})
export type Paper = z.infer<typeof paper>

/** By when the papers of a meeting are due. */
export const paperDeadline = z.object({
  day: isoDate.describe('The last day on which a paper is in time.'),
  sentence: z.string().describe('“Papers are due Thu 8 Dec 2016, 5 working days before.”'),
})
export type PaperDeadline = z.infer<typeof paperDeadline>
