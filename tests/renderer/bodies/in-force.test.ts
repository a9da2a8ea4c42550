import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Body } from '../../../core/contract/bodies.ts'
import type { Membership, Seat } from '../../../renderer/bodies/body-words.ts'
import { dayAfter, isOver, usualRoles, vacanciesOf, vacantSeats } from '../../../renderer/bodies/in-force.ts'

const always = '0001-01-01'
const seat = (id: string, effectiveTo: string | null = null) =>
  ({ id, name: id, effectiveFrom: always, effectiveTo }) as Seat
const holds = (role: Membership['role'], seatId: string | null, effectiveTo: string | null = null) =>
  ({ role, seatId, effectiveTo }) as Membership
const body = (seats: Seat[], memberships: Membership[], codeId: string | null = 'unc') =>
  ({ seats, memberships, codeId }) as Body

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2016, 11, 15, 10, 30) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is in force', () => {
  it.each([
    [null, false],
    ['2016-12-16', false],
    ['2016-12-15', false],
    ['2016-12-14', true],
  ])('with the last day %s it is over: %s', (effectiveTo, isPast) => {
    expect(isOver({ effectiveTo })).toBe(isPast)
  })

  it.each([
    ['2016-12-15', '2016-12-16'],
    ['2016-02-28', '2016-02-29'],
    ['2016-12-31', '2017-01-01'],
  ])('the day after %s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next)
  })
})

describe('the vacancies of a body', () => {
  it('are its seats without a member, in their order, then the roles that nobody has', () => {
    const found = vacanciesOf(body([seat('S2'), seat('S1'), seat('S3')], [holds('member', 'S1')]))
    expect(found.map(({ key }) => key)).toEqual(['S2', 'S3', 'chair', 'secretary', 'authority'])
    expect(found.map(({ role }) => role)).toEqual(['member', 'member', 'chair', 'secretary', 'authority'])
  })

  it('leave out past seats, and an alternate fills none', () => {
    const one = body([seat('old', '2016-12-14'), seat('S1')], [holds('alternate', 'S1')])
    expect(vacantSeats(one).map(({ key }) => key)).toEqual(['S1'])
  })

  it('begin the day after the last holder’s last day', () => {
    const one = body(
      [seat('S1'), seat('S2')],
      [
        holds('member', 'S1', '2015-09-30'),
        holds('member', 'S1', '2016-09-30'),
        holds('chair', null, '2016-11-30'),
      ],
    )
    expect(Object.fromEntries(vacanciesOf(one).map(({ key, from }) => [key, from]))).toEqual({
      S1: '2016-10-01',
      S2: '',
      chair: '2016-12-01',
      secretary: '',
      authority: '',
    })
  })

  it('look for the Authority only where there is a code', () => {
    expect(usualRoles(body([], [], null))).toEqual(['chair', 'secretary'])
  })
})
