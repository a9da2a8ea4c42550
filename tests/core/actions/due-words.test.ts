import { expect, test } from 'vitest'
import { readDue } from '../../../core/actions/due-words.ts'

// A Thursday.
const context = { raisedOn: '2016-12-15', nextMeeting: { number: '200', startsOn: '2017-01-19' } }

test.each([
  ['12 Jan', '2017-01-12'],
  ['20 Dec', '2016-12-20'],
  ['15 december', '2016-12-15'],
  ['Thu 12 January 2017', '2017-01-12'],
  ['12th Jan', '2017-01-12'],
  ['12 Jan 17', '2017-01-12'],
  ['12/1', '2017-01-12'],
  ['12/01/2017', '2017-01-12'],
  ['12.1.17', '2017-01-12'],
  ['2017-01-12', '2017-01-12'],
  ['today', '2016-12-15'],
  ['tomorrow', '2016-12-16'],
  ['Friday', '2016-12-16'],
  ['thu', '2016-12-22'],
  ['next Mon', '2016-12-19'],
  ['in 10 WD', '2017-01-03'],
  ['10 working days', '2017-01-03'],
  ['in 2 weeks', '2016-12-29'],
  ['in 3 days', '2016-12-18'],
  ['end of January', '2017-01-31'],
  ['the end of Feb 2020', '2020-02-29'],
  ['end of December', '2016-12-31'],
])('“%s” is %s', (words, on) => {
  expect(readDue(words, context)).toEqual({ on })
})

test('the next meeting is named with its day where it is planned', () => {
  expect(readDue('next panel', context)).toEqual({ meeting: 'meeting 200, 19 January 2017' })
  expect(readDue('the next meeting', { ...context, nextMeeting: null })).toEqual({ meeting: 'next meeting' })
  expect(readDue('meeting 200, 19 January 2017', context)).toEqual({
    meeting: 'meeting 200, 19 January 2017',
  })
})

test.each([
  ['31 Feb', '31 February'],
  ['32/1', '32 January'],
  ['2017-13-01', '2017-13-01'],
  ['12/13/2016', '12/13/2016'],
])('“%s” is no day', (words, named) => {
  expect(readDue(words, context)).toEqual({ problem: `There is no day ${named}.` })
})

test.each(['', 'then', 'the Authority', '12', 'Marchwood 3', 'all means'])(
  '“%s” is not about a day',
  (words) => {
    expect(readDue(words, context)).toBeNull()
  },
)
