import { z } from 'zod'
import { command, query } from './define.ts'
import { determinationParameters, parameterNames } from './determinations.ts'
import { id } from './fields.ts'
import { mostBranches, script } from './script-words.ts'
import { item } from './voting.ts'
import { itemKinds } from './words.ts'

const foreseenBranch = z.object({
  number: z.int().describe('Its number in the script, from 1: the key that takes it.'),
  label: z.string(),
  effects: z.array(z.string()).describe('All that it will do, each in words.'),
  sentence: z
    .string()
    .describe('The same in a line, without the bank holidays and the calendar of its dates.'),
  problem: z.string().nullable().describe('Why it cannot be taken now; null where it can.'),
  warnings: z
    .array(z.string())
    .describe('What to look at before it is taken, such as a day that is no working day.'),
  asks: z
    .array(
      z.object({
        name: z.enum(parameterNames),
        label: z.string(),
        isDate: z.boolean(),
        value: z.string().nullable().describe('What is known or counted; null where it has to be given.'),
      }),
    )
    .describe('What may be given with it: the workgroup, or a date in place of the counted one.'),
  taken: z
    .string()
    .nullable()
    .describe('What stands now of a branch that was taken, in words; null where it does not stand.'),
})
export type ForeseenBranch = z.infer<typeof foreseenBranch>

export const scriptAtItem = z.object({
  bodyId: id,
  itemKind: z.enum(itemKinds),
  whyNone: z.string().describe('Why there is nothing to say; empty where there is a script.'),
  sourceNote: z.string(),
  steps: z.array(
    z.object({
      say: z.string().describe('The words, with their places filled.'),
      ask: z
        .object({
          key: z.string(),
          label: z.string(),
          text: z.string().describe('The question as it would be put.'),
          ruleName: z.string(),
          asksForPreference: z.boolean(),
          problem: z.string().nullable().describe('Why it cannot be put now; null where it can.'),
          put: z.string().nullable().describe('Where it was put here: its result or that its vote is open.'),
        })
        .nullable(),
      branches: z.array(foreseenBranch),
    }),
  ),
})
export type ScriptAtItem = z.infer<typeof scriptAtItem>

const itemId = id.describe('The agenda item.')
const parameters = determinationParameters
  .default({})
  .describe('The workgroup, or dates in place of the counted ones.')

export const scriptCalls = {
  'script.read': query(
    'What the chair says and asks at an item, filled in, with what each branch would do and whether it can be taken now.',
    {
      input: z.strictObject({ itemId, parameters }),
      output: scriptAtItem,
      topics: ['bodies', 'items', 'agenda', 'meetings', 'register', 'actions', 'room', 'people'],
    },
  ),
  'script.take': command(
    'Takes a branch of the script: outcome, determination, register and action in one step, which is undone as one.',
    {
      input: z.strictObject({
        itemId,
        branch: z.int().min(1).max(mostBranches).describe('Its number in the script, from 1.'),
        parameters,
      }),
      output: item,
      topics: ['items', 'agenda', 'meetings', 'register', 'actions'],
    },
  ),
  'script.change': command(
    'Replaces what the chair says and asks on a kind of item of a body; no steps remove it.',
    {
      input: z.strictObject({
        bodyId: id.describe('The body.'),
        ...script.shape,
        sourceNote: script.shape.sourceNote.optional(),
      }),
      output: z.object({ scripts: z.array(script).describe('The scripts of the body.') }),
      topics: ['bodies'],
    },
  ),
}
