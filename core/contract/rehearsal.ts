import { z } from 'zod'
import { bookState } from './book.ts'
import { command, host } from './define.ts'
import { id, nothing } from './fields.ts'
import { meeting } from './meetings.ts'
import { item } from './voting.ts'

/**
 * A rehearsal is a copy of the open book in which the real agenda is gone through with invented votes. The book itself
 * is closed meanwhile and is not touched; of the copy nothing is kept.
 */
export const rehearsalCalls = {
  'rehearsal.begin': host('Opens a copy of the open book to practise in; the book itself is left alone.', {
    input: z.strictObject({
      meetingId: id.optional().describe('The meeting that is rehearsed; it must not be closed.'),
    }),
    output: bookState,
  }),
  'rehearsal.end': host('Discards the rehearsal whole and opens the book again.', {
    input: nothing,
    output: z.object({
      state: bookState,
      discarded: z.int().describe('How many changes were made in the rehearsal.'),
      words: z.string().describe('What was discarded and which book this is now, in a sentence.'),
    }),
  }),
  'rehearsal.seat-everyone': command('In a rehearsal: everybody who is expected at a meeting arrives.', {
    input: z.strictObject({ meetingId: id.describe('The meeting.') }),
    output: meeting,
    topics: ['meetings', 'room', 'agenda', 'items'],
  }),
  'rehearsal.invent': command(
    'In a rehearsal: fills the positions still to come of an open vote with invented ones, and those of all votes that are taken together with it.',
    {
      input: z.strictObject({ questionId: id.describe('The question, or one of those taken together.') }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
}
