import { z } from 'zod'
import { id, isoInstant } from './fields.ts'

/** The positions that somebody can send beforehand. Silence is no letter. */
export const writtenValue = z
  .enum(['for', 'against', 'abstain'])
  .describe('The position that was sent: for, against or abstain.')
export type WrittenValue = z.infer<typeof writtenValue>

export const writtenPosition = z.object({
  id,
  seatId: id,
  seat: z.string(),
  initials: z
    .string()
    .describe('Whose it is: initials of the seat’s member, or its name while it is vacant.'),
  value: writtenValue,
  kind: z.string().describe('Key of the question that it answers; empty for any question put on the item.'),
  kindLabel: z.string().describe('What that question is called; empty for any.'),
  option: z
    .string()
    .describe('What the option is called that it answers; empty for every option, and whatever else is put.'),
  questionIds: z
    .array(id)
    .describe(
      'The questions of the item that it answers, as no other position of the seat goes before it there.',
    ),
  receivedAt: isoInstant,
  note: z.string().describe('How it came.'),
  state: z
    .enum(['held', 'used', 'withdrawn'])
    .describe(
      'Held: it waits for its question, or its member is there to speak. Used: a vote of the item counts it. ' +
        'Withdrawn: it counts no more.',
    ),
})
export type WrittenPosition = z.infer<typeof writtenPosition>
