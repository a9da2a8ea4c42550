import { describe, expect, it } from 'vitest'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { groupMeetings } from '../../../renderer/meetings/list/group-meetings.ts'
import {
  actionWords,
  itemWords,
  meetingDays,
  meetingTimes,
} from '../../../renderer/meetings/list/meeting-words.ts'

const meeting = (parts: Partial<MeetingSummary>) =>
  ({
    body: { id: 'unc', name: 'UNC Panel', shortName: 'UNC' },
    startsOn: '2016-12-15',
    endsOn: '2016-12-15',
    startTime: '10:30',
    endTime: '13:00',
    state: 'planned',
    openedAt: null,
    closedAt: null,
    items: 14,
    itemsWithOutcome: 0,
    actionsRaised: 0,
    ...parts,
  }) as MeetingSummary

describe('a meeting in a line', () => {
  it('names both days of one that spans two', () => {
    expect(meetingDays(meeting({}))).toBe('Thu 15 Dec 2016')
    expect(meetingDays(meeting({ endsOn: '2016-12-16' }))).toBe('Thu 15 Dec 2016 to Fri 16 Dec 2016')
  })

  it('says when it was held once it is over', () => {
    expect(meetingTimes(meeting({}))).toBe('10:30–13:00')
    expect(
      meetingTimes(
        meeting({ openedAt: '2016-12-15T10:32:00.000+00:00', closedAt: '2016-12-15T13:05:00.000+00:00' }),
      ),
    ).toBe('held 10:32–13:05')
  })

  it('counts what is planned or done', () => {
    expect(itemWords(meeting({ items: 1 }))).toBe('1 item')
    expect(itemWords(meeting({ state: 'open', itemsWithOutcome: 3 }))).toBe('3 of 14 items done')
    expect(actionWords(meeting({}))).toBe('')
    expect(actionWords(meeting({ state: 'closed' }))).toBe('no action')
    expect(actionWords(meeting({ actionsRaised: 1 }))).toBe('1 action')
  })
})

describe('the list of meetings', () => {
  it('has the next one first among the planned, and the last one first among the closed', () => {
    const sec = { id: 'sec', name: 'SEC Panel', shortName: 'SEC' }
    const list = [
      meeting({ number: '202' }),
      meeting({ number: '40', body: sec }),
      meeting({ number: '201' }),
      meeting({ number: '200', state: 'open' }),
      meeting({ number: '199', state: 'closed' }),
      meeting({ number: '198', state: 'closed' }),
    ]
    const { open, planned, closed } = groupMeetings(list)
    const numbers = (groups: typeof planned) =>
      groups.map(({ body, meetings }) => [body.id, meetings.map(({ number }) => number)])
    expect(open.map(({ number }) => number)).toEqual(['200'])
    expect(numbers(planned)).toEqual([
      ['unc', ['201', '202']],
      ['sec', ['40']],
    ])
    expect(numbers(closed)).toEqual([['unc', ['199', '198']]])
  })
})
