import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from '../../../core/contract/calls.ts'
import type { CallDefinition } from '../../../core/contract/define.ts'
import { errorCodes } from '../../../core/contract/errors.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let test: TestCore
const state = async () => (await test.must('history.state', {})).lastHash

beforeAll(async () => {
  test = await makeCore({ sample: true })
})
afterAll(async () => {
  await test.close()
})

const names = Object.entries(calls) as [string, CallDefinition][]
const changing = names.filter(([, call]) => call.kind === 'command' || call.kind === 'query')
const hostile = fc.oneof(
  fc.constant(null),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}') as unknown),
  fc.constant({ id: 'x'.repeat(1_000_000) }),
  fc.constant(Array.from({ length: 2000 }).reduce<unknown>((inner) => [inner], 'deep')),
  fc.anything({ maxDepth: 4, withNullPrototype: true, withBigInt: false }),
)

describe('malformed calls', () => {
  it.each([['nonsense'], [''], ['__proto__'], ['constructor'], ['vote.'], ['toString']])(
    'refuses the unknown name %j',
    async (name) => {
      expect(await test.refused(name, {})).toBe('unknown-call')
    },
  )

  it.each(changing)('%s refuses an extra key and names it', async (name) => {
    const before = await state()
    const answer = await test.core.call({ name, input: { surplusKey: 1 } }, { actor: 'Secretary' })
    expect(answer.ok).toBe(false)
    if (answer.ok) return
    expect(answer.error.code).toBe('bad-input')
    expect(answer.error.fields?.map((problem) => problem.field)).toContain('surplusKey')
    expect(await state()).toBe(before)
  })

  it('answers anything at all with a typed refusal and leaves the book as it was', async () => {
    const before = await state()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...changing), hostile, async ([name, call], input) => {
        if (call.input.safeParse(input ?? {}).success) return
        const answer = await test.core.call({ name, input }, { actor: 'Secretary' })
        expect(answer.ok).toBe(false)
        if (!answer.ok) {
          expect(Object.keys(errorCodes)).toContain(answer.error.code)
          expect(answer.error.code).not.toBe('internal')
          expect(answer.error.message).not.toBe('')
        }
      }),
      { numRuns: 1500 },
    )
    expect(await state()).toBe(before)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  }, 60_000)

  it('refuses ids of nothing with not-found, not with a fault', async () => {
    for (const [name, input] of [
      ['meeting.read', { meetingId: 'nothing' }],
      ['agenda.read', { itemId: 'nothing' }],
      ['vote.record', { questionId: 'nothing', seatId: 'x', value: 'for' }],
      ['note.write', { itemId: 'nothing', text: 'x' }],
      ['action.close', { actionId: 'nothing', update: 'x' }],
      ['proposal.read', { proposalId: 'nothing' }],
      ['body.read', { bodyId: 'nothing' }],
    ] as const) {
      expect(await test.refused(name, input), name).toBe('not-found')
    }
  })
})
