import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const body = () => panel.must('body.read', { bodyId: panel.bodyId })
const seatNames = async () => (await body()).seats.map(({ name }) => name)
const constituency = async (name: string) =>
  (await body()).constituencies.find((one) => one.name === name)?.id ?? name
const refusal = async (name: string, input: unknown) => {
  const before = [await body(), await panel.must('history.state', {})]
  const answer = await panel.core.call({ name, input }, { actor: 'Secretary' })
  if (answer.ok) throw new Error(`${name} was not refused`)
  expect([await body(), await panel.must('history.state', {})]).toEqual(before)
  return answer.error
}
const seatIds = (initials: string) => initials.split(' ').map((one) => panel.seat(one))

describe('the order of seats', () => {
  test('is that of the body, the room and the vote, also of votes that were taken before', async () => {
    await panel.arrive('AB CD EF KL CH')
    await panel.openMeeting()
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD against')
    expect(await panel.positions(questionId)).toMatch(/^AB:for CD:against EF:pending KL:/)
    await panel.must('body.order-seats', { bodyId: panel.bodyId, seatIds: seatIds('EF CD AB MN KL V') })
    expect(await seatNames()).toEqual([
      'Shippers EF',
      'Shippers CD',
      'Shippers AB',
      'Transporters MN',
      'Transporters KL',
      'Consumers V',
    ])
    expect(await panel.positions(questionId)).toMatch(/^EF:pending CD:against AB:for MN:not-present KL:/)
    const { room } = await panel.meeting()
    expect(room.seatList.map(({ seatId }) => seatId)).toEqual(seatIds('EF CD AB MN KL V'))
    // Whose position it is does not hang on where it stands.
    await panel.record(questionId, 'rest for')
    expect((await panel.question(questionId)).round.evaluation.counts).toMatchObject({ for: 3, against: 1 })
  })

  test('keeps each constituency together', async () => {
    await panel.must('body.order-seats', { bodyId: panel.bodyId, seatIds: seatIds('V KL AB MN CD EF') })
    expect(await seatNames()).toEqual([
      'Shippers AB',
      'Shippers CD',
      'Shippers EF',
      'Transporters KL',
      'Transporters MN',
      'Consumers V',
    ])
  })

  test('of constituencies moves their seats with them', async () => {
    const ids = await Promise.all(['Consumers', 'Transporters', 'Shippers'].map(constituency))
    await panel.must('body.order-constituencies', { bodyId: panel.bodyId, constituencyIds: ids })
    expect((await body()).constituencies.map(({ id }) => id)).toEqual(ids)
    expect(await seatNames()).toEqual([
      'Consumers V',
      'Transporters KL',
      'Transporters MN',
      'Shippers AB',
      'Shippers CD',
      'Shippers EF',
    ])
  })

  test('names every one once: what is missing, named twice or of another body is said', async () => {
    const { bodyId } = panel
    expect(await refusal('body.order-seats', { bodyId, seatIds: seatIds('AB CD EF V') })).toMatchObject({
      code: 'bad-input',
      fields: [
        {
          field: 'seatIds',
          problem: 'every one must be named; missing: Transporters KL, Transporters MN',
        },
      ],
    })
    expect(
      await refusal('body.order-seats', { bodyId, seatIds: seatIds('AB CD AB EF KL MN V') }),
    ).toMatchObject({ fields: [{ field: 'seatIds.2', problem: 'Shippers AB is named twice' }] })
    const other = await panel.must('body.create', { profile: 'generic-committee' })
    const foreign = other.seats[0]?.id ?? ''
    expect(
      await refusal('body.order-seats', { bodyId, seatIds: [...seatIds('AB CD EF KL MN V'), foreign] }),
    ).toMatchObject({ fields: [{ field: 'seatIds.6', problem: 'is no seat of this body' }] })
    expect(
      await refusal('body.order-constituencies', {
        bodyId,
        constituencyIds: [await constituency('Shippers')],
      }),
    ).toMatchObject({
      code: 'bad-input',
      fields: [{ problem: 'every one must be named; missing: Transporters, Consumers' }],
    })
    expect(await refusal('body.order-seats', { bodyId: 'nothing', seatIds: [] })).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('what was added by a slip', () => {
  test('is removed: a seat that nobody ever had, and a constituency without seats', async () => {
    await panel.must('body.remove-seat', { seatId: panel.seat('V') })
    expect(await seatNames()).not.toContain('Consumers V')
    const after = await panel.must('body.remove-constituency', {
      constituencyId: await constituency('Consumers'),
    })
    expect(after.constituencies.map(({ name }) => name)).toEqual(['Shippers', 'Transporters'])
    expect((await panel.must('history.state', {})).undo).toBe('constituency Consumers removed')
  })

  const resting: [string, string, () => Promise<unknown>][] = [
    [
      'it has or had a member',
      'Shippers AB',
      async () => {
        const own = (await body()).memberships.find(({ seatId }) => seatId === panel.seat('AB'))
        await panel.must('body.end-membership', { membershipId: own?.id ?? '', effectiveTo: '2016-11-30' })
      },
    ],
    [
      'somebody sat for it at a meeting',
      'Consumers V',
      () =>
        panel.must('attendance.record', {
          meetingId: panel.meetingId,
          personId: panel.person('GU'),
          presence: 'present',
          capacity: 'alternate',
          seatId: panel.seat('V'),
        }),
    ],
    [
      'it took part in a vote',
      'Consumers V',
      async () => {
        await panel.arrive('AB CD EF')
        await panel.openMeeting()
        const questionId = await panel.put('cast')
        await panel.must('question.withdraw', { questionId, reason: 'A slip.' })
      },
    ],
  ]
  test.each(resting)('and stays otherwise: %s', async (why, name, make) => {
    await make()
    const seatId = (await body()).seats.find((seat) => seat.name === name)?.id
    expect(await refusal('body.remove-seat', { seatId })).toMatchObject({
      code: 'conflict',
      message: `${name} cannot be removed: ${why}.`,
      remedy: 'End the seat on a day instead.',
    })
  })

  test('a constituency with a seat stays, though the seat be over', async () => {
    await panel.must('body.change-seat', { seatId: panel.seat('V'), effectiveTo: '2016-11-30' })
    expect(
      await refusal('body.remove-constituency', { constituencyId: await constituency('Consumers') }),
    ).toMatchObject({
      code: 'conflict',
      message: 'Consumers cannot be removed: the seat Consumers V is in it.',
    })
    expect(await refusal('body.remove-constituency', { constituencyId: 'x' })).toMatchObject({
      code: 'not-found',
    })
    expect(await refusal('body.remove-seat', { seatId: 'x' })).toMatchObject({ code: 'not-found' })
  })
})
