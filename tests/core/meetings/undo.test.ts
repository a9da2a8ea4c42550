import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls } from '../../../core/contract/calls.ts'
import { everyRow } from '../../support/every-row.ts'
import { book, openTheBook, type Inputs } from './undo-book.ts'
import { meetingInputs } from './undo-meeting-inputs.ts'
import { voteInputs } from './undo-vote-inputs.ts'

beforeAll(openTheBook)
afterAll(() => book.close())

const everything = () => everyRow(book.book)

async function restart(): Promise<void> {
  await book.core.close()
  await book.core.openBook(book.book)
}

/**
 * An input for each command of the contract, of which the sample’s open meeting is changed. A command of the contract
 * without an entry does not compile.
 */
const inputs: Inputs = { ...meetingInputs, ...voteInputs }

const send = (name: string, input: unknown, requestId: string) =>
  book.core.call({ name, input, requestId }, { actor: 'Secretary' })

test.each(Object.entries(inputs))(
  '%s is undone whole after a restart, redone, and done once however often it is sent',
  async (name, makeInput) => {
    const input = await makeInput()
    const before = everything()
    book.setNow('2016-12-15T10:45:00.000+00:00')
    const requestId = v7()
    const answer = await send(name, input, requestId)
    expect(answer).toMatchObject({ ok: true })
    const after = everything()
    expect(after).not.toEqual(before)
    const { undo } = await book.must('history.state', {})
    expect(undo).not.toBe(name)

    await restart()
    expect(await send(name, input, requestId)).toEqual(answer)
    expect(everything()).toEqual(after)
    expect(await book.must('history.undo', {})).toMatchObject({ summary: undo, state: { redo: undo } })
    expect(everything()).toEqual(before)
    await restart()
    await book.must('history.redo', {})
    expect(everything()).toEqual(after)
    await book.must('history.undo', {})
    expect(everything()).toEqual(before)
  },
)

test('every command of the contract was tried', () => {
  const commands = Object.entries(calls)
    .filter(([name, { kind }]) => kind === 'command' && !name.startsWith('history.'))
    .map(([name]) => name)
  expect(Object.keys(inputs).sort()).toEqual(commands.sort())
})

test('the history of all that is whole', async () => {
  expect(await book.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
})

test('what was undone is cleared by a new change, and the history keeps both', async () => {
  await book.must('note.write', await inputs['note.write']())
  await book.must('history.undo', {})
  await book.must('person.add', await inputs['person.add']())
  expect(await book.refused('history.redo', {})).toBe('nothing-to-undo')
  const { entries } = await book.must('history.list', { limit: 3 })
  expect(entries.map(({ summary, isUndone }) => [summary, isUndone])).toEqual([
    ['NN Shipper representative 6 added', false],
    ['Undone: note on 0620', false],
    ['note on 0620', true],
  ])
})
