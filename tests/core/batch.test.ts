import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runBatch, type BatchStep } from '../../core/batch.ts'
import { fillIn } from '../../core/batch-references.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import { makeCore, type TestCore } from '../support/make-core.ts'

let book: TestCore
/** Where the history of a fresh book stands. */
let start: number
beforeEach(async () => {
  book = await makeCore()
  start = await seq()
})
afterEach(() => book.close())

async function run(...lines: unknown[]): Promise<{ steps: BatchStep[]; refusal?: PanelbookError }> {
  const steps: BatchStep[] = []
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  try {
    await runBatch(texts, (request) => book.core.call(request, { actor: 'Script' }), {
      onStep: (step) => steps.push(step),
    })
  } catch (error) {
    if (error instanceof PanelbookError) return { steps, refusal: error }
    throw error
  }
  return { steps }
}
const seq = async () => (await book.must('history.state', {})).seq
const add = (initials: string) => ({ call: 'person.add', input: { name: `Person ${initials}`, initials } })

describe('a batch speaks of earlier results', () => {
  const named = new Map<string, unknown>([
    [
      'body',
      {
        id: 'b1',
        votes: 13,
        seats: [
          { id: 's1', name: 'Shipper 1', in: { short: 'S' } },
          { id: 's2', name: 'Consumers’ rep. 2', in: { short: 'C' } },
          { id: 's3', name: 'Shipper 3', in: { short: 'S' } },
        ],
      },
    ],
  ])
  it.each([
    ['$body.id', 'b1'],
    ['$body.votes', 13],
    ['$body.seats.1.id', 's2'],
    ['$body.seats[name=Shipper 1].id', 's1'],
    ['$body.seats[name=Consumers’ rep. 2].id', 's2'],
    ['$body.seats[in.short=C].name', 'Consumers’ rep. 2'],
    ['$100', '$100'],
    ['costs $body.id', 'costs $body.id'],
    ['$body and soul', '$body and soul'],
    ['', ''],
  ])('%j is %j', (text, value) => {
    expect(fillIn({ deep: [text] }, named)).toEqual({ deep: [value] })
  })
  it.each([
    ['$nobody.id', 'no earlier line was kept under that name'],
    ['$body.name', 'the earlier result has no "name"'],
    ['$body.constructor', 'the earlier result has no "constructor"'],
    ['$body.seats[name=Shipper 2].id', 'no element of the list has name=Shipper 2'],
    ['$body.seats[in.short=S].id', '2 elements of the list have in.short=S'],
    ['$body[name=x]', '[name=x] stands behind something that is no list'],
    ['$body.seats[1].id', 'what follows "$body.seats" is no path'],
    ['$body.', 'what follows "$body" is no path'],
  ])('%j is refused: %s', (text, problem) => {
    expect(() => fillIn(text, named)).toThrow(problem)
  })
})

describe('what is wrong whatever the book holds', () => {
  it.each([
    ['no JSON', '{"call"', 'bad-input', 'line 3: line: is not JSON'],
    ['no object', [], 'bad-input', 'line 3: line: must be an object'],
    [
      'a field of the line',
      { call: 'person.list', inputs: {} },
      'bad-input',
      'inputs: there is no such field',
    ],
    [
      'a call',
      { call: 'person.ad', input: {} },
      'unknown-call',
      'line 3: There is no call named "person.ad"',
    ],
    ['a name', { ...add('CD'), as: 'c d' }, 'bad-input', 'line 3: as: must be a name'],
    ['a time', { ...add('CD'), at: '2017-01-01T00:00:00Z' }, 'bad-input', 'line 3: at: only the sample'],
    [
      'an earlier result',
      { call: 'body.read', input: { bodyId: '$body.id' } },
      'bad-input',
      'line 3: $body.id: no earlier line',
    ],
    [
      'a field left out',
      { call: 'person.add', input: { name: 'C' } },
      'bad-input',
      'line 3: person.add: initials: expected string',
    ],
    [
      'a value beside a reference',
      { call: 'person.change', input: { personId: '$ab.id', initials: '' } },
      'bad-input',
      'line 3: person.change: initials: must not be empty',
    ],
    [
      'a field beside a reference',
      { call: 'person.change', input: { personId: '$ab.id', phone: '1' } },
      'bad-input',
      'line 3: person.change: phone: there is no such field',
    ],
  ])('is refused before the first line: %s', async (_what, line, code, message) => {
    const { steps, refusal } = await run({ ...add('AB'), as: 'ab' }, '', line, add('EF'))
    expect(refusal).toMatchObject({ code, safe: 'Nothing was changed.' })
    expect(refusal?.message).toContain(message)
    expect(steps).toEqual([])
    expect(await seq()).toBe(start)
  })
  it('does not take a reference for a value of the wrong kind', async () => {
    const { refusal, steps } = await run(
      { ...add('AB'), as: 'ab' },
      { call: 'person.change', input: { personId: '$ab.id', name: '$ab.initials' } },
    )
    expect(refusal).toBeUndefined()
    expect(steps.at(-1)?.value).toMatchObject({ name: 'AB', initials: 'AB' })
  })
})

describe('what the book refuses', () => {
  it('stops there: the lines before it stand, of its own nothing does', async () => {
    const { steps, refusal } = await run(
      { call: 'body.create', input: { profile: 'generic-committee' }, as: 'body' },
      { ...add('AB'), as: 'ab' },
      {
        call: 'body.add-member',
        input: {
          bodyId: '$body.id',
          personId: '$ab.id',
          role: 'member',
          seatId: '$body.seats[name=Member 9].id',
        },
      },
      add('CD'),
    )
    expect(refusal).toMatchObject({ code: 'bad-input', safe: 'The lines before it were carried out.' })
    expect(refusal?.fields).toEqual([
      { field: '$body.seats[name=Member 9].id', problem: 'no element of the list has name=Member 9' },
    ])
    expect(steps.map(({ line }) => line)).toEqual([1, 2])
    expect((await book.must('person.list', {})).people).toMatchObject([{ initials: 'AB' }])
    expect(await seq()).toBe(start + 2)
  })
  it('says that nothing was changed where it is the first', async () => {
    const { refusal } = await run({
      call: 'body.read',
      input: { bodyId: '01890a5d-ac96-774b-bcce-b302099a8057' },
    })
    expect(refusal).toMatchObject({ code: 'not-found', safe: 'Nothing was changed.' })
  })
})
