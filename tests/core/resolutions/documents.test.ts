import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { afterDeadline, makeCirculating, type Circulating, type Sent } from './circulating.ts'

let panel: Circulating
let sent: Sent
beforeEach(async () => {
  panel = await makeCirculating()
  sent = await panel.circulate()
  await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-01-19', number: '200' })
})
afterEach(() => panel.close())

const exported = async (
  document: CallInput<'document.export'>['document'],
  meetingId = sent.meetingId,
): Promise<string> => {
  await panel.must('document.export', { document, format: 'md', meetingId })
  return new TextDecoder().decode(panel.delivered.at(-1)?.bytes)
}
const answered = async () => {
  await sent.record('AB for, CD for, EF against')
  await panel.must('written-position.hold', {
    itemId: sent.itemId,
    seatId: panel.seat('KL'),
    value: 'for',
    receivedAt: '2016-12-12T08:30:00.000+00:00',
    note: 'e-mail',
  })
  await sent.record('MN for')
  await panel.must('determination.write', { itemId: sent.itemId, questionId: sent.questionId })
}

describe('the minutes of a written resolution', () => {
  it('say what went round, until when, and who answered what; nothing of a meeting', async () => {
    panel.setNow('2016-12-20T11:00:00.000+00:00')
    await answered()
    await panel.must('meeting.close', { meetingId: sent.meetingId })
    const minutes = await exported('minutes')
    expect(panel.delivered.at(-1)?.fileName).toBe('Test Panel WR1 minutes (draft).md')
    expect(minutes).toContain('Written resolution WR1')
    expect(minutes).toContain('Monday 12 December 2016')
    expect(minutes).toContain('Friday 30 December 2016, 17:00')
    expect(minutes).toContain('What of 0621A as to exercisable?')
    expect(minutes).toMatch(/KL \| Person KL \| .*For \| Received Mon 12 Dec 2016, 08:30 \(e-mail\)/)
    expect(minutes).toMatch(/– \| Consumers V \(vacant\) .*No member to ask/)
    expect(minutes).toContain('0621A: yes, by majority (4 for, 1 against)')
    expect(minutes).toContain('To be ratified at the next meeting. Meeting 200: Thursday 19 January 2017')
    for (const word of [
      'Attendance',
      'Apologies',
      'Held',
      'Place',
      'planned',
      'Next meeting',
      'meeting WR1',
    ]) {
      expect(minutes, word).not.toContain(word)
    }
  })

  it('keep a deadline that was moved, with the reason', async () => {
    panel.setNow(afterDeadline)
    await panel.must('resolution.move-deadline', {
      questionId: sent.questionId,
      deadline: '2017-01-06T12:00:00.000+00:00',
      reason: 'Two members were away',
    })
    expect(await exported('minutes')).toContain(
      'The deadline was moved from Friday 30 December 2016, 17:00 to Friday 6 January 2017, 12:00, on Tuesday 3 ' +
        'January 2017: Two members were away.',
    )
  })

  it('say where it was ratified, and so do the minutes of that meeting', async () => {
    await answered()
    const { meetings } = await panel.must('meeting.list', { form: 'meeting', state: 'planned' })
    const next = await panel.must('meeting.read', {
      meetingId: meetings.find(({ number }) => number === '200')?.id ?? '',
    })
    panel.setNow('2017-01-19T10:30:00.000+00:00')
    await panel.must('meeting.open', { meetingId: next.id })
    await panel.must('resolution.ratify', {
      itemId: next.agenda[1]?.id ?? '',
      questionId: sent.questionId,
    })
    await panel.must('meeting.close', { meetingId: next.id })
    await panel.must('meeting.close', { meetingId: sent.meetingId })
    const words =
      'The Test Panel ratified the written resolution WR1 of 12 December 2016: 0621A: yes, by majority (4 for, 1 against).'
    const minutes = await exported('minutes')
    expect(minutes).toContain('Ratified at meeting 200, item 200.2, on Thursday 19 January 2017.')
    expect(minutes).toContain(words)
    expect(await exported('minutes', next.id)).toContain(words)
  })

  it('say that one that was not carried has nothing to ratify, and one that is out is still to be answered', async () => {
    expect(await exported('minutes')).toContain('If it is carried, the next meeting ratifies it.')
    await sent.record('rest against')
    await panel.must('vote.close', { questionId: sent.questionId })
    expect(await exported('minutes')).toContain('It was not carried, so there is nothing to ratify.')
  })

  it('rest on a record that is hashed when the resolution closes, and stays as it was', async () => {
    await answered()
    const closed = await panel.must('meeting.close', { meetingId: sent.meetingId })
    expect(closed).toMatchObject({
      state: 'closed',
      recordHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    const before = await exported('minutes')
    await panel.openMeeting()
    await panel.must('resolution.ratify', { itemId: panel.items.other, questionId: sent.questionId })
    expect(await exported('minutes')).toBe(before)
    expect((await sent.question()).ratification?.meeting).toBe('199')
  })
})

describe('the other papers of a written resolution', () => {
  it('are the paper that goes round, and the vote annex', async () => {
    const paper = await exported('agenda')
    expect(panel.delivered.at(-1)?.fileName).toBe('Test Panel WR1 circulation.md')
    expect(paper).toContain('Circulation of written resolution WR1')
    expect(paper).toContain('Answer by')
    expect(paper).toContain('Friday 30 December 2016, 17:00')
    expect(paper).toContain('Person MN')
    expect(paper).not.toContain('Presenter')
    expect(await exported('vote-annex')).toContain('Vote annex of written resolution WR1')
  })

  it('put its deadline in a calendar, and no day on which nothing is', async () => {
    await panel.must('document.export', { document: 'agenda', format: 'ics', meetingId: sent.meetingId })
    const calendar = new TextDecoder().decode(panel.delivered.at(-1)?.bytes)
    expect(calendar).toContain('SUMMARY:Test Panel WR1: answer by 17:00')
    expect(calendar).toContain('DTSTART;VALUE=DATE:20161230')
    // The other one is the next meeting.
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  })

  it('are found by its number', async () => {
    const { fileName } = await panel.must('document.read', { document: 'minutes', meetingNumber: 'WR1' })
    expect(fileName).toBe('Test Panel WR1 minutes (draft)')
  })
})
