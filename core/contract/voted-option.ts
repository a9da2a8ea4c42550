import { z } from 'zod'
import { line } from './fields.ts'

export const optionKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens')
  .describe('The key of an option or objective within its vote.')

/** Something that is voted on among others: an option of a proposal, or an objective that it is voted against. */
export const votedOption = z
  .strictObject({
    key: optionKey,
    label: line('What it is called in the room, such as Original, Alternative A or Objective (a).', 120),
  })
  .describe('An option or an objective.')
export type VotedOption = z.infer<typeof votedOption>
