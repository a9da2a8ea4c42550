import { z } from 'zod'
import { query } from './define.ts'
import { id, line } from './fields.ts'

/** What the check before closing looks for, in the order in which it is shown. */
export const findingKinds = [
  'open-vote',
  'no-outcome',
  'indicative-vote',
  'no-determination',
  'stale-wording',
  'action-without-owner',
  'action-without-date',
  'late-without-acceptance',
  'not-in-room',
  'not-ratified',
] as const
export const findingKind = z
  .enum(findingKinds)
  .describe(
    'A vote that waits for positions; an item without outcome; a vote that is an indication only; a vote without ' +
      'determination; words that no longer match their vote; an action without owner, or without date; a late item ' +
      'or paper without acceptance; initials in a note of somebody who was not in the room; a carried written ' +
      'resolution that is not ratified.',
  )
export type FindingKind = z.infer<typeof findingKind>

const findingKey = line('The key of a finding of meeting.check.', 200)

export const finding = z.object({
  key: findingKey,
  kind: findingKind,
  sentence: z.string().describe('What is found, in one sentence.'),
  itemId: id.nullable().describe('The item where it is mended.'),
  questionId: id.nullable().describe('The question, where it is about one.'),
  mustBeMended: z
    .boolean()
    .describe('Whether the meeting cannot close with it; all others can be explained.'),
})
export type Finding = z.infer<typeof finding>

/** Reasons for what is left when a meeting closes. */
export const leftReasons = z
  .array(z.strictObject({ finding: findingKey, reason: line('Why it is left as it is.', 500) }))
  .max(500)
  .optional()
  .describe(
    'Reasons for what meeting.check still finds: one for each, or the closing is refused. Left out, nothing is asked ' +
      'and what is left is kept without a reason.',
  )

export const closeOutCalls = {
  'meeting.check': query('What is still to be mended or explained before a meeting is closed.', {
    input: z.strictObject({ meetingId: id }),
    output: z.object({ findings: z.array(finding) }),
    topics: ['meetings', 'agenda', 'items', 'actions', 'room', 'bodies'],
  }),
}
