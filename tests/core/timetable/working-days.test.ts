import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { addWorkingDaysInput, workingDaysResult } from '../../../core/contract/timetable.ts'
import { calendarNamed } from '../../../core/timetable/calendar.ts'
import { dayOfIsoDate, isoDateOfDay, weekdayOfDay } from '../../../core/timetable/iso-days.ts'
import { addWorkingDays, workingDaysUntil } from '../../../core/timetable/working-days.ts'

const dateOf = (from: string, days: number, counting?: 'inclusive' | 'exclusive') =>
  addWorkingDays({ from, days, ...(counting === undefined ? {} : { counting }) }).date

describe('the vectors of the field', () => {
  test.each([
    ['2016-11-23', 10, '2016-12-07'],
    ['2016-12-07', 5, '2016-12-14'],
    ['2016-12-21', 10, '2017-01-09'],
    ['2020-04-30', 10, '2020-05-15'],
  ])('%s + %i = %s', (from, days, date) => {
    expect(dateOf(from, days)).toBe(date)
  })

  test('each day passed over is named', () => {
    expect(addWorkingDays({ from: '2016-12-23', days: 3 })).toEqual({
      date: '2016-12-30',
      skipped: [
        { date: '2016-12-24', reason: 'Saturday' },
        { date: '2016-12-25', reason: 'Sunday' },
        { date: '2016-12-26', reason: 'Boxing Day' },
        { date: '2016-12-27', reason: 'Christmas Day (substitute day)' },
      ],
      calendarVersion: 'england-and-wales 2016-2027/1',
      beyondCalendar: false,
    })
  })
})

describe('how the days are counted', () => {
  test.each([
    // A Wednesday, counted as day 0 and as day 1.
    ['2016-11-23', 1, 'exclusive', '2016-11-24'],
    ['2016-11-23', 1, 'inclusive', '2016-11-23'],
    ['2016-11-23', 10, 'inclusive', '2016-12-06'],
    // A Saturday: the Monday is day 1 either way.
    ['2016-11-26', 1, 'exclusive', '2016-11-28'],
    ['2016-11-26', 1, 'inclusive', '2016-11-28'],
    // Nothing added: the date as it is.
    ['2016-11-26', 0, 'exclusive', '2016-11-26'],
    ['2016-11-26', 0, 'inclusive', '2016-11-26'],
    // Papers five working days before Friday 9 December.
    ['2016-12-09', -5, 'exclusive', '2016-12-02'],
    ['2016-12-09', -5, 'inclusive', '2016-12-05'],
    ['2016-12-10', -1, 'inclusive', '2016-12-09'],
    // Leap days.
    ['2024-02-28', 1, 'exclusive', '2024-02-29'],
    ['2023-02-28', 1, 'exclusive', '2023-03-01'],
    ['2024-03-01', -1, 'exclusive', '2024-02-29'],
  ] as const)('%s and %i days, %s: %s', (from, days, counting, date) => {
    expect(dateOf(from, days, counting)).toBe(date)
  })

  test('counting back names the days earliest first; inclusive names a first day that does not count', () => {
    expect(addWorkingDays({ from: '2017-01-03', days: -1 }).skipped.map((day) => day.date)).toEqual([
      '2016-12-31',
      '2017-01-01',
      '2017-01-02',
    ])
    expect(addWorkingDays({ from: '2016-11-26', days: 1, counting: 'inclusive' }).skipped).toEqual([
      { date: '2016-11-26', reason: 'Saturday' },
      { date: '2016-11-27', reason: 'Sunday' },
    ])
  })

  test('a date past the calendar is computed and marked', () => {
    expect(addWorkingDays({ from: '2027-12-29', days: 2 })).toMatchObject({
      date: '2027-12-31',
      beyondCalendar: false,
    })
    expect(addWorkingDays({ from: '2027-12-29', days: 3 })).toMatchObject({
      date: '2028-01-03',
      beyondCalendar: true,
    })
    expect(addWorkingDays({ from: '2016-01-04', days: -1 })).toMatchObject({
      date: '2015-12-31',
      beyondCalendar: true,
    })
    expect(addWorkingDays({ from: '2015-12-31', days: 1 })).toMatchObject({
      date: '2016-01-04',
      beyondCalendar: true,
    })
  })
})

describe('what is refused', () => {
  test.each([
    [{ from: '2016-02-30', days: 1 }, 'from'],
    [{ from: '2017-02-29', days: 1 }, 'from'],
    [{ from: '23 Nov 2016', days: 1 }, 'from'],
    [{ from: '2016-11-23', days: 1.5 }, 'days'],
    [{ from: '2016-11-23', days: 2001 }, 'days'],
    [{ from: '2016-11-23', days: -2001 }, 'days'],
    [{ from: '2016-11-23', days: 1, calendar: 'atlantis' }, 'calendar'],
    [{ from: '2016-11-23', days: 1, counting: 'both' }, 'counting'],
  ])('%o', (input, field) => {
    expect(addWorkingDaysInput.safeParse(input).error?.issues[0]?.path.join('.')).toBe(field)
  })

  test.each([
    ['9999-12-30', 2000],
    ['0000-01-03', -2000],
  ])('a date that cannot be written: %s and %i', (from, days) => {
    expect(() => addWorkingDays({ from, days })).toThrow(PanelbookError)
  })
})

/** The same told by the platform's own calendar: why a date is no working day, null for one that is. */
function nonWorkingReason(date: string): string | null {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === 6) return 'Saturday'
  if (weekday === 0) return 'Sunday'
  return calendarNamed().holidays.find((holiday) => holiday.date === date)?.name ?? null
}

/** Working days after `from` up to and including `to`, day by day; negative where `to` is earlier. */
function workingDaysBetween(from: string, to: string): number {
  const [start, end] = [dayOfIsoDate(from), dayOfIsoDate(to)]
  const step = end < start ? -1 : 1
  let count = 0
  for (let day = start + step; start !== end && day !== end + step; day += step) {
    if (nonWorkingReason(isoDateOfDay(day)) === null) count += step
  }
  return count
}

describe('properties', () => {
  const date = fc
    .integer({ min: dayOfIsoDate('2014-01-01'), max: dayOfIsoDate('2030-12-31') })
    .map(isoDateOfDay)
  const days = fc.integer({ min: -400, max: 400 })
  const runs = { numRuns: 2000 }

  test('day numbers agree with the platform’s own calendar, over all years', () => {
    const millisecondsOf = (year: number, month: number, day: number) =>
      new Date(0).setUTCFullYear(year, month, day)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.nat(11),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(3),
        (year, month, day, more) => {
          const there = new Date(millisecondsOf(year, month, day) + more * 86_400_000)
          if (there.getUTCFullYear() > 9999) return
          const written = there.toISOString().slice(0, 10)
          expect(dayOfIsoDate(written)).toBe(there.getTime() / 86_400_000)
          expect(isoDateOfDay(there.getTime() / 86_400_000)).toBe(written)
          const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(there)
          expect(weekdayOfDay(dayOfIsoDate(written))).toBe(name)
        },
      ),
      runs,
    )
  })

  test('what was added is what lies between, and every day is accounted for', () => {
    fc.assert(
      fc.property(date, days, (from, count) => {
        const found = addWorkingDays(addWorkingDaysInput.parse({ from, days: count }))
        expect(workingDaysResult.parse(found)).toEqual(found)
        if (count === 0) return
        expect(nonWorkingReason(found.date)).toBeNull()
        if (count > 0 || nonWorkingReason(from) === null)
          expect(workingDaysBetween(from, found.date)).toBe(count)
        expect(found.skipped.length + Math.abs(count)).toBe(
          Math.abs(dayOfIsoDate(found.date) - dayOfIsoDate(from)),
        )
        for (const day of found.skipped) expect(nonWorkingReason(day.date)).toBe(day.reason)
        expect(found.skipped.map((day) => day.date)).toEqual(found.skipped.map((day) => day.date).sort())
      }),
      runs,
    )
  })

  test('inclusive is one working day sooner from a working day, and the same from any other', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, -1), (from, size, direction) => {
        const isWorking = nonWorkingReason(from) === null
        const sooner = isWorking ? size - 1 : size
        expect(dateOf(from, direction * size, 'inclusive')).toBe(dateOf(from, direction * sooner))
      }),
      runs,
    )
  })
})

describe('working days until a date', () => {
  const days = fc.integer({ min: dayOfIsoDate('2016-01-01'), max: dayOfIsoDate('2028-12-31') })

  test('are those that counting on from it takes', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 700 }), (day, count) => {
        const from = isoDateOfDay(day)
        expect(workingDaysUntil(from, dateOf(from, count))).toBe(count)
      }),
    )
  })

  test('are counted to any date: every day that is neither at a weekend nor a holiday', () => {
    const holidays = new Set(calendarNamed().holidays.map(({ date }) => date))
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 900 }), (day, length) => {
        let expected = 0
        for (let each = day + 1; each <= day + length; each += 1) {
          const isWeekend = ['Saturday', 'Sunday'].includes(weekdayOfDay(each))
          if (!isWeekend && !holidays.has(isoDateOfDay(each))) expected += 1
        }
        expect(workingDaysUntil(isoDateOfDay(day), isoDateOfDay(day + length))).toBe(expected)
      }),
    )
  })
})
