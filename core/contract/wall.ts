import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoDate, isoInstant } from './fields.ts'
import { meeting } from './meetings.ts'
import { item } from './voting.ts'
import { constituencyResult, verdict } from './voting-rule.ts'
import { roomSees } from './words.ts'

/** Counts and words, and never a name: what is read from ten metres is not for single members. */
const shownResult = z.object({
  verdict,
  text: z.string().describe('The determination, or the result in words while none is written.'),
  count: z.string().describe('The counts adding up to the votes of all seats; of an option in short.'),
  byConstituency: z
    .array(constituencyResult)
    .nullable()
    .describe('What each constituency decided, where the rule decides by constituency; else null.'),
})
export type ShownResult = z.infer<typeof shownResult>

const shownQuestion = z.object({
  id: id.describe('Changes with every vote, so that nothing of the last one is left on the screen.'),
  text: z.string().describe('The question as put, or what votes on options are called together.'),
  together: z
    .string()
    .describe(
      'With which other items it is taken: Taken together with 199.6 (b), (c). Empty for a question alone.',
    ),
  progress: z.string().describe('How many positions are in; empty once the result is shown.'),
  result: shownResult.nullable().describe('Null while the room is not shown it.'),
  options: z
    .array(
      z.object({
        label: z.string(),
        result: shownResult.nullable().describe('Null while the room is not shown it.'),
      }),
    )
    .describe('Options that are voted on together, each with its own result; empty for any other question.'),
})
export type ShownQuestion = z.infer<typeof shownQuestion>

export const wall = z.object({
  meeting: z
    .object({ id, body: z.string(), number: z.string(), startsOn: isoDate })
    .nullable()
    .describe('The meeting that is open; null where none is.'),
  shows: z
    .enum(['nothing', 'cleared', 'adjourned', 'item', 'question', 'result'])
    .describe('How much of the meeting it shows.'),
  sentence: z.string().describe('What stands in the place of an item; empty where one is shown.'),
  sign: z
    .string()
    .describe('What the room sees, in a few words for the secretary; empty where no meeting is open.'),
  item: z
    .object({
      id,
      label: z.string().describe('Its number as a sentence names it: 199.6 (b).'),
      subject: z.string(),
      place: z.string().describe('Item 6 of 14; empty for a section that holds others.'),
      isLate: z.boolean(),
      plannedMinutes: z.int(),
      secondsTaken: z.int().describe('Time before the meeting, without the stretch that is running.'),
      runningSince: isoInstant.nullable(),
    })
    .nullable(),
  question: shownQuestion.nullable().describe('What was put last and stands.'),
  quorum: z.string().describe('The quorum in a sentence; empty where no meeting is open.'),
})
export type Wall = z.infer<typeof wall>

/** The room's screen: what it shows, and what the secretary lets it show. */
export const wallCalls = {
  'wall.read': query(
    'What the room’s screen shows: the item before the open meeting, the question, and its result once the room is shown it.',
    {
      input: z.strictObject({}),
      output: wall,
      topics: ['meetings', 'agenda', 'room', 'items', 'bodies', 'people', 'register'],
    },
  ),
  'wall.clear': command(
    'Clears the room’s screen but for the meeting and the clock, for a break or a confidential item, or shows the item again.',
    {
      input: z.strictObject({
        meetingId: id.describe('The open meeting.'),
        isCleared: z.boolean().describe('Whether it is cleared.'),
      }),
      output: meeting,
      topics: ['meetings'],
    },
  ),
  'vote.show-room': command(
    'Says what the room’s screen shows of a vote’s result: the result at once, nothing, or the result once its determination is written. A result is shown only when every position is in; when it changes, it is shown again.',
    {
      input: z.strictObject({
        questionId: id.optional().describe('The question. Either it or the joint vote.'),
        jointVoteId: id.optional().describe('The joint vote, all its rows at once.'),
        sees: z.enum(roomSees).describe('What the room sees.'),
      }),
      output: item,
      topics: ['items', 'agenda'],
    },
  ),
}
