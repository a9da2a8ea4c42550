import { z } from 'zod'
import { query } from './define.ts'
import { id, isoDate, isoInstant, line, text } from './fields.ts'
import { ratifiedResolution } from './resolutions.ts'
import { decisionMakers } from './words.ts'

/** What fills the places in a phrase. */
export const determinationParameters = z
  .strictObject({
    workgroup: text('Workgroup, such as 0621.', 60).optional(),
    date: isoDate.optional().describe('The date in the phrase, such as the reporting date.'),
    closingDate: isoDate.optional().describe('Closing date of a consultation.'),
  })
  .describe('What fills the places in the phrase.')

/** What a determination changes for the proposal. What is left out stays as it is. */
const changes = {
  stage: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the key of a stage')
    .optional()
    .describe('Stage to move to.'),
  stageDetail: text('Where within the stage.', 120).optional(),
  workgroupId: id.nullable().optional().describe('Workgroup that has it from now on.'),
  reportingOn: isoDate.nullable().optional().describe('Date by which the workgroup reports.'),
  consultationClosesOn: isoDate.nullable().optional().describe('Date on which the consultation closes.'),
  implementationOn: isoDate.nullable().optional().describe('Date of implementation.'),
}

export const determinationConsequences = z
  .strictObject({
    ...changes,
    working: z
      .array(line('One consequence in words, with its arithmetic.', 1000))
      .max(20)
      .optional()
      .describe('How it follows, to be kept with the determination; it changes nothing by itself.'),
    calendarVersion: line('Version of the calendar by which the dates were counted.', 120).optional(),
  })
  .describe('What it changes for the proposal, in the same step and undone with it.')
export type DeterminationConsequences = z.infer<typeof determinationConsequences>

export const determinationView = z.object({
  id,
  kind: z.string(),
  text: z.string(),
  decisionMaker: z.enum(decisionMakers),
  writtenAt: isoInstant,
  isStale: z.boolean().describe('Whether its words no longer match the vote.'),
  composedNow: z.string().describe('What Panelbook would write now; empty without a vote.'),
  parameters: determinationParameters.describe('What filled the places in the phrase.'),
  consequences: determinationConsequences.describe('What it changed for the proposal when it was written.'),
  ratifies: ratifiedResolution
    .nullable()
    .describe('The written resolution that it ratifies; null for every other determination.'),
})

export const parameterNames = ['workgroup', 'date', 'closingDate'] as const
export type ParameterName = (typeof parameterNames)[number]

export const foreseenConsequence = z.object({
  key: z.string().describe('stage, workgroup, or the name of the date.'),
  label: z.string().describe('What it is called without its date: "Consultation closes".'),
  words: z.string().describe('What follows: "Consultation closes Tue 17 Jan 2017".'),
  arithmetic: z.string().describe('How it is counted; empty where nothing is counted.'),
  warning: z
    .string()
    .nullable()
    .describe('What to look at, such as a date beyond the calendar; null for nothing.'),
  problem: z.string().nullable().describe('Why it cannot be applied; null where it can.'),
  date: isoDate.nullable().describe('The date; null where it is no date, or none is known yet.'),
  isDate: z.boolean().describe('Whether it is a date, which may be given in place of the counted one.'),
  parameter: z.enum(parameterNames).nullable().describe('The place in the phrase that it fills.'),
  calendarVersion: z.string().nullable().describe('The calendar’s version; null where nothing is counted.'),
  values: z
    .object(changes)
    .describe(
      'Its part of `consequences` of determination.write; empty where it only serves to count others.',
    ),
})
export type ForeseenConsequence = z.infer<typeof foreseenConsequence>

export const foreseen = z.object({
  text: z.string().describe('The sentence; empty while positions are still to come.'),
  parameters: determinationParameters.describe(
    'What was given and what was counted, ready for determination.write.',
  ),
  places: z
    .array(
      z.object({
        name: z.enum(parameterNames),
        label: z.string(),
        value: z.string().nullable().describe('What fills it; null while nothing does.'),
        isCounted: z.boolean().describe('Whether it was counted rather than given.'),
      }),
    )
    .describe('The places in the phrase that fits the result, and those from which a date follows.'),
  missing: z.array(z.enum(parameterNames)).describe('The places that nothing fills yet.'),
  consequences: z.array(foreseenConsequence),
  whyNone: z.string().describe('Why nothing follows where nothing does; empty where something does.'),
  values: determinationConsequences.describe('All that is to be applied, ready for determination.write.'),
})
export type Foreseen = z.infer<typeof foreseen>

export const determinationCalls = {
  'determination.foresee': query(
    'What the determination of a question would say and change: the sentence, the places still open, and each consequence with its arithmetic, without writing it.',
    {
      input: z.strictObject({
        questionId: id,
        parameters: determinationParameters.default({}),
        dates: z
          .record(z.string().regex(/^[a-z0-9-]{1,60}$/, 'the name of a date'), isoDate)
          .default({})
          .describe('Dates given in place of counted ones, by their names among the consequences.'),
        without: z
          .array(z.string().max(60))
          .max(20)
          .default([])
          .describe('Keys of consequences that are not to be applied: they are left out of `values`.'),
      }),
      output: foreseen,
      topics: ['items', 'register', 'meetings', 'bodies'],
    },
  ),
}
