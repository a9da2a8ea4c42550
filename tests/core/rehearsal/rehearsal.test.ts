import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vacuumInto } from '../../../db/snapshot-file.ts'
import { createCore } from '../../../core/create-core.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
beforeAll(async () => {
  book = await makeCore({ sample: true, now: '2016-12-15T10:30:00.000+00:00' })
})
beforeEach(async () => {
  await book.core.close()
  await book.core.openBook(book.book)
})
afterAll(() => book.close())

const rehearsals = () => join(book.ports.places.data, 'rehearsals')
const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const bytes = () => [hash(book.book), existsSync(`${book.book}-wal`)]
const addPerson = (initials: string) => book.must('person.add', { name: `Person ${initials}`, initials })
const names = async () => (await book.must('person.list', {})).people.map(({ name }) => name)
const open = async () => (await book.must('book.state', {})).book
const meetingId = async () => {
  const { meetings } = await book.must('meeting.list', { state: 'planned', form: 'meeting' })
  return meetings.find(({ number }) => number === '199')?.id ?? ''
}
/** The book as it was left: its last entry, and that its history is whole. */
const left = async () => {
  const { seq, lastHash } = await book.must('history.state', {})
  return { seq, lastHash, isSound: (await book.must('history.verify', {})).isSound }
}

describe('a rehearsal', () => {
  it('is a copy of the book that says what it is, and leaves the book alone', async () => {
    const before = { ...(await open()), ...(await left()) }
    await addPerson('QA')
    const kept = await left()
    const begun = await book.must('rehearsal.begin', { meetingId: await meetingId() })
    expect(begun.book).toMatchObject({
      name: before.name,
      isRehearsal: true,
      rehearses: before.name,
      isReadOnly: false,
    })
    expect(begun.book?.lineageId).toMatch(/^rehearsal-/)
    expect(begun.book?.folder).toBe(join(rehearsals(), readdirSync(rehearsals())[0] ?? ''))
    expect(begun.recent).toEqual((await book.must('book.state', {})).recent)
    expect(begun.recent.map(({ folder }) => folder)).not.toContain(begun.book?.folder)

    const asLeft = bytes()
    expect(asLeft[1], 'the book itself is closed').toBe(false)
    await addPerson('QB')
    await book.must('meeting.open', { meetingId: await meetingId() })
    expect(await names()).toEqual(expect.arrayContaining(['Person QA', 'Person QB']))
    expect(await book.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(bytes()).toEqual(asLeft)

    const ended = await book.must('rehearsal.end', {})
    expect(ended).toMatchObject({
      discarded: 2,
      words: 'The rehearsal is over; 2 changes were discarded. This is the book again.',
      state: { book: { lineageId: before.lineageId, isRehearsal: false, rehearses: null } },
    })
    expect(existsSync(rehearsals()), 'nothing of it is left').toBe(false)
    expect(await left()).toEqual(kept)
    expect(await names()).not.toContain('Person QB')
  })

  it('is not begun within a rehearsal, nor of a meeting that is closed or not there', async () => {
    expect(await book.refused('rehearsal.end', {})).toBe('not-available')
    expect(await book.refused('rehearsal.begin', { meetingId: 'nothing' })).toBe('not-found')
    const id = await meetingId()
    await book.must('rehearsal.begin', {})
    expect(await book.call('rehearsal.begin', {})).toMatchObject({
      ok: false,
      error: {
        code: 'not-available',
        message: 'A rehearsal cannot be begun in a rehearsal: nothing of it is kept.',
      },
    })
    await book.must('meeting.open', { meetingId: id })
    await book.must('rehearsal.end', {})
    expect((await book.must('meeting.read', { meetingId: id })).state).toBe('planned')
  })

  it('sends nothing out and leaves nothing in the settings', async () => {
    await book.must('rehearsal.begin', {})
    const settings = readFileSync(join(book.ports.places.data, 'settings.json'), 'utf8')
    for (const [name, input] of [
      ['snapshot.publish', {}],
      ['snapshot.choose-folder', {}],
      ['snapshot.open', { snapshotId: 'any' }],
      ['snapshot.take-over', { snapshotId: 'any' }],
    ] as const) {
      const answer = await book.call(name, input as never)
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'not-available', remedy: 'End the rehearsal first.' },
      })
    }
    expect(readFileSync(join(book.ports.places.data, 'settings.json'), 'utf8')).toBe(settings)
  })

  it.each([
    ['closed', () => book.must('book.close', {})],
    ['left for another book', () => book.must('book.create', { name: 'Another' })],
    [
      'left for the book itself',
      async () => {
        const [own] = (await book.must('book.state', {})).recent
        await book.must('book.open-recent', { recentId: own?.recentId ?? '' })
      },
    ],
    ['ended with its process', () => book.core.close()],
  ])('is discarded when it is %s', async (_how, leave) => {
    const kept = await left()
    await book.must('rehearsal.begin', {})
    await addPerson('QC')
    await leave()
    expect(existsSync(rehearsals())).toBe(false)
    await book.core.openBook(book.book)
    expect(await left()).toEqual(kept)
  })

  it('goes on where the book cannot be opened again, and says why', async () => {
    await book.must('rehearsal.begin', {})
    const aside = `${book.book}.aside`
    renameSync(book.book, aside)
    expect(await book.refused('rehearsal.end', {})).toBe('no-such-file')
    expect(await open()).toMatchObject({ isRehearsal: true })
    renameSync(aside, book.book)
    await book.must('rehearsal.end', {})
  })

  it.each([
    ['a book that is read-only', () => book.core.openBook(book.book, { readOnly: true })],
    [
      'a snapshot',
      async () => {
        const snapshot = join(book.folder, 'snapshot.panelbook')
        vacuumInto(book.book, snapshot)
        await book.core.openBook(snapshot)
      },
    ],
  ])('of %s can be written in, and goes back to what it was', async (_what, openIt) => {
    await book.core.close()
    await openIt()
    const before = await open()
    expect(before).toMatchObject({ isReadOnly: true })
    await book.must('rehearsal.begin', {})
    expect(await open()).toMatchObject({ isReadOnly: false, isRehearsal: true, snapshotId: null })
    await addPerson('QD')
    await book.must('rehearsal.end', {})
    expect(await open()).toEqual(before)
  })

  it('that a crash has left behind is gone at the next start, and one that goes on is not', async () => {
    await book.must('rehearsal.begin', {})
    const [going] = readdirSync(rehearsals())
    const leftOver = join(rehearsals(), 'left-over')
    mkdirSync(join(leftOver, 'papers'), { recursive: true })
    writeFileSync(join(leftOver, 'book.panelbook'), 'half a book')
    const another = createCore(book.ports)
    expect(readdirSync(rehearsals())).toEqual([going])
    await another.close()
    await addPerson('QE')
  })

  it('keeps everything that comes to lie beside a book in its own folder', async () => {
    const begun = await book.must('rehearsal.begin', {})
    await addPerson('QF')
    const folder = begun.book?.folder ?? ''
    expect(readdirSync(folder).sort()).toEqual([
      'book.panelbook',
      'book.panelbook-shm',
      'book.panelbook-wal',
      'book.panelbook.ballast',
      'book.panelbook.lock',
      'rehearsal.lock',
    ])
    expect(readdirSync(dirname(folder))).toHaveLength(1)
  })

  it('refuses what a window sent to the book before it, and the book what was meant for the rehearsal', async () => {
    const real = (await open())?.lineageId ?? ''
    const practice = (await book.must('rehearsal.begin', {})).book?.lineageId ?? ''
    const add = (to: string, initials: string) =>
      book.core.call(
        { name: 'person.add', input: { name: 'Late', initials }, book: to },
        { actor: 'Secretary' },
      )
    expect(await add(real, 'QG')).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await add(practice, 'QH')).toMatchObject({ ok: true })
    await book.must('rehearsal.end', {})
    expect(await add(practice, 'QI')).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await names()).not.toContain('Late')
  })
})
