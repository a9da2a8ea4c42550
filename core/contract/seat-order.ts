import { z } from 'zod'
import { body } from './bodies.ts'
import { command } from './define.ts'
import { id } from './fields.ts'

const bodyId = id.describe('The body.')
const topics = ['bodies', 'room', 'items'] as const

/** The order in which a body's seats are called and printed, and seats that were added by a slip. */
export const seatOrderCalls = {
  'body.order-constituencies': command(
    'Puts the constituencies of a body in another order: that of the vote table, the roll and the documents. Votes already taken are shown in it too; records of closed meetings keep theirs.',
    {
      input: z.strictObject({
        bodyId,
        constituencyIds: z
          .array(id)
          .max(200)
          .describe('The constituencies in their new order: every one of the body, once.'),
      }),
      output: body,
      topics,
    },
  ),
  'body.order-seats': command(
    'Puts the seats of a body in another order, within their constituencies. Votes already taken are shown in it too; records of closed meetings keep theirs.',
    {
      input: z.strictObject({
        bodyId,
        seatIds: z
          .array(id)
          .max(1000)
          .describe('The seats in their new order: every one of the body, past ones included, once.'),
      }),
      output: body,
      topics,
    },
  ),
  'body.remove-constituency': command('Removes a constituency that has no seat and never had one.', {
    input: z.strictObject({ constituencyId: id.describe('The constituency.') }),
    output: body,
    topics,
  }),
  'body.remove-seat': command(
    'Removes a seat that was added by a slip: it never had a member, an attendee or a vote. Any other ends on a day.',
    {
      input: z.strictObject({ seatId: id.describe('The seat.') }),
      output: body,
      topics,
    },
  ),
}
