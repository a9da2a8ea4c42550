import { afterEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
afterEach(() => panel.close())

const carry = (seat: string, carrier: string | null) => ({
  meetingId: panel.meetingId,
  seatId: panel.seat(seat),
  carrierPersonId: carrier === null ? null : panel.person(carrier),
})

async function makeOpenPanel(present = 'AB EF KL CH', options: Parameters<typeof makePanel>[0] = {}) {
  panel = await makePanel(options)
  await panel.arrive(present)
  await panel.openMeeting()
}

const standings = async () =>
  (await panel.meeting()).room.seatList
    .map(
      ({ member, standing, castBy }) => `${member?.initials ?? 'V'} ${standing} ${castBy?.initials ?? '-'}`,
    )
    .join(', ')

/** What each refusal says, of which field, and that nothing was changed by it. */
const refusals: [
  what: string,
  make: () => Promise<unknown>,
  call: () => ['vote.carry', ReturnType<typeof carry>] | ['vote.record', object],
  refusal: { code: string; message: RegExp; field: string },
][] = [
  [
    'a third vote under a two-vote cap, the own vote included (BSC)',
    async () => {
      await makeOpenPanel('AB EF KL CH', { cap: 2 })
      await panel.must('vote.carry', carry('CD', 'AB'))
    },
    () => ['vote.carry', carry('MN', 'AB')],
    {
      code: 'not-entitled',
      message: /^AB would exercise 3 votes; at TST nobody may exercise more than 2 votes\.$/,
      field: 'carrierPersonId',
    },
  ],
  [
    'a carrier without a seat where only members carry (CUSC)',
    () => makeOpenPanel('AB EF KL CH', { carriers: 'members' }),
    () => ['vote.carry', carry('CD', 'CH')],
    { code: 'not-entitled', message: /CH sits for no seat/, field: 'carrierPersonId' },
  ],
  [
    'a carrier who is not there',
    () => makeOpenPanel(),
    () => ['vote.carry', carry('CD', 'MN')],
    { code: 'not-in-room', message: /^MN is not in the room/, field: 'carrierPersonId' },
  ],
  [
    'the vote of a member who is there',
    () => makeOpenPanel(),
    () => ['vote.carry', carry('EF', 'AB')],
    { code: 'not-entitled', message: /^EF is in the room and votes/, field: 'seatId' },
  ],
  [
    'the vote of a vacant seat',
    () => makeOpenPanel(),
    () => ['vote.carry', carry('V', 'AB')],
    { code: 'not-entitled', message: /Consumers V is vacant/, field: 'seatId' },
  ],
  [
    'a circle of two',
    async () => {
      await makeOpenPanel('EF KL CH')
      await panel.must('vote.carry', carry('AB', 'KL'))
      await panel.leave('KL')
      await panel.arrive('AB')
    },
    () => ['vote.carry', carry('KL', 'AB')],
    { code: 'not-entitled', message: /AB was given to KL, so .* in a circle/, field: 'carrierPersonId' },
  ],
  [
    'a circle of three',
    async () => {
      await makeOpenPanel('EF KL CH')
      await panel.must('vote.carry', carry('AB', 'KL'))
      await panel.leave('KL')
      await panel.must('vote.carry', carry('KL', 'EF'))
      await panel.leave('EF')
      await panel.arrive('AB')
    },
    () => ['vote.carry', carry('EF', 'AB')],
    { code: 'not-entitled', message: /given to EF by way of others/, field: 'carrierPersonId' },
  ],
  [
    'a position of an alternate whose principal is there',
    () => makeOpenPanel('AB CD XA EF KL'),
    () => ['vote.record', { initials: 'XA', value: 'for' }],
    { code: 'not-entitled', message: /^XA has no vote while CD votes for the seat\.$/, field: 'initials' },
  ],
  [
    'a position of somebody without a vote',
    () => makeOpenPanel(),
    () => ['vote.record', { initials: 'CH', value: 'for' }],
    { code: 'not-entitled', message: /^CH has no vote\.$/, field: 'initials' },
  ],
  [
    'a position of a vacant seat',
    () => makeOpenPanel(),
    () => ['vote.record', { seatId: panel.seat('V'), value: 'for' }],
    {
      code: 'not-in-room',
      message: /^The seat Consumers V is vacant, so it has no vote\.$/,
      field: 'seatId',
    },
  ],
  [
    'a position of a member who is recused',
    async () => {
      await makeOpenPanel('AB CD EF KL')
      await panel.must('attendance.declare-interest', {
        itemId: panel.items.p,
        personId: panel.person('AB'),
        kind: 'recused',
      })
    },
    () => ['vote.record', { initials: 'AB', value: 'for' }],
    { code: 'not-entitled', message: /^AB is recused from this item/, field: 'initials' },
  ],
]

describe('is refused, naming the field and the reason, and changes nothing', () => {
  test.each(refusals)('%s', async (_what, make, call, { code, message, field }) => {
    await make()
    const questionId = await panel.put('cast', { isIndicative: true })
    const [name, input] = call()
    const seen = async () => [await panel.meeting(), await panel.item()]
    const before = await seen()
    const answer = await panel.call(name, (name === 'vote.carry' ? input : { questionId, ...input }) as never)
    if (answer.ok) throw new Error('was not refused')
    expect(answer.error).toMatchObject({ code, fields: [{ field }] })
    expect(answer.error.message).toMatch(message)
    expect(await seen()).toEqual(before)
  })
})

describe('carried votes', () => {
  test('without a cap one person carries as many as are given', async () => {
    await makeOpenPanel('AB EF KL CH')
    await panel.must('vote.carry', carry('CD', 'AB'))
    await panel.must('vote.carry', carry('MN', 'AB'))
    expect(await standings()).toContain('CD carried AB')
    expect((await panel.meeting()).room).toMatchObject({ quorumPeople: 3, votes: 5 })
  })

  test('sleep when their carrier leaves, and can be carried by another', async () => {
    await makeOpenPanel('AB EF KL MN CH')
    await panel.must('vote.carry', carry('CD', 'AB'))
    const questionId = await panel.put('cast')
    await panel.leave('AB')
    expect(await standings()).toContain('AB nobody -, CD nobody -')
    expect(await panel.positions(questionId)).toContain('AB:not-present CD:not-present')
    await panel.must('vote.carry', carry('CD', 'KL'))
    await panel.must('vote.carry', carry('AB', 'MN'))
    expect(await standings()).toContain('AB carried MN, CD carried KL')
    await panel.record(questionId, 'AB for, CD against, rest for')
    // Its first carrier is back: their own vote wakes, the other stays where it is now.
    await panel.arrive('AB')
    expect(await standings()).toContain('AB member AB, CD carried KL')
  })

  test('a leaving never takes an alternate above the cap: what was given last sleeps', async () => {
    await makeOpenPanel('AB CD XA EF', { cap: 2 })
    await panel.must('vote.carry', carry('KL', 'XA'))
    await panel.must('vote.carry', carry('MN', 'XA'))
    expect(await standings()).toContain('KL carried XA, MN carried XA')
    await panel.leave('CD')
    expect(await standings()).toContain('CD alternate XA, EF member EF, KL carried XA, MN nobody -')
    await panel.arrive('CD')
    expect(await standings()).toContain('KL carried XA, MN carried XA')
  })
})

describe('two who share the vote of a seat', () => {
  const share = async () => {
    await makeOpenPanel('AB EF')
    await panel.must('attendance.record', {
      meetingId: panel.meetingId,
      personId: panel.person('GU'),
      presence: 'present',
      capacity: 'member',
      seatId: panel.seat('AB'),
    })
  }

  test('are two people for the quorum, with one position that either can cast', async () => {
    await share()
    expect((await panel.meeting()).room).toMatchObject({ quorumPeople: 3, seats: 2, votes: 2 })
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'GU for')
    const cast = async () => {
      const { positions } = (await panel.question(questionId)).round
      return positions
        .filter(({ seatId }) => seatId === panel.seat('AB'))
        .map(({ value, castBy }) => [value, castBy?.initials])
    }
    expect(await cast()).toEqual([['for', 'GU']])
    await panel.record(questionId, 'AB against')
    expect(await cast()).toEqual([['against', 'AB']])
    expect((await panel.question(questionId)).round.positions).toHaveLength(6)
  })

  test('the one who is recused leaves it to the other', async () => {
    await share()
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.p,
      personId: panel.person('AB'),
      kind: 'recused',
    })
    const questionId = await panel.put('cast')
    expect(await panel.refused('vote.record', { questionId, initials: 'AB', value: 'for' })).toBe(
      'not-entitled',
    )
    await panel.record(questionId, 'GU for')
  })

  test('one of them leaving keeps the vote', async () => {
    await share()
    await panel.leave('AB')
    expect(await standings()).toContain('AB member GU')
  })
})

describe('interests', () => {
  test('one who declares an interest votes; one who is recused does not', async () => {
    await makeOpenPanel('AB EF KL')
    for (const [initials, kind] of [
      ['AB', 'declared'],
      ['KL', 'recused'],
    ] as const) {
      await panel.must('attendance.declare-interest', {
        itemId: panel.items.p,
        personId: panel.person(initials),
        kind,
      })
    }
    const questionId = await panel.put('cast')
    expect(await panel.positions(questionId)).toContain('AB:pending')
    expect(await panel.positions(questionId)).toContain('KL:recused')
    const round = await panel.record(questionId, 'AB for, EF for')
    expect(round.evaluation.reconciliation).toContain('1 recused')
  })

  test.each([
    [true, true],
    [false, false],
  ])('a recusal that counts for quorum: %s', async (recusedCountsForQuorum, isMet) => {
    await makeOpenPanel('AB EF KL')
    await panel.must('body.change', { bodyId: panel.bodyId, recusedCountsForQuorum })
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.p,
      personId: panel.person('KL'),
      kind: 'recused',
    })
    const answer = await panel.call('question.put', { itemId: panel.items.p, kind: 'cast' })
    expect(answer.ok).toBe(isMet)
    // Of any other item they are not recused.
    const other = await panel.call('question.put', { itemId: panel.items.other, kind: 'cast' })
    expect(other.ok).toBe(true)
  })
})

test('a member leaves mid-meeting, the alternate takes the vote of what is open and of every later item', async () => {
  await makeOpenPanel('AB CD EF KL')
  const first = await panel.put('cast')
  await panel.record(first, 'CD for')
  const second = await panel.put('related')
  await panel.leave('CD')
  await panel.arrive('XA')
  expect(await panel.positions(first)).toContain('CD:for')
  expect(await panel.positions(second)).toContain('XA:pending')
  await panel.record(second, 'XA against')
  const third = await panel.put('exercisable')
  expect(await panel.positions(third)).toContain('XA:pending')
  const { positions } = (await panel.question(second)).round
  expect(positions[1]).toMatchObject({ basis: 'alternate', castBy: { initials: 'XA' } })
})
