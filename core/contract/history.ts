import { z } from 'zod'
import { command, query } from './define.ts'
import { isoInstant, nothing } from './fields.ts'

const historyEntry = z.object({
  seq: z.int(),
  at: isoInstant,
  actor: z.string(),
  command: z.string(),
  summary: z.string().describe('What was done, in words.'),
  isUndone: z.boolean(),
  undoes: z
    .int()
    .nullable()
    .describe('Sequence of the entry that it undoes or redoes; null for a command of its own.'),
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
    }),
    output: z.object({ entries: z.array(historyEntry) }),
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
