import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const record = (initials: string, presence: 'present' | 'left' | 'apologies' | 'expected', more = {}) => ({
  meetingId: panel.meetingId,
  personId: panel.person(initials),
  presence,
  ...more,
})

async function attendee(initials: string) {
  const found = (await panel.meeting()).room.attendees.find((one) => one.initials === initials)
  if (found === undefined) throw new Error(`${initials} is no attendee`)
  return found
}

describe('the room', () => {
  test('expects the members in the order of the seats, the chair and the secretary, and no alternate', async () => {
    const { room } = await panel.meeting()
    expect(room.attendees.map(({ initials, presence }) => `${initials} ${presence}`)).toEqual([
      'AB expected',
      'CD expected',
      'EF expected',
      'KL expected',
      'MN expected',
      'CH expected',
      'SE expected',
    ])
    expect(room).toMatchObject({ people: 0, quorumPeople: 0, seats: 0, votes: 0, allVotes: 6 })
    expect(room.quorum).toMatchObject({ isMet: false, needed: 3, counts: 'people' })
  })

  test('people, seats and votes are three numbers', async () => {
    await panel.arrive('AB KL MN CH SE')
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('CD'),
      carrierPersonId: panel.person('KL'),
    })
    const { room } = await panel.meeting()
    expect(room).toMatchObject({ people: 5, quorumPeople: 3, seats: 4, votes: 4, allVotes: 6 })
    expect(room.quorum.isMet).toBe(true)
    expect(room.constituencies.map(({ name, present, votes }) => [name, present, votes])).toEqual([
      ['Shippers', 2, 2],
      ['Transporters', 2, 2],
      ['Consumers', 0, 0],
    ])
    const carried = room.seatList.find(({ seatId }) => seatId === panel.seat('CD'))
    expect(carried).toMatchObject({
      standing: 'carried',
      castBy: { initials: 'KL' },
      member: { initials: 'CD' },
    })
    expect((await attendee('KL')).carries).toEqual([panel.seat('CD')])
    expect(room.carriedVotes).toMatchObject([{ givenBy: 'CD', carrier: { initials: 'KL' }, endedAt: null }])
  })

  test('arriving twice is one arrival and still answers', async () => {
    await panel.must('attendance.record', record('AB', 'present'))
    panel.setNow('2016-12-15T10:10:00.000+00:00')
    await panel.must('attendance.record', record('AB', 'present'))
    expect((await attendee('AB')).intervals).toEqual([
      { arrivedAt: '2016-12-15T10:00:00.000+00:00', arrivedAtItem: null, leftAt: null, leftAtItem: null },
    ])
  })

  test('the intervals keep the item at which somebody came and left, and a return is a second one', async () => {
    await panel.arrive('AB CD EF')
    await panel.openMeeting()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    panel.setNow('2016-12-15T10:20:00.000+00:00')
    await panel.leave('AB')
    expect((await attendee('AB')).presence).toBe('left')
    await panel.must('agenda.set-current', { itemId: panel.items.one })
    panel.setNow('2016-12-15T10:30:00.000+00:00')
    await panel.arrive('AB')
    expect((await attendee('AB')).intervals).toMatchObject([
      { arrivedAtItem: null, leftAtItem: '199.2 (a)', leftAt: '2016-12-15T10:20:00.000+00:00' },
      { arrivedAtItem: '199.1', leftAt: null },
    ])
  })

  test('apologies are cleared by arriving, and refused of somebody who is there', async () => {
    await panel.must('attendance.record', record('AB', 'apologies'))
    expect((await attendee('AB')).presence).toBe('apologies')
    await panel.arrive('AB')
    expect((await attendee('AB')).presence).toBe('present')
    expect(await panel.refused('attendance.record', record('AB', 'apologies'))).toBe('bad-input')
    await panel.must('attendance.record', record('AB', 'expected'))
    expect((await attendee('AB')).presence).toBe('expected')
  })

  test('refuses what cannot be', async () => {
    expect(await panel.refused('attendance.record', record('AB', 'left'))).toBe('not-in-room')
    await panel.arrive('AB CD')
    expect(
      await panel.refused('attendance.record', record('AB', 'left', { at: '2016-12-15T09:00:00.000+00:00' })),
    ).toBe('bad-input')
    expect(await panel.refused('attendance.record', { ...record('AB', 'present'), personId: 'nobody' })).toBe(
      'not-found',
    )
    expect(await panel.refused('attendance.record', { ...record('AB', 'present'), meetingId: 'none' })).toBe(
      'not-found',
    )
    expect(await panel.refused('attendance.record', record('AB', 'present', { initials: 'cd' }))).toBe(
      'already-exists',
    )
    expect(await panel.refused('attendance.record', record('GU', 'present', { capacity: 'member' }))).toBe(
      'bad-input',
    )
    expect(await panel.refused('attendance.record', record('GU', 'present', { seatId: 'none' }))).toBe(
      'not-found',
    )
    expect(
      await panel.refused('attendance.record-many', {
        meetingId: panel.meetingId,
        personIds: [panel.person('AB'), panel.person('EF')],
        presence: 'left',
      }),
    ).toBe('not-in-room')
    expect((await attendee('AB')).presence).toBe('present')
  })

  test('the standing alternate stands for the seat, a stranger is an invitee or sits where told', async () => {
    await panel.must('attendance.record', record('XA', 'present'))
    expect(await attendee('XA')).toMatchObject({ capacity: 'alternate', seatId: panel.seat('CD') })
    await panel.must('attendance.record', record('GU', 'present', { isRemote: true, leavesAt: '12:30' }))
    expect(await attendee('GU')).toMatchObject({
      capacity: 'invitee',
      seatId: null,
      isRemote: true,
      leavesAt: '12:30',
    })
    await panel.must('attendance.record', record('GU', 'present', { seatId: panel.seat('EF') }))
    expect(await attendee('GU')).toMatchObject({
      capacity: 'alternate',
      seatId: panel.seat('EF'),
      isRemote: true,
    })
    const { room } = await panel.meeting()
    expect(room.votes).toBe(2)
  })

  test('initials that are taken are numbered', async () => {
    const { id } = await panel.must('person.add', { name: 'Another AB', initials: 'AB' })
    await panel.must('attendance.record', { meetingId: panel.meetingId, personId: id, presence: 'present' })
    expect((await attendee('AB2')).personId).toBe(id)
  })

  test('history names what was done', async () => {
    await panel.arrive('AB')
    expect((await panel.must('history.state', {})).undo).toBe('AB arrived')
  })
})

describe('open votes follow the door', () => {
  beforeEach(async () => {
    await panel.arrive('AB CD EF KL')
    await panel.openMeeting()
  })

  test('a late arrival gets a vote, and a leaving takes one that was not cast', async () => {
    const questionId = await panel.put('cast')
    expect(await panel.positions(questionId)).toBe(
      'AB:pending CD:pending EF:pending KL:pending MN:not-present Consumers V:not-present',
    )
    await panel.record(questionId, 'AB for')
    await panel.arrive('MN')
    await panel.leave('AB CD')
    expect(await panel.positions(questionId)).toBe(
      'AB:for CD:not-present EF:pending KL:pending MN:pending Consumers V:not-present',
    )
    expect((await panel.question(questionId)).round.stillToCome).toEqual(['EF', 'KL', 'MN'])
  })

  test('the alternate and the carrier step in and out with the member', async () => {
    const questionId = await panel.put('cast')
    const basisOfCd = async () => {
      const { round } = await panel.question(questionId)
      const cd = round.positions[1]
      return `${cd?.initials} ${cd?.value} ${cd?.basis} ${cd?.castBy?.initials}`
    }
    await panel.leave('CD')
    expect(await basisOfCd()).toBe('CD not-present nobody undefined')
    await panel.arrive('XA')
    expect(await basisOfCd()).toBe('XA pending alternate XA')
    await panel.leave('XA')
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('CD'),
      carrierPersonId: panel.person('KL'),
    })
    expect(await basisOfCd()).toBe('CD pending carried KL')
    await panel.arrive('CD')
    expect(await basisOfCd()).toBe('CD pending member CD')
  })

  test('a recusal takes the vote of that item alone, and gives it back', async () => {
    const questionId = await panel.put('cast')
    const declare = (kind: 'recused' | 'declared' | null) =>
      panel.must('attendance.declare-interest', {
        itemId: panel.items.p,
        personId: panel.person('EF'),
        kind,
        text: 'owns it',
      })
    await declare('declared')
    expect(await panel.positions(questionId)).toContain('EF:pending')
    const item = await declare('recused')
    expect(item.interests).toMatchObject([{ initials: 'EF', kind: 'recused', text: 'owns it' }])
    expect(await panel.positions(questionId)).toContain('EF:recused')
    expect(await panel.refused('vote.record', { questionId, initials: 'EF', value: 'for' })).toBe(
      'not-entitled',
    )
    const other = await panel.must('question.put', { itemId: panel.items.other, kind: 'cast' })
    expect(other.item.questions[0]?.round.positions[2]?.value).toBe('pending')
    await declare(null)
    expect(await panel.positions(questionId)).toContain('EF:pending')
  })

  test('a recused carrier takes the carried vote out with their own', async () => {
    await panel.leave('CD')
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('CD'),
      carrierPersonId: panel.person('EF'),
    })
    const questionId = await panel.put('cast')
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.p,
      personId: panel.person('EF'),
      kind: 'recused',
    })
    expect(await panel.positions(questionId)).toContain('AB:pending CD:recused EF:recused')
  })

  test('an arrival can be taken back while nothing rests on it', async () => {
    const questionId = await panel.put('cast')
    await panel.arrive('MN')
    await panel.must('attendance.record', record('MN', 'expected'))
    expect(await panel.positions(questionId)).toContain('MN:not-present')
    await panel.arrive('MN')
    await panel.record(questionId, 'MN against')
    expect(await panel.refused('attendance.record', record('MN', 'expected'))).toBe('conflict')
  })
})
