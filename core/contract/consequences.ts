import { z } from 'zod'
import { line, text } from './fields.ts'
import { calendarName, counting } from './timetable.ts'

/** The results of a vote on which something can follow. */
export const decidedVerdicts = ['carried', 'not-carried', 'tied', 'no-decision'] as const
export type DecidedVerdict = (typeof decidedVerdicts)[number]

/** The dates of a proposal that a determination can set. */
export const consequenceDates = ['reportingOn', 'consultationClosesOn', 'implementationOn'] as const
export type ConsequenceDate = (typeof consequenceDates)[number]

const consequenceKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens')
  .describe('Name of the date among the consequences of the question.')

// By the verdict, not by what is hoped for: where a vote against is the usual answer, what usually follows is
// what follows on not-carried.
const when = z
  .array(z.enum(decidedVerdicts))
  .min(1, 'must name at least one result')
  .max(decidedVerdicts.length)
  .default(['carried'])
  .describe('The results on which it follows; carried where left out, whichever answer is the usual one.')

const toStage = z.strictObject({
  kind: z.literal('stage').describe('The proposal moves to another stage.'),
  when,
  stage: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'the key of a stage')
    .describe('Key of the stage of the code to which it moves.'),
  stageDetail: text(
    'Where within the stage. A date’s name in braces stands for that date: Referral period until {referral}.',
    120,
  ).default(''),
})

const toWorkgroup = z.strictObject({
  kind: z.literal('workgroup').describe('The workgroup named in the phrase has the proposal from now on.'),
  when,
})

const setsDate = z.strictObject({
  kind: z.literal('date').describe('A date follows.'),
  when,
  key: consequenceKey,
  label: line('What it is called before the date, such as Consultation closes.', 120),
  parameter: z
    .enum(['date', 'closingDate'])
    .nullable()
    .default(null)
    .describe(
      'The place in the phrase that it fills. A date given for that place is taken instead of counted.',
    ),
  count: z
    .strictObject({
      workingDays: z
        .int('must be a whole number of days')
        .min(0, 'must not be below 0')
        .max(400, 'must not be above 400')
        .describe('Number of working days.'),
      after: z
        .union([z.enum(['meeting', 'decision']), consequenceKey])
        .describe(
          'From what it is counted: the (last) day of the meeting, the day of the decision, or a date named ' +
            'earlier among the consequences.',
        ),
      counting: counting.default('exclusive'),
      calendar: calendarName.default('england-and-wales'),
    })
    .nullable()
    .default(null)
    .describe('How it is counted in working days; null where it is always given.'),
  sets: z
    .enum(consequenceDates)
    .nullable()
    .default(null)
    .describe('The date of the proposal that it sets; null for one from which others are counted.'),
})

export const consequence = z.discriminatedUnion('kind', [toStage, toWorkgroup, setsDate])
export type Consequence = z.infer<typeof consequence>
export type DateConsequence = Extract<Consequence, { kind: 'date' }>

/** What follows from the answer to a kind of question, in the order in which it is shown. */
export const consequences = z
  .array(consequence)
  .max(20)
  .superRefine((list, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const known = new Set<string>()
    list.forEach((each, index) => {
      if (each.kind !== 'date') return
      if (['meeting', 'decision'].includes(each.key)) refuse([index, 'key'], 'is a name that cannot be used')
      if (known.has(each.key)) refuse([index, 'key'], 'is used twice')
      if (each.count === null && each.parameter === null) {
        refuse([index, 'count'], 'needs a number of working days, or a place in the phrase')
      }
      const after = each.count?.after
      if (after !== undefined && after !== 'meeting' && after !== 'decision' && !known.has(after)) {
        refuse([index, 'count', 'after'], 'must be meeting, decision, or a date named before it')
      }
      known.add(each.key)
    })
    for (const kind of ['stage', 'workgroup'] as const) {
      const taken = new Set<string>()
      list.forEach((each, index) => {
        if (each.kind !== kind) return
        if (each.when.some((verdict) => taken.has(verdict))) {
          refuse([index, 'when'], `there is another ${kind} for the same result`)
        }
        each.when.forEach((verdict) => taken.add(verdict))
      })
    }
    list.forEach((each, index) => {
      if (each.kind !== 'stage') return
      for (const [whole, name = ''] of each.stageDetail.matchAll(/\{([^{}]*)\}/g)) {
        if (!known.has(name)) refuse([index, 'stageDetail'], `${whole} is no date among the consequences`)
      }
    })
  })
  .describe('What the answer changes for the proposal. It is shown before it is applied.')
