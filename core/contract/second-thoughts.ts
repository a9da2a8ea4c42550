import { z } from 'zod'
import { command } from './define.ts'
import { id, line, text } from './fields.ts'
import { item } from './voting.ts'

const determinationId = id.describe('The determination.')
const topics = ['items', 'agenda', 'register'] as const

/** What was put or written and should not have been, while the meeting is open. */
export const secondThoughtCalls = {
  'question.withdraw': command(
    'Withdraws a question that was put by mistake: nothing more is recorded on it and its vote counts nowhere. It stays on record with its positions and the reason.',
    {
      input: z.strictObject({
        questionId: id.describe('The question.'),
        reason: line('Why it is withdrawn.', 500),
      }),
      output: item,
      topics,
    },
  ),
  'question.reword': command(
    'Changes the words of a question while nobody’s position on them is recorded. After that it is withdrawn and put again, so that each vote keeps the words on which it was taken.',
    {
      input: z.strictObject({
        questionId: id.describe('The question.'),
        text: line('The question as put.', 1000),
      }),
      output: item,
      topics,
    },
  ),
  'determination.change': command(
    'Changes the words of a determination that rests on no vote. One on a vote is written again with determination.write.',
    {
      input: z.strictObject({
        determinationId,
        text: text('Its words from now on.', 2000),
        reason: text('Why they are changed; it is kept in the history.', 500).default(''),
      }),
      output: item,
      topics,
    },
  ),
  'determination.take-back': command(
    'Takes a determination back. A vote on which it rested stands. What it changed for the proposal goes back to what it was, but for what has been changed since.',
    {
      input: z.strictObject({
        determinationId,
        reason: line('Why it is taken back; it is kept in the history.', 500),
      }),
      output: z.object({
        item,
        restored: z
          .array(z.string())
          .describe('What went back in the register, in words; empty where it had changed nothing.'),
        left: z
          .array(z.string())
          .describe('What stays in the register because it was changed since, in words.'),
      }),
      topics,
    },
  ),
}
