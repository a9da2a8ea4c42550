import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { book, meeting, meetingId, suggested, unc, useJanuary } from './january.ts'

useJanuary()

const february = () => plan('2017-02-16')
const plan = async (startsOn: string, more: Partial<CallInput<'meeting.create'>> = {}) =>
  (await book.must('meeting.create', { bodyId: unc.bodyId, startsOn, ...more })).id
const added = async (title = 'Membership') => (await book.must('agenda.add', { meetingId, title })).itemId
const put = async (itemId: string, more: Partial<CallInput<'agenda.set-outcome'>> = {}) => {
  const { agenda } = await book.must('agenda.set-outcome', { itemId, outcome: 'deferred', ...more })
  return agenda.find(({ id }) => id === itemId)?.goesTo
}
const titles = async (id: string) => (await suggested(id)).map(({ title }) => title)

describe('where an outcome leads', () => {
  test('is offered: every meeting that is planned, soonest first, and the next whichever it is', async () => {
    const march = await plan('2017-03-16', { number: '202' })
    const next = await february()
    expect(await book.must('agenda.onward-meetings', { meetingId })).toEqual({
      choices: [
        { meetingId: next, label: 'Meeting 203, Thu 16 Feb 2017' },
        { meetingId: march, label: 'Meeting 202, Thu 16 Mar 2017' },
        { meetingId: null, label: 'The next meeting, whichever that is' },
      ],
      usual: next,
    })
    expect(await book.must('agenda.onward-meetings', { meetingId: march })).toMatchObject({ usual: null })
  })

  test('is the meeting that was said, the next that is planned, or the next whichever it is', async () => {
    const itemId = await added()
    expect(await put(itemId)).toEqual({ meetingId: null, sentence: 'goes to the next meeting' })
    const next = await february()
    const march = await plan('2017-03-16')
    expect(await put(itemId)).toEqual({
      meetingId: next,
      sentence: 'goes to meeting 201, Thu 16 Feb 2017',
    })
    expect(await put(itemId, { nextMeetingId: march })).toMatchObject({ meetingId: march })
    expect(await put(itemId, { nextMeetingId: null })).toMatchObject({ meetingId: null })
    expect((await book.must('agenda.read', { itemId })).line.goesTo?.sentence).toBe(
      'goes to the next meeting',
    )
  })

  test('follows its meeting to another day, and goes with the outcome', async () => {
    const next = await february()
    const itemId = await added()
    await put(itemId)
    await book.must('meeting.change', { meetingId: next, startsOn: '2017-02-23', endsOn: '2017-02-23' })
    const read = async () => (await book.must('agenda.read', { itemId })).line.goesTo
    expect((await read())?.sentence).toBe('goes to meeting 201, Thu 23 Feb 2017')
    expect(await put(itemId, { outcome: 'noted' })).toBeNull()
    await put(itemId, { outcome: 'not-reached' })
    expect(await put(itemId, { outcome: null })).toBeNull()
  })

  test('is written for several at once, and one undo takes it back', async () => {
    const next = await february()
    const itemIds = [await added('One'), await added('Two')]
    const { agenda } = await book.must('agenda.set-outcome-many', {
      itemIds,
      outcome: 'returned',
      nextMeetingId: next,
    })
    expect(agenda.filter(({ goesTo }) => goesTo?.meetingId === next).map(({ id }) => id)).toEqual(itemIds)
    expect((await book.must('history.undo', {})).summary).toBe(
      '2 items returned with questions, to meeting 201',
    )
    const after = await book.must('meeting.read', { meetingId })
    expect(after.agenda.filter(({ goesTo }) => goesTo !== null)).toEqual([])
  })

  test('must be a later meeting of the body that sits and is not closed', async () => {
    const itemId = await added()
    const { bodies } = await book.must('body.list', {})
    const other = bodies.find(({ shortName }) => shortName !== 'UNC Panel')?.id ?? ''
    const elsewhere = await book.must('meeting.create', { bodyId: other, startsOn: '2017-02-16' })
    const sooner = await plan('2017-01-05')
    for (const nextMeetingId of [meetingId, await meeting('199'), sooner, elsewhere.id, 'none']) {
      const answer = await book.call('agenda.set-outcome', { itemId, outcome: 'deferred', nextMeetingId })
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'bad-input', fields: [{ field: 'nextMeetingId' }] },
      })
    }
    const next = await february()
    for (const outcome of ['done', 'noted', 'withdrawn', null] as const)
      expect(await book.refused('agenda.set-outcome', { itemId, outcome, nextMeetingId: next })).toBe(
        'bad-input',
      )
    expect((await book.must('agenda.read', { itemId })).line).toMatchObject({ outcome: null, goesTo: null })
  })
})

describe('an item that was sent to a certain meeting', () => {
  test('waits for that one and no sooner one, and still for a later one where it was missed', async () => {
    const next = await february()
    const march = await plan('2017-03-16')
    const april = await plan('2017-04-20')
    await put(await added(), { nextMeetingId: march, reason: 'awaiting legal text' })
    expect(await titles(next)).not.toContain('Membership')
    expect((await suggested(march)).find(({ title }) => title === 'Membership')?.reason).toBe(
      'deferred at 200 (200.15): awaiting legal text',
    )
    expect(await titles(april)).toContain('Membership')
  })

  test('is suggested no more once it was laid in', async () => {
    const next = await february()
    const march = await plan('2017-03-16')
    await put(await added(), { nextMeetingId: next })
    const key = (await suggested(next)).find(({ title }) => title === 'Membership')?.key ?? ''
    await book.must('agenda.add-suggested', { meetingId: next, keys: [key] })
    expect(await titles(next)).not.toContain('Membership')
    expect(await titles(march)).not.toContain('Membership')
  })
})

test('the record and the minutes say where an item goes, also after the closing', async () => {
  const next = await february()
  await book.must('meeting.open', { meetingId })
  await put(await added(), { nextMeetingId: next, reason: 'awaiting legal text' })
  await put(await added('Another matter'), { outcome: 'not-reached', nextMeetingId: null })
  await book.must('meeting.close', { meetingId })
  await book.must('meeting.change', { meetingId: next, startsOn: '2017-02-23', endsOn: '2017-02-23' })
  const read = async (format: 'json' | 'md') => {
    book.delivered.length = 0
    await book.must('document.export', { document: 'minutes', format, meetingId })
    return new TextDecoder().decode(book.delivered[0]?.bytes)
  }
  const { items } = (JSON.parse(await read('json')) as { record: MeetingRecord }).record
  expect(
    items.map(({ title, goesTo }) => [title, goesTo]).filter(([, goesTo]) => goesTo !== undefined),
  ).toEqual([
    ['Membership', { meetingId: next, number: '201', startsOn: '2017-02-16' }],
    ['Another matter', null],
  ])
  const minutes = await read('md')
  expect(minutes).toContain('Deferred to meeting 201 (16 February 2017): awaiting legal text.')
  expect(minutes).toContain('Not reached; goes to the next meeting.')
})
