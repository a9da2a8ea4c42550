import { describe, expect, test } from 'vitest'
import { body, book, meetingId, useJanuary } from '../agenda/january.ts'

useJanuary()

/** Meeting 200 is on 19 January 2017, its papers are due eight working days before, and today is 10 January. */
describe('whether something that comes in is late', () => {
  test('goes by the deadline: its last day is in time, the next is not, and today is meant where no day is said', async () => {
    const on = (receivedOn?: string) => book.must('paper.lateness', { meetingId, receivedOn })
    expect(await on('2017-01-09')).toMatchObject({
      isLate: false,
      sentence: 'In time: papers are due Mon 9 Jan 2017.',
    })
    expect(await on('2017-01-10')).toMatchObject({
      isLate: true,
      sentence: 'Late: papers were due Mon 9 Jan 2017.',
    })
    expect(await on()).toMatchObject({ isLate: true })
    await book.must('meeting.change', { meetingId, startsOn: '2017-01-26', endsOn: '2017-01-26' })
    expect(await on()).toMatchObject({ isLate: false })
  })

  test('says the same as what is recorded of a paper', async () => {
    const { agenda } = await book.must('meeting.read', { meetingId })
    const itemId = agenda[0]?.id ?? ''
    for (const receivedOn of ['2017-01-09', '2017-01-10']) {
      const { isLate } = await book.must('paper.lateness', { meetingId, receivedOn })
      const { paperId } = await book.must('agenda.add-paper', { itemId, title: receivedOn, receivedOn })
      const { papers } = await book.must('agenda.read', { itemId })
      expect(papers.find(({ id }) => id === paperId)?.isLate).toBe(isLate)
    }
  })

  test('comes with the usual phrases of a body of its kind', async () => {
    const phrases = async (id: string, what: 'paper' | 'item') =>
      (await book.must('paper.lateness', { meetingId: id, what })).acceptances[0]
    expect(await phrases(meetingId, 'paper')).toBe('accepted by the Panel as a late paper')
    expect(await phrases(meetingId, 'item')).toBe('accepted by the Panel as a late item')
    const { bodyId } = await body('Change Board')
    const { id } = await book.must('meeting.create', { bodyId, startsOn: '2017-02-16' })
    expect(await phrases(id, 'paper')).toBe('accepted by the Change Board as a late paper')
  })

  test('is refused for a meeting that is not there', async () => {
    expect(await book.refused('paper.lateness', { meetingId: 'none' })).toBe('not-found')
  })
})
