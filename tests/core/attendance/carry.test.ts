import { afterEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
afterEach(() => panel.close())

const carry = (seat: string, carrier: string | null, note = '') => ({
  meetingId: panel.meetingId,
  seatId: panel.seat(seat),
  carrierPersonId: carrier === null ? null : panel.person(carrier),
  note,
})

async function makeOpenPanel(options: Parameters<typeof makePanel>[0] = {}) {
  panel = await makePanel(options)
  await panel.arrive('AB EF KL CH')
  await panel.openMeeting()
}

describe('carried votes', () => {
  test('who carries two votes is named by their own initials and those of the absent member', async () => {
    await makeOpenPanel()
    await panel.must('vote.carry', carry('CD', 'AB', 'by e-mail'))
    const questionId = await panel.put('cast')
    const round = await panel.record(questionId, 'AB for, CD against, rest none')
    expect(
      round.positions.slice(0, 3).map(({ value, basis, castBy }) => [value, basis, castBy?.initials]),
    ).toEqual([
      ['for', 'member', 'AB'],
      ['against', 'carried', 'AB'],
      ['none', 'member', 'EF'],
    ])
    expect(round.evaluation.reconciliation).toContain('= 6 votes of all seats')
  })

  test('who has no seat carries by their own initials, unless they carry two', async () => {
    await makeOpenPanel()
    await panel.must('vote.carry', carry('CD', 'CH'))
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'CH for')
    expect(await panel.positions(questionId)).toContain('CD:for')
    await panel.must('vote.carry', carry('MN', 'CH'))
    expect(await panel.refused('vote.record', { questionId, initials: 'CH', value: 'for' })).toBe('bad-input')
    await panel.record(questionId, 'MN against')
    expect(await panel.positions(questionId)).toContain('MN:against')
  })

  test('a second carrier takes over, and the carrying can end', async () => {
    await makeOpenPanel()
    await panel.must('vote.carry', carry('CD', 'AB'))
    panel.setNow('2016-12-15T11:00:00.000+00:00')
    const { room } = await panel.must('vote.carry', carry('CD', 'KL'))
    expect(room.carriedVotes.map(({ carrier, endedAt }) => [carrier.initials, endedAt])).toEqual([
      ['AB', '2016-12-15T11:00:00.000+00:00'],
      ['KL', null],
    ])
    expect((await panel.must('vote.carry', carry('CD', null))).room.seats).toBe(3)
    expect(await panel.refused('vote.carry', carry('CD', null))).toBe('not-found')
  })

  test('is refused while somebody fills the seat, and to somebody who is not there', async () => {
    await makeOpenPanel()
    expect(await panel.refused('vote.carry', carry('EF', 'AB'))).toBe('not-entitled')
    expect(await panel.refused('vote.carry', carry('CD', 'MN'))).toBe('not-in-room')
    expect(await panel.refused('vote.carry', carry('CD', 'GU'))).toBe('not-in-room')
    await panel.arrive('XA')
    expect(await panel.refused('vote.carry', carry('CD', 'AB'))).toBe('not-entitled')
    expect(await panel.refused('vote.carry', { ...carry('CD', 'AB'), seatId: 'none' })).toBe('not-found')
  })

  test('the cap counts the own vote and those carried', async () => {
    await makeOpenPanel({ cap: 2 })
    await panel.must('vote.carry', carry('CD', 'AB'))
    const answer = await panel.call('vote.carry', carry('MN', 'AB'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-entitled' } })
    expect(JSON.stringify(answer)).toContain('more than 2 votes')
    // Once more, with how it was notified: the vote that is carried already is not counted twice.
    const { room } = await panel.must('vote.carry', carry('CD', 'AB', 'by letter'))
    expect(room.carriedVotes).toMatchObject([{ note: 'by letter', endedAt: null }])
    await panel.must('vote.carry', carry('MN', 'CH'))
    await panel.must('vote.carry', carry('CD', 'CH'))
    expect(await panel.refused('vote.carry', carry('V', 'CH'))).toBe('not-entitled')
  })

  test('only members carry where the body says so', async () => {
    await makeOpenPanel({ carriers: 'members' })
    expect(await panel.refused('vote.carry', carry('CD', 'CH'))).toBe('not-entitled')
    await panel.must('vote.carry', carry('CD', 'AB'))
  })
})
