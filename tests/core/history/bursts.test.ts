import { afterEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { continuesBurst, type BurstEntry } from '../../../core/history/bursts.ts'
import { takeBack } from '../../../core/history/take-back.ts'
import { openStore } from '../../../db/open.ts'
import type { Store } from '../../../db/store-types.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

const entry = (more: Partial<BurstEntry> = {}): BurstEntry => ({
  seq: 10,
  at: '2016-12-15T10:00:10.000+00:00',
  device: 'laptop',
  command: 'note.write',
  input: { itemId: 'i1', text: 'x' },
  ...more,
})

describe('continuesBurst', () => {
  const previous = entry()
  it.each<[boolean, string, Partial<BurstEntry>]>([
    [true, 'the next save', { at: '2016-12-15T10:00:10.700+00:00' }],
    [true, 'one that came a short pause later', { seq: 13, at: '2016-12-15T10:00:15.000+00:00' }],
    [true, 'the same instant of another time zone', { at: '2016-12-15T11:00:11.000+01:00' }],
    [false, 'after a longer pause', { at: '2016-12-15T10:00:15.001+00:00' }],
    [false, 'in another minute', { at: '2016-12-15T10:01:00.000+00:00' }],
    [false, 'another note', { input: { itemId: 'i2', text: 'x' } }],
    [false, 'another laptop', { device: 'other' }],
    [false, 'another command', { command: 'action.add', input: { itemId: 'i1' } }],
    [false, 'itself', { seq: 10 }],
    [false, 'one before it', { seq: 9 }],
  ])('%s: %s', (continues, _name, more) => {
    expect(continuesBurst(entry({ seq: 11, ...more }), previous)).toBe(continues)
  })

  it('is of notes only', () => {
    const action = { command: 'action.add', input: { itemId: 'i1' } }
    expect(continuesBurst(entry({ seq: 11, ...action }), entry(action))).toBe(false)
  })
})

describe('a burst of typing', () => {
  let panel: Panel
  afterEach(() => panel.close())

  async function typed(words: string): Promise<void> {
    panel = await makePanel()
    await panel.openMeeting()
    let second = 0
    for (let end = 1; end <= words.length; end += 1) {
      panel.setNow(at((second += 1)))
      await panel.must('note.write', { itemId: panel.items.other, text: words.slice(0, end) })
    }
  }
  const at = (second: number) => `2016-12-15T10:30:${String(second).padStart(2, '0')}.000+00:00`
  const note = async () => (await panel.item(panel.items.other)).note.text
  const step = (name: 'history.undo' | 'history.redo', requestId = v7()) =>
    panel.core.call({ name, input: {}, requestId }, { actor: 'Secretary' })
  const list = async () => (await panel.must('history.list', { limit: 500 })).entries

  it('is one step of undo and one of redo, each change an entry of its own', async () => {
    await typed('abcd')
    const before = (await panel.must('history.state', {})).seq
    expect((await panel.must('history.state', {})).undo).toMatch(/^note on /)
    const pushes = panel.pushes.length

    const undone = await panel.must('history.undo', {})
    expect(await note()).toBe('')
    expect(undone.summary).toMatch(/^note on /)
    expect(undone.state).toMatchObject({ seq: before + 4, redo: undone.summary })
    expect(undone.state.undo).not.toMatch(/^note on /)
    expect((await list()).slice(0, 4).map(({ undoes }) => undoes)).toEqual([
      before - 3,
      before - 2,
      before - 1,
      before,
    ])
    expect(panel.pushes.length).toBe(pushes + 1)

    await panel.must('history.redo', {})
    expect(await note()).toBe('abcd')
    expect((await panel.must('history.state', {})).redo).toBeNull()
    await panel.must('history.undo', {})
    expect(await note()).toBe('')
    await panel.must('history.redo', {})
    expect(await note()).toBe('abcd')
    expect((await panel.must('history.verify', {})).isSound).toBe(true)
  })

  it('ends with a pause, with another note, and with whatever else is done', async () => {
    await typed('ab')
    const { one, other } = panel.items
    panel.setNow(at(20))
    await panel.must('note.write', { itemId: other, text: 'ab, later' })
    panel.setNow(at(21))
    await panel.must('note.write', { itemId: one, text: 'elsewhere' })
    panel.setNow(at(22))
    await panel.must('action.add', { itemId: other, text: 'Between', owners: [] })
    panel.setNow(at(23))
    await panel.must('note.write', { itemId: other, text: 'ab, later!' })
    const words: string[] = []
    for (let count = 0; count < 5; count += 1) {
      await panel.must('history.undo', {})
      words.push(await note())
    }
    expect(words).toEqual(['ab, later', 'ab, later', 'ab, later', 'ab', ''])
    for (let count = 0; count < 5; count += 1) await panel.must('history.redo', {})
    expect(await note()).toBe('ab, later!')
  })

  it('goes on over a save that changed nothing, such as a blank at the end', async () => {
    await typed('so so')
    await panel.must('history.undo', {})
    expect(await note()).toBe('')
  })

  it('of many saves is taken back in a step that is answered alike when it is asked again', async () => {
    await typed('abc')
    const requestId = v7()
    const first = await step('history.undo', requestId)
    const pushes = panel.pushes.length
    expect(await step('history.undo', requestId)).toEqual(first)
    expect(panel.pushes.length).toBe(pushes)
    // Also after something else was done, which it leaves alone.
    panel.setNow(at(12))
    await panel.must('note.write', { itemId: panel.items.other, text: 'new' })
    await step('history.undo', requestId)
    expect(await note()).toBe('new')
  })

  it('that was redone is not taken back by the old request', async () => {
    await typed('abc')
    const [undo, redo] = [v7(), v7()]
    await step('history.undo', undo)
    await step('history.redo', redo)
    await step('history.undo', undo)
    await step('history.redo', redo)
    expect(await note()).toBe('abc')
  })

  /** The book as a crash leaves it when the step came as far as `count` entries. */
  async function crashedAfter(
    count: number,
    name: 'history.undo' | 'history.redo',
    requestId: string,
  ): Promise<void> {
    await panel.core.close()
    const store = openStore(panel.book, {
      migrations: panel.ports.places.migrations,
      now: panel.ports.clock.now,
    })
    let left = count
    const dying: Store = Object.create(store, {
      undo: { value: (request: never) => (left-- > 0 ? store.undo(request) : die()) },
      redo: { value: (request: never) => (left-- > 0 ? store.redo(request) : die()) },
    }) as Store
    const die = (): never => {
      throw new Error('the machine stopped')
    }
    expect(() => takeBack(dying, name, { requestId, actor: 'Secretary', at: at(30) })).toThrow('stopped')
    store.close()
    await panel.core.openBook(panel.book)
  }

  it.each([1, 2, 3])('of which a crash left %i undone is undone by the next step', async (count) => {
    await typed('abcd')
    await crashedAfter(count, 'history.undo', v7())
    expect(await note()).toBe('abcd'.slice(0, 4 - count))
    await step('history.undo')
    expect(await note()).toBe('')
    await step('history.redo')
    expect(await note()).toBe('abcd')
  })

  it.each([1, 2, 3])(
    'of which a crash left %i undone is undone when the request is repeated',
    async (count) => {
      await typed('abcd')
      const requestId = v7()
      await crashedAfter(count, 'history.undo', requestId)
      await step('history.undo', requestId)
      expect(await note()).toBe('')
      await step('history.undo', requestId)
      expect(await note()).toBe('')
      const redo = v7()
      await crashedAfter(count, 'history.redo', redo)
      expect(await note()).toBe('abcd'.slice(0, count))
      await step('history.redo', redo)
      expect(await note()).toBe('abcd')
    },
  )
})
