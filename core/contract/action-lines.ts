import { z } from 'zod'
import { action } from './actions.ts'
import { command, query } from './define.ts'
import { id, isoDate, line } from './fields.ts'

const actionLine = line(
  'Who, what, by when and about which proposal: "JO, KB to provide legal text by 12 Jan #0621". Only the what is needed.',
  1000,
)
const itemId = id.describe('The agenda item at which it is raised.')
const topics = ['actions', 'items', 'agenda', 'meetings'] as const

export const readActionLine = z.object({
  text: z.string().describe('What is to be done.'),
  owners: z.array(
    z.object({
      written: z.string().describe('As it stands in the line.'),
      name: z.string(),
      personId: id.nullable().describe('The person who is meant; null where it is kept as a name.'),
    }),
  ),
  dueOn: isoDate.nullable(),
  dueMeeting: z.string().describe('The meeting by which it is due, in words; empty where a date says it.'),
  dueWords: z
    .string()
    .describe('The due date as it is read, with the working days until then; empty for none.'),
  proposal: z.object({ id, reference: z.string(), title: z.string() }).nullable(),
  problems: z
    .array(
      z.object({
        from: z.int().describe('First character of what it is about, counted from 0.'),
        to: z.int().describe('The character after its last.'),
        message: z.string(),
        isWarning: z.boolean().describe('Whether the line can be taken all the same.'),
      }),
    )
    .describe('What is wrong with the line, or looks it.'),
})
export type ReadActionLine = z.infer<typeof readActionLine>

export const actionLineCalls = {
  'action.read-line': query('What an action line means, without adding it.', {
    input: z.strictObject({ itemId, line: actionLine }),
    output: readActionLine,
    topics: ['actions', 'room', 'people', 'register', 'meetings'],
  }),
  'action.add-line': command('Adds an action from one line; its reference follows the body’s pattern.', {
    input: z.strictObject({ itemId, line: actionLine }),
    output: action,
    topics,
  }),
  'action.change-line': command(
    'Changes what an action says, who has it and by when, from one line. What the line does not name is taken away.',
    {
      input: z.strictObject({ actionId: id, line: actionLine }),
      output: action,
      topics,
    },
  ),
}
