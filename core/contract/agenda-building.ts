import { z } from 'zod'
import { command, query } from './define.ts'
import { id, text } from './fields.ts'
import { meeting } from './meetings.ts'
import { nextMeetingId } from './onward.ts'
import { itemKinds, outcomes, purposes } from './words.ts'

export const suggestion = z.object({
  key: z.string().describe('By which it is added; the same as long as it waits.'),
  kind: z.enum(itemKinds),
  title: z.string(),
  purpose: z.enum(purposes),
  plannedMinutes: z.int().describe('The minutes of its section, shared among all that would stand there.'),
  presenter: z.string(),
  proposal: z.object({ id, reference: z.string(), title: z.string() }).nullable(),
  section: z
    .object({ itemId: id, label: z.string(), title: z.string() })
    .nullable()
    .describe('The item of this agenda under which it would stand; null for an item of its own.'),
  reason: z.string().describe('Why it is suggested: “report due 15 Dec”, “consultation closed 7 Dec”.'),
})
export type Suggestion = z.infer<typeof suggestion>

export const suggestions = z.object({
  suggestions: z.array(suggestion).describe('In the order of the agenda.'),
  sentence: z.string().describe('How many there are, or why there are none.'),
})
export type Suggestions = z.infer<typeof suggestions>

const itemIds = z.array(id).min(1, 'name at least one item').max(500).describe('The items, in any order.')

export const agendaBuildingCalls = {
  'agenda.suggest': query(
    'What the register has for a meeting that is not on its agenda yet: proposals, reports, actions, minutes, items put off.',
    {
      input: z.strictObject({ meetingId: id }),
      output: suggestions,
      topics: ['register', 'agenda', 'meetings', 'actions', 'minutes', 'bodies'],
    },
  ),
  'agenda.add-suggested': command('Puts suggestions from the register on the agenda, each in its section.', {
    input: z.strictObject({
      meetingId: id,
      keys: z
        .array(z.string().min(1).max(200))
        .min(1, 'name at least one suggestion')
        .max(500)
        .optional()
        .describe('Keys of the suggestions; all of them where left out.'),
    }),
    output: z.object({ itemIds: z.array(id).describe('The items that were made.'), meeting }),
    topics: ['agenda', 'meetings'],
  }),
  'agenda.move-many': command(
    'Moves several items to one place, in the order in which they stand; the items under a section go with it.',
    {
      input: z.strictObject({
        itemIds,
        parentId: id.nullable().describe('The section to stand in; null for the top.'),
        beforeId: id.nullable().describe('The item before which they stand; null for the end.'),
      }),
      output: meeting,
      topics: ['agenda'],
    },
  ),
  'agenda.remove-many': command(
    'Takes several items off the agenda. Refused for all while one of them holds a vote, an action or a note.',
    {
      input: z.strictObject({ itemIds }),
      output: meeting,
      topics: ['agenda', 'meetings'],
    },
  ),
  'agenda.set-outcome-many': command(
    'Writes the same outcome for several items, with one reason; null takes their outcomes back.',
    {
      input: z.strictObject({
        itemIds,
        outcome: z.enum(outcomes).nullable().describe('What became of them.'),
        reason: text('Why.', 1000).default(''),
        nextMeetingId,
      }),
      output: meeting,
      topics: ['agenda', 'items', 'meetings'],
    },
  ),
  'agenda.copy': command(
    'Copies items of another meeting: title, kind, purpose, presenter, planned minutes and proposal; nothing of what happened there.',
    {
      input: z.strictObject({
        meetingId: id.describe('The meeting whose agenda they are put on.'),
        fromMeetingId: id.describe('The meeting from which they are taken.'),
        itemIds,
      }),
      output: z.object({ itemIds: z.array(id).describe('The items that were made.'), meeting }),
      topics: ['agenda', 'meetings'],
    },
  ),
}
