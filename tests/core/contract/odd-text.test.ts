import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/** Letters of every script, signs of two parts, and words from right to left: they are text like any other. */
const odd = 'Größe Ōsaka שלום, מרحبا! 👩‍⚖️🗳️ 𝔘𝔫𝔠 e\u0301'

describe('text that nobody foresaw', () => {
  let test: TestCore
  const ids = { meeting: '', item: '', body: '', person: '' }
  beforeAll(async () => {
    test = await makeCore({ sample: true })
    const { meetings } = await test.must('meeting.list', {})
    const meeting = meetings.find(({ number }) => number === '199')
    ids.meeting = meeting?.id ?? ''
    ids.body = meeting?.body.id ?? ''
    const { agenda, room } = await test.must('meeting.read', { meetingId: ids.meeting })
    ids.item = agenda[0]?.id ?? ''
    ids.person = room.attendees[0]?.personId ?? ''
  })
  afterAll(() => test.close())

  /** The fields that a refusal names, and whether nothing has changed by it. */
  async function refusedAt(name: string, input: unknown): Promise<(string | undefined)[]> {
    const before = await test.must('history.state', {})
    const answer = await test.core.call({ name, input }, { actor: 'Secretary' })
    expect((await test.must('history.state', {})).seq).toBe(before.seq)
    return answer.ok ? ['nothing'] : (answer.error.fields ?? []).map(({ field }) => field)
  }

  const places = [
    ['agenda.add', 'title', () => ({ meetingId: ids.meeting })],
    ['meeting.change', 'place', () => ({ meetingId: ids.meeting })],
    ['meeting.adjourn', 'reason', () => ({ meetingId: ids.meeting })],
    ['agenda.set-outcome', 'reason', () => ({ itemId: ids.item, outcome: 'deferred' })],
    ['action.add-line', 'line', () => ({ itemId: ids.item })],
    ['action.add', 'text', () => ({ itemId: ids.item, bodyId: ids.body })],
    ['person.add', 'name', () => ({ initials: 'ZZ', organisation: '' })],
    ['person.add', 'initials', () => ({ name: 'Somebody', organisation: '' })],
  ] as const
  it.each(places)('%s refuses 100,000 characters as its %s', async (name, field, others) => {
    expect(await refusedAt(name, { ...others(), [field]: 'x'.repeat(100_000) })).toEqual([field])
  })

  it.each([
    ['agenda.add', 'title', () => ({ meetingId: ids.meeting })],
    ['action.add-line', 'line', () => ({ itemId: ids.item })],
    ['person.add', 'name', () => ({ initials: 'ZZ', organisation: '' })],
  ] as const)('%s refuses control characters in its %s', async (name, field, others) => {
    for (const control of ['\u0000', '\u001B[31m', '\n', '\u0085'])
      expect(await refusedAt(name, { ...others(), [field]: `one${control}two` })).toEqual([field])
  })

  it('initials are letters and digits of any script, and nothing else', async () => {
    for (const initials of ['👩‍⚖️', 'A B', 'A-B', '\u202EAB'])
      expect(await refusedAt('person.add', { name: 'Somebody', initials, organisation: '' })).toEqual([
        'initials',
      ])
    expect(await test.must('person.add', { name: odd, initials: 'שב', organisation: odd })).toMatchObject({
      name: odd,
      initials: 'שב',
    })
  })

  it('comes back letter by letter, and stands in the documents', async () => {
    const { itemId } = await test.must('agenda.add', { meetingId: ids.meeting, title: odd, presenter: odd })
    const line = `"${odd}" to write ${odd} by 12 Jan`
    const added = await test.must('action.add-line', { itemId, line })
    expect(added).toMatchObject({ text: `Write ${odd}`, owners: [{ name: odd }], dueOn: '2017-01-12' })
    expect(await test.must('action.change-line', { actionId: added.id, line: added.line })).toEqual(added)
    await test.must('agenda.set-outcome', { itemId, outcome: 'deferred', reason: odd })
    await test.must('note.write', { itemId, text: `${odd}\n\n${odd}` })
    const { agenda } = await test.must('meeting.read', { meetingId: ids.meeting })
    expect(agenda.find(({ id }) => id === itemId)).toMatchObject({ title: odd, outcomeReason: odd })
    for (const format of ['md', 'html'] as const) {
      await test.must('document.export', { document: 'minutes', format, meetingId: ids.meeting })
      const words = new TextDecoder().decode(test.delivered.at(-1)?.bytes).replaceAll('\\', '')
      expect(words.split(odd).length - 1, format).toBeGreaterThanOrEqual(6)
    }
    expect(await test.must('history.verify', {})).toMatchObject({ isSound: true })
  })
})
