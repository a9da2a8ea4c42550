import { z } from 'zod'
import { consequences } from './consequences.ts'
import { line, placedText, text } from './fields.ts'
import { itemPlaceNames, placeProblem } from './places.ts'
import { itemKinds, outcomes } from './words.ts'

const placesInWords = itemPlaceNames.map((name) => `{${name}}`).join(', ')

/** A text of a branch may also name the dates among its own consequences; those are checked with the branch. */
const branchText = (description: string, max: number) =>
  text(`${description} Its places are those of a snippet, and the names of its own dates.`, max)

/** Where an answer leads: all that it sets is one step, and undone as one. */
export const scriptBranch = z
  .strictObject({
    label: line('What the button says, such as To consultation.', 60),
    outcome: z
      .enum(outcomes)
      .nullable()
      .default(null)
      .describe('What becomes of the item; null leaves it. A deferred item goes on to the next meeting.'),
    reason: branchText('The reason of the outcome.', 500).default(''),
    determination: z
      .strictObject({
        kind: line('What kind of determination it is, such as to-consultation.', 60),
        text: branchText('Its words.', 1000).refine((words) => words.trim() !== '', 'must not be empty'),
      })
      .nullable()
      .default(null)
      .describe('A determination without a vote; null for none.'),
    action: branchText('An action line: "{proposer} to provide legal text by next panel".', 500)
      .refine((words) => !/[\r\n]/.test(words), 'must be one line')
      .default(''),
    consequences: consequences.default([]),
  })
  .superRefine((branch, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const dates = branch.consequences.flatMap((each) => (each.kind === 'date' ? [each.key] : []))
    const texts = [
      [['reason'], branch.reason],
      [['determination', 'text'], branch.determination?.text ?? ''],
      [['action'], branch.action],
    ] as const
    for (const [path, words] of texts) {
      const problem = placeProblem(words, dates)
      if (problem !== null) refuse([...path], problem)
    }
    if (branch.reason.trim() !== '' && branch.outcome === null) {
      refuse(['reason'], 'is that of an outcome, and there is none')
    }
    if (branch.consequences.length > 0 && branch.determination === null) {
      refuse(['consequences'], 'need a determination: the register takes its reason from it')
    }
    branch.consequences.forEach((each, index) => {
      if (!each.when.includes('carried')) {
        refuse(['consequences', index, 'when'], 'must hold carried: a branch has no other result')
      }
      if (each.kind === 'date' && itemPlaceNames.some((name) => name === each.key)) {
        refuse(['consequences', index, 'key'], 'is the name of a place')
      }
    })
    if (branch.outcome === null && branch.determination === null && branch.action.trim() === '') {
      refuse(['outcome'], 'the branch sets nothing: give it an outcome, a determination or an action')
    }
  })
export type ScriptBranch = z.infer<typeof scriptBranch>

export const scriptStep = z.strictObject({
  say: placedText(`What the chair says, as plain text. Filled in at an item: ${placesInWords}.`, 2000).refine(
    (words) => words.trim() !== '',
    'must not be empty',
  ),
  ask: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the key of a question of the body')
    .nullable()
    .default(null)
    .describe('Key of the kind of question that is put here; null for none.'),
  branches: z.array(scriptBranch).max(9).default([]).describe('Where the answer leads.'),
})
export type ScriptStep = z.infer<typeof scriptStep>

/** Every branch of a script has a number key of its own. */
export const mostBranches = 9

export const scriptSteps = z
  .array(scriptStep)
  .max(20)
  .superRefine((steps, context) => {
    let count = 0
    steps.forEach(({ branches }, index) => {
      count += branches.length
      if (count <= mostBranches || branches.length === 0) return
      const message = `a script has at most ${mostBranches} branches, one for each number key`
      context.addIssue({ code: 'custom', path: [index, 'branches'], message })
    })
  })

export const script = z.strictObject({
  itemKind: z.enum(itemKinds).describe('The kind of item on which it is read.'),
  steps: scriptSteps.describe('What is said and asked, in order.'),
  sourceNote: text('Where it is from, and whether it is still to be checked against the code.', 1000),
})
export type Script = z.infer<typeof script>
