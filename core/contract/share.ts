import { z } from 'zod'
import { bookState } from './book.ts'
import { host } from './define.ts'
import { isoInstant, nothing } from './fields.ts'

const snapshot = z.object({
  snapshotId: z.string().describe('Its file name.'),
  book: z.string().describe('Name of the book that it is of; empty where it cannot be read.'),
  revision: z.int(),
  device: z.string(),
  person: z.string(),
  publishedAt: isoInstant.nullable(),
  size: z.int(),
  relation: z
    .enum(['same', 'older', 'newer', 'diverged', 'other-book', 'invalid'])
    .describe('How it stands to the open book.'),
  problem: z.string().describe('Why it is invalid; empty otherwise.'),
})

export const shareCalls = {
  'snapshot.choose-folder': host('Asks for the folder on the shared drive and remembers it for this book.', {
    input: nothing,
    output: z.object({ folder: z.string().nullable() }),
    topics: ['share'],
  }),
  'snapshot.publish': host(
    'Publishes a snapshot to the chosen folder: a checked copy under a new name with a manifest beside it, and the papers that the folder lacks. Nothing there is overwritten.',
    {
      input: nothing,
      output: z.object({
        snapshotId: z.string(),
        revision: z.int(),
        sha256: z.string(),
        size: z.int(),
        folder: z.string(),
        publishedAt: isoInstant,
        isBranch: z.boolean().describe('Whether the folder holds changes that this book does not have.'),
        notice: z.string().describe('What the secretary should know; empty where all is plain.'),
      }),
      topics: ['share'],
    },
  ),
  'snapshot.list': host(
    'The snapshots in the chosen folder, newest first, and how each stands to the open book.',
    {
      input: nothing,
      output: z.object({ folder: z.string().nullable(), snapshots: z.array(snapshot) }),
      topics: ['share'],
    },
  ),
  'snapshot.open': host('Opens a snapshot read-only.', {
    input: z.strictObject({ snapshotId: z.string().min(1).max(255).describe('From snapshot.list.') }),
    output: bookState,
    topics: ['share'],
  }),
  'snapshot.take-over': host(
    'Makes a snapshot the working book, with its papers: a new generation; the old one is kept.',
    {
      input: z.strictObject({ snapshotId: z.string().min(1).max(255).describe('From snapshot.list.') }),
      output: z.object({
        ...bookState.shape,
        notice: z.string().describe('Which papers could not be brought along; empty where all are there.'),
      }),
      topics: ['share'],
    },
  ),
}
