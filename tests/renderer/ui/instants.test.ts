import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../renderer/ui/instants.ts'

describe('an instant of a day and a time', () => {
  it('is that time by the clock on the laptop, with its offset', () => {
    const instant = instantOf('2016-12-30', '17:05')
    expect(instant).toMatch(/^2016-12-30T17:05:00\.000[+-]\d\d:\d\d$/)
    expect(Date.parse(instant)).toBe(new Date(2016, 11, 30, 17, 5).getTime())
  })

  it.each([
    ['', '17:00'],
    ['2016-12-30', 'noon'],
  ])('stays as it was typed where it is none: %s %s', (day, time) => {
    expect(instantOf(day, time)).toBe(`${day}T${time}`)
  })
})
