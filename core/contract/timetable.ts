import { z } from 'zod'
import { pure } from './define.ts'
import { isoDate } from './fields.ts'

/** The calendars of bank holidays that ship with Panelbook. */
export const calendarNames = ['england-and-wales'] as const

export const calendarName = z.enum(calendarNames).describe('Whose bank holidays count.')
export type CalendarName = z.infer<typeof calendarName>

export const counting = z
  .enum(['exclusive', 'inclusive'])
  .describe(
    'Exclusive: the first date is day 0. Inclusive: it is day 1 if it is a working day, and otherwise the next ' +
      'working day is day 1.',
  )
export type Counting = z.infer<typeof counting>

/** What `timetable.add-working-days` is asked. */
export const addWorkingDaysInput = z.strictObject({
  from: isoDate.describe('The date to count from, YYYY-MM-DD.'),
  days: z
    .int('must be a whole number of days')
    .min(-2000, 'must not be below -2,000')
    .max(2000, 'must not be above 2,000')
    .describe('Working days to add; negative to count back. 0 gives the date itself, working day or not.'),
  calendar: calendarName.optional().describe('Whose bank holidays count; England and Wales where left out.'),
  counting: counting
    .optional()
    .describe('Whether the first date is day 0 (exclusive, also where left out) or day 1 (inclusive).'),
})
export type AddWorkingDays = z.infer<typeof addWorkingDaysInput>

export const workingDaysResult = z.object({
  date: isoDate.describe('The date reached.'),
  skipped: z
    .array(
      z.object({
        date: isoDate.describe('A day that does not count.'),
        reason: z.string().describe('Saturday, Sunday, or the name of the holiday.'),
      }),
    )
    .describe('Days passed over on the way, earliest first.'),
  calendarVersion: z.string().describe('The calendar and its version, to be kept with the date.'),
  beyondCalendar: z
    .boolean()
    .describe('Whether a date lies outside the calendar’s years, where its holidays are not known.'),
})
export type WorkingDaysResult = z.infer<typeof workingDaysResult>

export const timetableCalls = {
  'timetable.add-working-days': pure(
    'Counts working days from a date and names each day passed over. Needs no book.',
    {
      input: addWorkingDaysInput,
      output: workingDaysResult,
    },
  ),
}
