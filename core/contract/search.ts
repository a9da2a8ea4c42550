import { z } from 'zod'
import { query } from './define.ts'
import { id, text } from './fields.ts'

export const searchCalls = {
  'search.find': query(
    'Finds a text in proposals, meetings, items, notes, determinations, actions, people, bodies and workgroups.',
    {
      input: z.strictObject({
        text: text('What to find; every word must occur.', 200),
        limit: z.int().min(1).max(200).default(50).describe('How many at the most.'),
      }),
      output: z.object({
        hits: z.array(
          z.object({
            kind: z.enum([
              'proposal',
              'meeting',
              'item',
              'note',
              'determination',
              'action',
              'person',
              'body',
              'workgroup',
            ]),
            id,
            title: z.string(),
            detail: z.string(),
            meetingId: id.nullable(),
            itemId: id.nullable(),
            proposalId: id.nullable(),
          }),
        ),
      }),
      topics: ['register', 'meetings', 'agenda', 'items', 'actions', 'people', 'bodies'],
    },
  ),
}
