import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoInstant, nothing, text } from './fields.ts'

const entryPlace = z.object({
  kind: z.enum(['item', 'meeting', 'proposal', 'body']),
  id,
  meetingId: id.nullable().describe('The meeting of an item, or the meeting itself; else null.'),
  label: z
    .string()
    .describe('What it is called by: 199.6 (b), Meeting 199, 0621A or the short name of a body.'),
  title: z.string().describe('What it is about.'),
})
export type EntryPlace = z.infer<typeof entryPlace>

const historyEntry = z.object({
  seq: z.int().describe('Its place in the history; of entries that are told as one, that of the newest.'),
  at: isoInstant,
  actor: z.string(),
  command: z.string(),
  summary: z.string().describe('What was done, in words.'),
  isUndone: z.boolean(),
  undoes: z
    .int()
    .nullable()
    .describe('Sequence of the entry that it undoes or redoes; null for a command of its own.'),
  undoneBy: z
    .object({ seq: z.int(), at: isoInstant, actor: z.string() })
    .nullable()
    .describe('What took it back; null for what stands.'),
  entries: z.int().describe('How many entries are told as one here; 1 where they are not merged.'),
  fromSeq: z.int().describe('The oldest of them.'),
  since: isoInstant.describe('When the oldest of them was made.'),
  isFromHere: z.boolean().describe('Whether it was made on this laptop.'),
  place: entryPlace.nullable().describe('Where it can be seen; null where no place is left.'),
})
export type HistoryEntry = z.infer<typeof historyEntry>

const historyState = z.object({
  seq: z.int(),
  lastHash: z.string(),
  savedAt: isoInstant.nullable().describe('When the last change was committed.'),
  undo: z.string().nullable().describe('What would be undone, in words.'),
  redo: z.string().nullable().describe('What would be redone, in words.'),
  isDiskFull: z
    .boolean()
    .describe('The disk ran full and the reserve beside the book is used up: room must be made now.'),
})
export type HistoryState = z.infer<typeof historyState>

export const historyCalls = {
  'history.list': query('The history, newest first.', {
    input: z.strictObject({
      before: z.int().min(1).optional().describe('Only entries before this sequence.'),
      limit: z.int().min(1).max(500).default(100).describe('How many at the most.'),
      meetingId: id.optional().describe('Only entries that changed something of this meeting.'),
      itemId: id.optional().describe('Only entries that changed something of this agenda item.'),
      text: text('Only entries with all these words in what was done or in who did it.', 200).optional(),
      merged: z
        .boolean()
        .default(false)
        .describe('Whether typing that one undo takes back is told as one entry.'),
    }),
    output: z.object({
      entries: z.array(historyEntry),
      next: z
        .int()
        .nullable()
        .describe('What to give as `before` for those that are older; null where there are none.'),
    }),
    topics: ['history'],
  }),
  'history.state': query('When the book was last saved, and what undo and redo would do.', {
    input: nothing,
    output: historyState,
    topics: ['history'],
  }),
  'history.undo': command(
    'Undoes the last change, as a change of its own. Refused where something later rests on it.',
    {
      input: nothing,
      output: z.object({ summary: z.string(), state: historyState }),
      topics: ['history'],
    },
  ),
  'history.redo': command('Redoes what was undone last.', {
    input: nothing,
    output: z.object({ summary: z.string(), state: historyState }),
    topics: ['history'],
  }),
  'history.verify': query('Walks the whole history, checks its hashes and replays it against the records.', {
    input: nothing,
    output: z.object({
      isSound: z.boolean(),
      entries: z.int(),
      lastHash: z.string(),
      problems: z.array(z.object({ where: z.string(), message: z.string() })),
    }),
    topics: ['history'],
  }),
}
