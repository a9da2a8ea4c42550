import { describe, expect, test } from 'vitest'
import { calendarNamed } from '../../../core/timetable/calendar.ts'

const calendar = calendarNamed()
const years = Array.from({ length: 12 }, (_, index) => 2016 + index)
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
const plus = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Easter Sunday by the method of Meeus, Jones and Butcher. */
function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return iso(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}

const firstMonday = (year: number, month: number) => {
  const first = iso(year, month, 1)
  return plus(first, (8 - weekday(first)) % 7)
}
const lastMonday = (year: number, month: number, lastDay: number) => {
  const last = iso(year, month, lastDay)
  return plus(last, -((weekday(last) + 6) % 7))
}
const isWeekend = (date: string) => [0, 6].includes(weekday(date))

/** The bank holidays by the rules of the law, with the royal proclamations since 2016. */
function byRule(year: number): string[] {
  const newYear = iso(year, 1, 1)
  const christmas = iso(year, 12, 25)
  const boxing = iso(year, 12, 26)
  const days = [
    isWeekend(newYear) ? firstMonday(year, 1) : newYear,
    plus(easter(year), -2),
    plus(easter(year), 1),
    year === 2020 ? '2020-05-08' : firstMonday(year, 5),
    year === 2022 ? '2022-06-02' : lastMonday(year, 5, 31),
    lastMonday(year, 8, 31),
    isWeekend(christmas) ? iso(year, 12, 27) : christmas,
    isWeekend(boxing) ? iso(year, 12, 28) : boxing,
  ]
  const proclaimed: Record<number, string[]> = { 2022: ['2022-06-03', '2022-09-19'], 2023: ['2023-05-08'] }
  return [...days, ...(proclaimed[year] ?? [])].sort()
}

describe('the calendar of England and Wales', () => {
  test('holds 2016 to 2027 and says so', () => {
    expect([calendar.firstYear, calendar.lastYear]).toEqual([2016, 2027])
    expect(calendar.version).toContain('2016-2027')
    expect([...new Set(calendar.holidays.map((holiday) => Number(holiday.date.slice(0, 4))))]).toEqual(years)
  })

  test.each(years)('%i has the holidays that the rules give, in order', (year) => {
    const dates = calendar.holidays
      .map((holiday) => holiday.date)
      .filter((date) => date.startsWith(`${year}-`))
    expect(dates).toEqual(byRule(year))
    expect(dates).toHaveLength(year === 2022 ? 10 : year === 2023 ? 9 : 8)
    expect(dates.filter(isWeekend)).toEqual([])
  })

  test('each holiday is named, and a substitute day says that it is one', () => {
    for (const { date, name } of calendar.holidays) {
      const usual: Record<string, string> = {
        '01-01': 'New Year’s Day',
        '12-25': 'Christmas Day',
        '12-26': 'Boxing Day',
      }
      const monthDay = date.slice(5)
      if (/^(01|12)-/.test(monthDay)) {
        expect(name.endsWith('(substitute day)')).toBe(usual[monthDay] === undefined)
        if (usual[monthDay] !== undefined) expect(name).toBe(usual[monthDay])
      } else expect(name).not.toContain('substitute')
      if (date === plus(easter(Number(date.slice(0, 4))), -2)) expect(name).toBe('Good Friday')
      if (date === plus(easter(Number(date.slice(0, 4))), 1)) expect(name).toBe('Easter Monday')
    }
    const named = (date: string) => calendar.holidays.find((holiday) => holiday.date === date)?.name
    expect(named('2016-12-27')).toBe('Christmas Day (substitute day)')
    expect(named('2020-12-28')).toBe('Boxing Day (substitute day)')
    expect(named('2022-01-03')).toBe('New Year’s Day (substitute day)')
    expect(named('2021-12-27')).toBe('Christmas Day (substitute day)')
    expect(named('2021-12-28')).toBe('Boxing Day (substitute day)')
  })
})
