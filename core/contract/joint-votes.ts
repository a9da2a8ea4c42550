import { z } from 'zod'
import { id } from './fields.ts'
import { votedOption } from './voted-option.ts'
import { verdict } from './voting-rule.ts'
import { positionValues, roomSees, voteMethods } from './words.ts'

/** An option of a joint vote: the original, an alternative, or whatever else is voted on side by side. */
export const jointOption = z.object({
  ...votedOption.shape,
  proposalId: id.nullable().describe('The proposal of the register that it is; null where it is none.'),
})

export const jointRow = z.object({
  questionId: id,
  itemId: id,
  itemLabel: z.string().describe('Number of its item with that of its section: 199.6 (b).'),
  label: z.string().describe('What the row is called: the item, the objective, or Overall.'),
  option: z.string().nullable().describe('Key of its option; null for a row that is an item.'),
  objective: z.string().nullable().describe('Key of its objective; null for the option overall.'),
  text: z.string().describe('The question as put.'),
  state: z.enum(['open', 'closed', 'withdrawn']),
  values: z
    .array(z.enum(positionValues))
    .describe(
      'The position of each seat, in the order of `seats`; not-entitled where a seat has no part in it.',
    ),
  verdict,
  count: z
    .string()
    .describe(
      'For and against in short, such as 8–2, with abstentions where there are any; or on the voices.',
    ),
  result: z.string().nullable().describe('In words; null while positions are still to come.'),
  hasDetermination: z.boolean(),
  roomSees: z.enum(roomSees).describe('What the secretary lets the room’s screen show of its result.'),
  isShownToRoom: z
    .boolean()
    .describe('Whether the room’s screen shows its result now, while its item is there.'),
})
export type JointRow = z.infer<typeof jointRow>

/**
 * Votes that are taken together. Every row is an ordinary question with a vote of its own: it is corrected, taken
 * again and answered like any other.
 */
export const jointVote = z.object({
  id,
  itemId: id.describe('The item at which it was put.'),
  form: z
    .enum(['items', 'options'])
    .describe('The same question on several items, or one for each option and objective.'),
  title: z.string(),
  kindKey: z.string(),
  ruleName: z.string(),
  method: z.enum(voteMethods),
  isIndicative: z.boolean().describe('Whether any of its votes is an indication only, for want of a quorum.'),
  baseline: z.string().describe('What the options are compared with; empty where there is nothing.'),
  options: z.array(jointOption),
  objectives: z.array(votedOption),
  seats: z
    .array(
      z.object({
        seatId: id,
        seat: z.string(),
        initials: z.string(),
        votes: z.int(),
        constituency: z.string().describe('Short name of its constituency; empty where it has none.'),
      }),
    )
    .describe('The columns: every seat of the votes, grouped by constituency.'),
  rows: z
    .array(jointRow)
    .describe('Option by option: its objectives, then the option overall. Or item by item.'),
  stillToCome: z.int().describe('Positions that are still to come, over all rows.'),
  carried: z.array(z.string()).describe('Keys of the options whose overall question is carried.'),
})
export type JointVote = z.infer<typeof jointVote>
