import { describe, expect, test } from 'vitest'
import { agenda, book, meeting, meetingId, suggested, unc, useJanuary } from './january.ts'

useJanuary()

describe('suggestions put on the agenda', () => {
  test('stand in their sections, are suggested no more, and go with one undo', async () => {
    const before = await agenda()
    const { itemIds, meeting: filled } = await book.must('agenda.add-suggested', { meetingId })
    expect(itemIds).toHaveLength(5)
    expect(
      filled.agenda
        .filter(({ parentId }) => parentId !== null)
        .map((line) => `${line.fullLabel} ${line.title}`),
    ).toEqual([
      '200.4 (a) Minutes of meeting 197',
      '200.4 (b) Minutes of meeting 198',
      '200.4 (c) Minutes of meeting 199',
      '200.4 (d) Review of actions',
      '200.9 (a) Modification 0618',
    ])
    expect(await suggested()).toEqual([])
    expect((await book.must('history.state', {})).undo).toBe('5 items put on the agenda from the register')
    await book.must('history.undo', {})
    expect(await agenda()).toEqual(before)
    expect(await suggested()).toHaveLength(5)
  })

  test('one at a time, by its key; the others keep theirs', async () => {
    const [first, second] = await suggested()
    const { itemIds } = await book.must('agenda.add-suggested', {
      meetingId,
      keys: [second!.key, second!.key],
    })
    expect(itemIds).toHaveLength(1)
    expect((await suggested()).map(({ key }) => key)).toContain(first!.key)
    expect((await suggested()).map(({ key }) => key)).not.toContain(second!.key)
    const answer = await book.call('agenda.add-suggested', { meetingId, keys: [first!.key, second!.key] })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'keys.1' }] } })
    expect((await suggested()).map(({ key }) => key)).toContain(first!.key)
    expect(await book.refused('agenda.add-suggested', { meetingId: await meeting('199') })).toBe(
      'meeting-closed',
    )
  })

  test('without a section they stand before any other business', async () => {
    const bare = await book.must('meeting.create', {
      bodyId: unc.bodyId,
      startsOn: '2017-01-19',
      number: 'B',
      fromTemplate: false,
    })
    await book.must('agenda.add', { meetingId: bare.id, title: 'Welcome' })
    await book.must('agenda.add', { meetingId: bare.id, title: 'AOB', kind: 'any-other-business' })
    await book.must('agenda.add', { meetingId: bare.id, title: 'Next', kind: 'next-meeting' })
    await book.must('agenda.add-suggested', { meetingId: bare.id })
    expect(await agenda(bare.id)).toEqual([
      'B.1 Welcome',
      'B.2 Minutes of meeting 197',
      'B.3 Minutes of meeting 198',
      'B.4 Minutes of meeting 199',
      'B.5 Review of actions',
      'B.6 Modification 0618',
      'B.7 AOB',
      'B.8 Next',
    ])
  })

  test('minutes that stand by themselves do not become the section of others', async () => {
    const bare = await book.must('meeting.create', {
      bodyId: unc.bodyId,
      startsOn: '2017-01-19',
      number: 'B',
      fromTemplate: false,
    })
    for (let step = 0; step < 5; step += 1) {
      const [next] = await suggested(bare.id)
      await book.must('agenda.add-suggested', { meetingId: bare.id, keys: [next!.key] })
    }
    const { agenda: lines } = await book.must('meeting.read', { meetingId: bare.id })
    expect(lines.map(({ parentId }) => parentId)).toEqual([null, null, null, null, null])
  })

  test('can be laid in when the meeting is created, and are undone with it', async () => {
    const created = await book.must('meeting.create', {
      bodyId: unc.bodyId,
      startsOn: '2017-01-19',
      number: 'B',
      fromRegister: true,
    })
    expect(created.agenda.filter(({ parentId }) => parentId !== null)).toHaveLength(5)
    await book.must('history.undo', {})
    expect(await book.refused('meeting.read', { meetingId: created.id })).toBe('not-found')
  })
})
