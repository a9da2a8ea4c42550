import { afterEach, expect, it } from 'vitest'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
afterEach(() => book.close())

/** The day that is suggested to a body that has met on these days. */
async function suggested(today: string, ...days: string[]) {
  book = await makeCore({ now: `${today}T10:00:00.000+00:00` })
  const { id: bodyId } = await book.must('body.create', { profile: 'unc-modification-panel' })
  for (const startsOn of days) await book.must('meeting.create', { bodyId, startsOn })
  return book.must('meeting.suggest-date', { bodyId })
}

it.each([
  [
    'the weekday of the month of the last meeting',
    '2016-12-20',
    ['2016-12-15'],
    '2017-01-19',
    'the third Thursday of the month, as meeting 1 was',
  ],
  [
    'the month after a meeting that is planned already',
    '2016-12-20',
    ['2016-12-15', '2017-01-19'],
    '2017-02-16',
    'the third Thursday of the month, as meeting 2 was',
  ],
  [
    'a month to come where the body has not met for long',
    '2026-11-24',
    ['2016-12-15'],
    '2026-12-17',
    'the third Thursday of the month, as meeting 1 was',
  ],
  [
    'the last one where a month has no fifth',
    '2017-01-01',
    ['2016-12-29'],
    '2017-01-26',
    'the last Thursday of the month, as meeting 1 was',
  ],
  [
    'the same step where it meets every two weeks',
    '2016-12-20',
    ['2016-12-01', '2016-12-15'],
    '2016-12-29',
    'every 14 days, as up to meeting 2',
  ],
  [
    'a step after today',
    '2017-01-10',
    ['2016-12-01', '2016-12-08'],
    '2017-01-12',
    'every 7 days, as up to meeting 2',
  ],
  [
    'a working day',
    '2017-03-20',
    ['2017-03-17'],
    '2017-04-21',
    'the third Friday of the month, as meeting 1 was',
  ],
  [
    'the next working day where that one is a holiday',
    '2017-03-20',
    ['2017-03-10'],
    '2017-04-18',
    'the second Friday of the month, as meeting 1 was; moved on from Good Friday',
  ],
  [
    'four weeks for a first one',
    '2016-12-15',
    [],
    '2017-01-12',
    'four weeks from today, for the first meeting',
  ],
])('is %s', async (_what, today, days, startsOn, reason) => {
  expect(await suggested(today, ...days)).toEqual({ startsOn, reason })
})

it('is refused for a body that is not there', async () => {
  book = await makeCore()
  expect(await book.refused('meeting.suggest-date', { bodyId: 'nothing' })).toBe('not-found')
})
