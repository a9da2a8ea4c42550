import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoDate, line, text } from './fields.ts'
import { actionStatuses } from './words.ts'

export const action = z.object({
  id,
  bodyId: id,
  body: z.string(),
  reference: z.string(),
  year: z.int(),
  text: z.string(),
  line: z
    .string()
    .describe('The action as one line that can be typed again: who, what, by when and about which proposal.'),
  owners: z.array(z.object({ personId: id.nullable(), name: z.string() })),
  raisedOn: isoDate,
  raisedAt: z
    .object({ meetingId: id, meeting: z.string(), itemId: id.nullable(), item: z.string().nullable() })
    .nullable(),
  proposal: z.object({ id, reference: z.string() }).nullable(),
  dueOn: isoDate.nullable(),
  dueMeeting: z.string().describe('The meeting by which it is due, in words; empty where a date says it.'),
  isOverdue: z.boolean().describe('Whether it is not closed and its date has passed.'),
  status: z.enum(actionStatuses),
  closedOn: isoDate.nullable(),
  closedMeetingId: id.nullable(),
  updates: z.array(
    z.object({
      madeOn: isoDate,
      meeting: z.string().nullable(),
      meetingId: id.nullable(),
      text: z.string(),
      statusAfter: z.enum(actionStatuses),
    }),
  ),
})
export type Action = z.infer<typeof action>

const owners = z
  .array(line('An owner: initials of a person of the book, or a name.', 120))
  .max(20)
  .describe('Who is to do it.')

export const actionCalls = {
  'action.list': query('The actions, open ones first, by due date.', {
    input: z.strictObject({
      bodyId: id.optional(),
      meetingId: id.optional().describe('Only those raised, updated or closed at this meeting.'),
      status: z
        .enum(['all', 'unfinished', ...actionStatuses])
        .default('all')
        .describe('Only those of this status.'),
      owner: text('Only those of this owner.', 120).default(''),
    }),
    output: z.object({ actions: z.array(action) }),
    topics: ['actions', 'people'],
  }),
  'action.add': command('Adds an action; its reference follows the body’s pattern.', {
    input: z.strictObject({
      bodyId: id.optional().describe('The body; known from the item where there is one.'),
      itemId: id.optional().describe('The agenda item at which it was raised.'),
      proposalId: id.nullable().optional().describe('The proposal; the item’s where left out.'),
      text: line('What is to be done.', 1000),
      owners: owners.default([]),
      dueOn: isoDate.nullable().default(null).describe('Due date.'),
      dueMeeting: text('The meeting by which it is due, in words.', 120).default(''),
      reference: line('Reference; by the body’s pattern where left out.', 40).optional(),
      raisedOn: isoDate
        .optional()
        .describe('Day on which it was raised; the meeting’s or today where left out.'),
    }),
    output: action,
    topics: ['actions', 'items', 'agenda', 'meetings'],
  }),
  'action.change': command('Changes an action’s text, owners, due date or proposal.', {
    input: z.strictObject({
      actionId: id,
      text: line('What is to be done.', 1000).optional(),
      owners: owners.optional(),
      dueOn: isoDate.nullable().optional().describe('Due date.'),
      dueMeeting: text('The meeting by which it is due, in words.', 120).optional(),
      proposalId: id.nullable().optional().describe('The proposal that it is about; null for none.'),
    }),
    output: action,
    topics: ['actions', 'items'],
  }),
  'action.update': command(
    'Adds a dated update to an action and, where told, carries it forward or reopens it.',
    {
      input: z.strictObject({
        actionId: id,
        meetingId: id.nullable().default(null).describe('The meeting at which it was reported.'),
        text: line('What was reported.', 2000),
        status: z
          .enum(['open', 'carried-forward'])
          .optional()
          .describe('Status from now on; as it is where left out.'),
        dueOn: isoDate.nullable().optional().describe('New due date.'),
        on: isoDate.optional().describe('Day; today where left out.'),
      }),
      output: action,
      topics: ['actions', 'items'],
    },
  ),
  'action.close': command('Closes or withdraws an action. Closing needs an update that says why.', {
    input: z.strictObject({
      actionId: id,
      meetingId: id.nullable().default(null).describe('The meeting at which it was closed.'),
      update: line('What was done.', 2000),
      isWithdrawn: z.boolean().default(false).describe('Withdrawn instead of done.'),
      on: isoDate.optional().describe('Day; today where left out.'),
    }),
    output: action,
    topics: ['actions', 'items'],
  }),
}
