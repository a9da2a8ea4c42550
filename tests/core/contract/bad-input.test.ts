import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../../core/contract/errors.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** What a person or a script can get wrong. Each time: a stable code, a sentence, and nothing has changed. */

const mountedByRoot = 'only root may mount a disk to make it read-only'

function expectSentence(refusal: Refusal): void {
  expect(refusal.message).toMatch(/^\S.{10,}/)
  expect(`${refusal.message}${refusal.safe ?? ''}${refusal.remedy ?? ''}`).not.toMatch(
    /SQLITE|E[A-Z]{4,}|undefined is|\bat .*:\d+/,
  )
}

/** The history's end and whether the records still are what it says: nothing can change without showing here. */
async function stateOf(test: TestCore) {
  const { seq, lastHash } = await test.must('history.state', {})
  const { isSound } = await test.must('history.verify', {})
  return { seq, lastHash, isSound }
}

describe('a call that is wrong', () => {
  let test: TestCore
  let meetingId = ''
  let questionId = ''
  let present = { personId: '', seatId: '' }
  let absent = { personId: '', seatId: '' }

  beforeAll(async () => {
    test = await makeCore({ sample: true })
    const { meetings } = await test.must('meeting.list', {})
    meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
    const { room, agenda } = await test.must('meeting.open', { meetingId })
    const members = room.attendees.filter(({ capacity, seatId }) => capacity === 'member' && seatId !== null)
    const [last] = members.slice(-1)
    absent = { personId: last?.personId ?? '', seatId: last?.seatId ?? '' }
    present = { personId: members[0]?.personId ?? '', seatId: members[0]?.seatId ?? '' }
    const personIds = members.slice(0, -1).map(({ personId }) => personId)
    await test.must('attendance.record-many', { meetingId, personIds, presence: 'present' })
    const itemId = agenda.find(({ proposal }) => proposal !== null)?.id ?? ''
    const { questionKinds } = await test.must('agenda.read', { itemId })
    questionId = (await test.must('question.put', { itemId, kind: questionKinds[0]?.key ?? '' })).questionId
  })
  afterAll(() => test.close())

  async function expectRefused(name: string, input: unknown, code: string): Promise<Refusal> {
    const before = await stateOf(test)
    const answer = await test.core.call({ name, input }, { actor: 'Secretary' })
    if (answer.ok) throw new Error(`${name} was not refused`)
    expect(answer.error.code).toBe(code)
    expectSentence(answer.error)
    expect(await stateOf(test)).toEqual(before)
    expect(before.isSound).toBe(true)
    return answer.error
  }

  it('an unknown call', async () => {
    const { message } = await expectRefused('vote.recrod', {}, 'unknown-call')
    expect(message).toContain('vote.recrod')
  })
  it('an extra key is named', async () => {
    const input = { questionId, ...present, personId: undefined, value: 'for', colour: 'red' }
    const { fields } = await expectRefused('vote.record', input, 'bad-input')
    expect(fields?.map(({ field }) => field)).toContain('colour')
  })
  it('a wrong type, and a value that is not one of those that there are', async () => {
    const input = { questionId: 7, seatId: present.seatId, value: 'maybe' }
    const { fields } = await expectRefused('vote.record', input, 'bad-input')
    expect(fields?.map(({ field }) => field)).toEqual(['questionId', 'value'])
  })
  it('a missing field', async () => {
    await expectRefused('vote.record', { questionId, value: 'for' }, 'bad-input')
  })
  it('a vote for a person who is not in the room', async () => {
    const input = { questionId, seatId: absent.seatId, value: 'for' }
    const { message } = await expectRefused('vote.record', input, 'not-in-room')
    expect(message.length).toBeGreaterThan(20)
  })
  it('a vote for a seat of nobody', async () => {
    await expectRefused('vote.record', { questionId, seatId: 'nothing', value: 'for' }, 'not-found')
  })
  it('a meeting that is opened twice', async () => {
    await expectRefused('meeting.open', { meetingId }, 'already-exists')
  })
  it('names that only JavaScript knows', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) await expectRefused(name, {}, 'unknown-call')
    const input = JSON.parse('{"questionId":"x","seatId":"y","value":"for","__proto__":{"a":1}}') as unknown
    await expectRefused('vote.record', input, 'bad-input')
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
})

describe('a meeting that is closed', () => {
  let test: TestCore
  beforeAll(async () => {
    test = await makeCore({ sample: true, held: true })
  })
  afterAll(() => test.close())

  it('takes no vote, no arrival, no action and no note', async () => {
    const { meetings } = await test.must('meeting.list', {})
    const meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
    const { agenda, room } = await test.must('meeting.read', { meetingId })
    const items = await Promise.all(agenda.map(({ id }) => test.must('agenda.read', { itemId: id })))
    const item = items.find(({ questions }) => questions.length > 0)
    const question = item?.questions[0]
    const seatId = question?.round.positions[0]?.seatId ?? ''
    const personId = room.attendees[0]?.personId ?? ''
    const before = await stateOf(test)
    for (const [name, input] of [
      ['vote.record', { questionId: question?.id, seatId, value: 'against' }],
      ['vote.record-many', { questionId: question?.id, positions: [], rest: 'for' }],
      ['attendance.record', { meetingId, personId, presence: 'left' }],
      ['note.write', { itemId: item?.line.id, text: 'afterwards' }],
      ['question.put', { itemId: item?.line.id, kind: item?.questionKinds[0]?.key }],
      ['meeting.close', { meetingId }],
    ] as const) {
      const answer = await test.core.call({ name, input }, { actor: 'Secretary' })
      if (answer.ok) throw new Error(`${name} was not refused`)
      expect([name, answer.error.code]).toEqual([name, 'meeting-closed'])
      expectSentence(answer.error)
    }
    expect(await stateOf(test)).toEqual(before)
  })
})

describe('a file that cannot be opened', () => {
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

  async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
    const error = await work.then(
      () => new Error('it was not refused'),
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof PanelbookError)) throw error
    const refusal = error.toRefusal()
    expectSentence(refusal)
    return refusal
  }

  it('not a book, newer, damaged or missing: the file stays as it is and so does the open book', async () => {
    const test = await makeCore()
    const book = join(tempFolder(), 'book.panelbook')
    await test.core.createBook(book, { name: 'Other' })
    await test.core.openBook(test.book)
    const folder = tempFolder()
    const at = (name: string) => join(folder, `${name}.panelbook`)
    writeFileSync(at('text'), 'Minutes of the meeting. '.repeat(500))
    writeFileSync(at('empty'), '')
    copyFileSync(book, at('newer'))
    const newer = new Database(at('newer'))
    newer.pragma('user_version = 999')
    newer.close()
    copyFileSync(book, at('damaged'))
    writeFileSync(at('damaged'), readFileSync(at('damaged')).fill(0xff, 4096, 5 * 4096))
    const foreign = new Database(at('foreign'))
    foreign.exec('CREATE TABLE t (x)')
    foreign.close()
    mkdirSync(at('folder'))

    const before = await stateOf(test)
    for (const [name, code] of [
      ['text', 'not-a-book'],
      ['empty', 'not-a-book'],
      ['foreign', 'not-a-book'],
      ['folder', 'not-a-book'],
      ['newer', 'newer-book'],
      ['damaged', 'book-damaged'],
      ['missing', 'no-such-file'],
    ] as const) {
      const isFile = existsSync(at(name)) && name !== 'folder'
      const bytes = isFile ? digest(at(name)) : ''
      expect([name, (await refusalOf(test.core.openBook(at(name)))).code]).toEqual([name, code])
      const readOnly = await refusalOf(test.core.openBook(at(name), { readOnly: true }))
      expect([name, readOnly.code]).toEqual([name, code])
      if (isFile) expect(digest(at(name))).toBe(bytes)
    }
    // Only a damaged book was known as one, and locked before it was looked at.
    const beside = readdirSync(folder).filter((name) => !/^\w+\.panelbook$/.test(name))
    expect(beside.filter((name) => !name.startsWith('damaged.'))).toEqual([])
    expect((await test.must('book.state', {})).book?.name).toBe('Test')
    expect(await stateOf(test)).toEqual(before)
    await test.close()
  })

  it('in a folder that cannot be written to: refused, and byte for byte as it was', async (context) => {
    const disk = smallDisk('40m')
    if (disk === undefined) return context.skip(mountedByRoot)
    const test = await makeCore()
    const book = join(disk, 'book.panelbook')
    await test.core.createBook(book, { name: 'Read-only' })
    await test.core.openBook(test.book)
    const files = () => readdirSync(disk).map((name) => [name, digest(join(disk, name))])
    const before = files()
    execFileSync('mount', ['-o', 'remount,ro', disk])

    expect((await refusalOf(test.core.openBook(book))).code).toBe('read-only')
    const another = join(disk, 'another.panelbook')
    expect((await refusalOf(test.core.createBook(another, { name: 'Another' }))).code).toBe('read-only')
    expect((await test.must('book.state', {})).book?.name).toBe('Test')
    expect(files()).toEqual(before)
    await test.close()
  })

  it('a data folder that cannot be written to is told as such', async (context) => {
    const disk = smallDisk('1m')
    if (disk === undefined) return context.skip(mountedByRoot)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const test = await makeCore()
    test.ports.places.data = join(disk, 'data')
    for (const [name, input] of [
      ['book.create', { name: 'New' }],
      ['book.open-sample', {}],
    ] as const) {
      expect([name, await test.refused(name, input)]).toEqual([name, 'read-only'])
    }
    expect(readdirSync(disk)).toEqual([])
    await test.close()
  })
})
