import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoInstant, text } from './fields.ts'
import { item } from './voting.ts'
import { presences } from './words.ts'
import { writtenValue } from './written-positions.ts'

const quorumThen = z.object({ isMet: z.boolean(), sentence: z.string() })

/** Who can vote, and how: what is sent beforehand and what a leaving would change. */
export const electorateCalls = {
  'attendance.foresee': query(
    'What would change if somebody came or went now: quorum, votes, open votes and the items left for decision.',
    {
      input: z.strictObject({
        meetingId: id,
        personId: id.describe('Who comes or goes.'),
        presence: z.enum(presences).describe('What would happen; all but present is not in the room.'),
      }),
      output: z.object({
        quorum: z.object({ before: quorumThen, after: quorumThen }),
        votes: z
          .object({ before: z.int(), after: z.int() })
          .describe('Votes that can be exercised in the room.'),
        openVotes: z.array(z.string()).describe('Open votes in which a position would change.'),
        itemIds: z.array(id).describe('Items left for decision that would be inquorate.'),
        sentences: z.array(z.string()).describe('The same in words; empty where no quorum is lost or won.'),
      }),
      topics: ['room', 'items', 'agenda', 'meetings', 'bodies'],
    },
  ),
  'vote.declare': command(
    'Records what the chair declares on the voices, without names, and closes the vote. Nobody is credited with a position; any member may ask for names, and then it is taken again.',
    {
      input: z.strictObject({
        questionId: id,
        result: z.enum(['carried', 'not-carried']).describe('What the chair declares.'),
      }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'written-position.hold': command(
    'Holds the position that an absent member sent beforehand until the question is put; one sent later for the same question and option takes its place.',
    {
      input: z.strictObject({
        itemId: id,
        seatId: id.describe('The seat whose position it is.'),
        value: writtenValue,
        kind: z
          .string()
          .regex(/^([a-z0-9-]{1,60})?$/, 'the key of a question of the body, or empty')
          .default('')
          .describe('Key of the kind of question that it answers; empty for any question put on the item.'),
        option: text(
          'The option of the proposal that it answers, as it is called: Original, Alternative A, 0621A. Left out: every option, and whatever else is put.',
          120,
        ).default(''),
        receivedAt: isoInstant.optional().describe('When it came; now where left out.'),
        note: text('How it came, such as an e-mail of 12 December.', 500).default(''),
      }),
      output: item,
      topics: ['items', 'agenda'],
    },
  ),
  'written-position.withdraw': command(
    'Withdraws a written position: it counts in no vote that is open or still to come.',
    {
      input: z.strictObject({ writtenPositionId: id.describe('The written position.') }),
      output: item,
      topics: ['items', 'agenda'],
    },
  ),
}
