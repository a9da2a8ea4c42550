import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

/** AB, EF and KL are in the room: exactly the quorum of three. Two items are for decision, of 20 and 30 minutes. */
let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  for (const [itemId, plannedMinutes] of [
    [panel.items.p, 20],
    [panel.items.other, 30],
  ] as const) {
    await panel.must('agenda.change', { itemId, plannedMinutes, purpose: 'decision' })
  }
  await panel.arrive('AB EF KL CH')
  await panel.openMeeting()
  await panel.must('agenda.set-current', { itemId: panel.items.one })
})
afterEach(() => panel.close())

const foresee = (initials: string, presence: 'present' | 'left') =>
  panel.must('attendance.foresee', {
    meetingId: panel.meetingId,
    personId: panel.person(initials),
    presence,
  })
const leavesAt = (initials: string, time: string | null) =>
  panel.must('attendance.record', {
    meetingId: panel.meetingId,
    personId: panel.person(initials),
    presence: 'present',
    leavesAt: time,
  })
const warnings = async () => (await panel.meeting()).room.warnings.map(({ sentence }) => sentence)

describe('what a coming or going would change', () => {
  test('a leaving that loses the quorum names the items left for decision, and changes nothing', async () => {
    const questionId = await panel.put('cast')
    const before = await panel.meeting()
    expect(await foresee('KL', 'left')).toEqual({
      quorum: {
        before: { isMet: true, sentence: 'Quorate: 3 people with 3 votes; 3 people needed.' },
        after: { isMet: false, sentence: 'Not quorate: 2 people with 2 votes; 3 people needed.' },
      },
      votes: { before: 3, after: 2 },
      openVotes: ['0621A'],
      itemIds: [panel.items.p, panel.items.other],
      sentences: [
        'The meeting would not be quorate any more.',
        'Items 199.2 (a) and 199.2 (b) would be inquorate.',
      ],
    })
    expect(await panel.meeting()).toEqual(before)
    expect(await panel.positions(questionId)).toContain('KL:pending')
  })

  test('a leaving that changes no quorum says nothing, and one who has voted changes no vote', async () => {
    await panel.arrive('MN')
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'MN for')
    expect(await foresee('MN', 'left')).toMatchObject({
      votes: { before: 4, after: 3 },
      openVotes: [],
      itemIds: [],
      sentences: [],
    })
  })

  test('who comes in the place of a member counts, on the list or not', async () => {
    await panel.leave('KL')
    expect(await foresee('XA', 'present')).toMatchObject({
      quorum: { before: { isMet: false }, after: { isMet: true } },
      votes: { before: 2, after: 3 },
      itemIds: [],
      sentences: ['The meeting would be quorate.'],
    })
    expect((await foresee('GU', 'present')).votes).toEqual({ before: 2, after: 2 })
  })

  test('who carries a vote takes it along', async () => {
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('CD'),
      carrierPersonId: panel.person('KL'),
    })
    expect((await foresee('KL', 'left')).votes).toEqual({ before: 4, after: 2 })
  })

  test('of an unknown person is refused', async () => {
    const input = { meetingId: panel.meetingId, personId: 'nobody', presence: 'left' }
    expect(await panel.refused('attendance.foresee', input)).toBe('not-found')
  })
})

describe('the warnings of the room', () => {
  test('none while the quorum holds', async () => {
    expect(await warnings()).toEqual([])
  })

  test('without a quorum name the items left for decision, until each has its outcome', async () => {
    await panel.leave('KL')
    expect(await warnings()).toEqual(['Left for decision without a quorum: 199.2 (a) and 199.2 (b).'])
    await panel.must('agenda.set-outcome', { itemId: panel.items.p, outcome: 'deferred' })
    expect(await warnings()).toEqual(['Left for decision without a quorum: 199.2 (b).'])
    await panel.arrive('KL')
    expect(await warnings()).toEqual([])
  })

  test('an item with a determination is decided', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    await panel.must('determination.write', { itemId: panel.items.p, questionId })
    await panel.leave('KL')
    expect(await warnings()).toEqual(['Left for decision without a quorum: 199.2 (b).'])
  })

  // Opened at 10:00: the first item takes 5 minutes, so the others are reached at 10:05 and at 10:25.
  test.each([
    ['10:05', ['KL leaves 10:05: items 199.2 (a) and 199.2 (b) would be inquorate.']],
    ['10:06', ['KL leaves 10:06: item 199.2 (b) would be inquorate.']],
    ['10:25', ['KL leaves 10:25: item 199.2 (b) would be inquorate.']],
    ['10:26', []],
  ])('who leaves at %s', async (time, sentences) => {
    await leavesAt('KL', time)
    expect(await warnings()).toEqual(sentences)
  })

  test('name those with whom the quorum goes, and two who leave together', async () => {
    await panel.arrive('MN')
    await leavesAt('MN', '10:02')
    await leavesAt('KL', '10:06')
    expect(await warnings()).toEqual(['KL leaves 10:06: item 199.2 (b) would be inquorate.'])
    await leavesAt('MN', '10:06')
    expect(await warnings()).toEqual(['KL and MN leave 10:06: item 199.2 (b) would be inquorate.'])
    await leavesAt('KL', null)
    expect(await warnings()).toEqual([])
  })

  test('follow the clock: an item that runs over moves those after it', async () => {
    await leavesAt('KL', '10:26')
    panel.setNow('2016-12-15T10:07:00.000+00:00')
    expect(await warnings()).toEqual(['KL leaves 10:26: item 199.2 (b) would be inquorate.'])
  })

  test('an item under way is reached already', async () => {
    await panel.must('agenda.set-current', { itemId: panel.items.other })
    await leavesAt('KL', '10:01')
    expect(await warnings()).toEqual([])
  })

  test('before the meeting everybody who is expected counts, from its planned start', async () => {
    const other = await makePanel()
    await other.must('agenda.change', { itemId: other.items.p, purpose: 'decision' })
    for (const initials of ['AB', 'CD', 'EF'] as const) {
      await other.must('attendance.record', {
        meetingId: other.meetingId,
        personId: other.person(initials),
        presence: 'expected',
        leavesAt: '10:20',
      })
    }
    const { room, startTime } = await other.meeting()
    expect(startTime).toBe('10:30')
    expect(room.warnings).toEqual([
      {
        sentence: 'AB, CD and EF leave 10:20: item 199.2 (a) would be inquorate.',
        itemIds: [other.items.p],
      },
    ])
    await other.close()
  })

  test('a recusal that the body does not count is told for its item alone', async () => {
    await panel.must('body.change', { bodyId: panel.bodyId, recusedCountsForQuorum: false })
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.other,
      personId: panel.person('KL'),
      kind: 'recused',
    })
    expect(await warnings()).toEqual(['Not quorate on 199.2 (b).'])
  })
})
