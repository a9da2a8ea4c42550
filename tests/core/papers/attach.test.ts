import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepJob } from '../../../core/papers/keep-job.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { makeDesk, sha256Of } from './desk.ts'

describe('filing a paper', () => {
  test('keeps the file under its hash beside the book, and lists the paper with what is known of it', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const before = await desk.papersOf(itemId)
    desk.lay('0620_final report v2.PDF', 'final report')
    const filed = await desk.must('paper.attach', { itemId, reference: '199/4' })
    expect(filed.outcome).toBe('filed')
    const sha256 = sha256Of('final report')
    expect(await desk.papersOf(itemId)).toEqual([
      ...before,
      {
        id: filed.paperId,
        itemId,
        title: '0620 final report v2',
        reference: '199/4',
        receivedOn: '2016-12-15',
        isLate: true,
        lateAcceptance: '',
        needsAcceptance: true,
        lateWords: 'late, received Thu 15 Dec 2016; how that was accepted is not recorded',
        hasFile: true,
        fileName: '0620_final report v2.pdf',
        fileWords: 'PDF, 12 bytes',
        size: 12,
        sha256,
      },
    ])
    expect(desk.kept()).toEqual([sha256])
    expect(desk.keptText(sha256)).toBe('final report')
    expect(statSync(join(desk.papersFolder, sha256)).mode & 0o777).toBe(0o444)
  })

  test('is one entry of the history with name, hash and size; undo and redo keep the file', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const before = await desk.papersOf(itemId)
    const paper = await desk.attach(itemId, 'report.docx', 'the report')
    const { entries } = await desk.must('history.list', { limit: 1 })
    expect(entries[0]).toMatchObject({
      command: 'paper.attach',
      summary: 'paper “report” filed under 0620',
    })
    const undone = await desk.must('history.undo', {})
    expect(undone.summary).toBe('paper “report” filed under 0620')
    expect(await desk.papersOf(itemId)).toEqual(before)
    expect(desk.kept()).toEqual([sha256Of('the report')])
    await desk.must('history.redo', {})
    expect((await desk.papersOf(itemId)).at(-1)).toEqual(paper)
    expect((await desk.must('paper.open', { paperId: paper.id })).kind).toBe('opened')
    const verified = await desk.must('history.verify', {})
    expect(verified.isSound).toBe(true)
    expect(desk.pushes).toContainEqual(
      expect.objectContaining({ kind: 'changed', topics: ['items', 'agenda', 'history'] }),
    )
  })

  test('gives a listed paper its file; another one replaces it, and undo brings the first one back', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const [listed] = await desk.papersOf(itemId)
    const paperId = listed?.id ?? ''
    desk.lay('v1.pdf', 'one')
    expect(await desk.must('paper.attach', { paperId })).toMatchObject({ outcome: 'filed', paperId })
    expect((await desk.papersOf(itemId))[0]).toMatchObject({
      title: 'Modification 0620 v1.0',
      receivedOn: '2016-12-01',
      fileName: 'v1.pdf',
    })
    desk.lay('v2.pdf', 'two')
    expect(await desk.must('paper.attach', { paperId, title: 'Modification 0620 v2.0' })).toMatchObject({
      outcome: 'replaced',
    })
    expect((await desk.papersOf(itemId))[0]).toMatchObject({
      title: 'Modification 0620 v2.0',
      fileName: 'v2.pdf',
      sha256: sha256Of('two'),
    })
    await desk.must('history.undo', {})
    expect((await desk.papersOf(itemId))[0]).toMatchObject({ fileName: 'v1.pdf', sha256: sha256Of('one') })
    expect(desk.kept()).toEqual([sha256Of('one'), sha256Of('two')].toSorted())
  })

  test('keeps the same file once, under however many papers it is', async () => {
    const desk = await makeDesk()
    const [one, two] = [await desk.itemId('Modification 0620'), await desk.itemId('Modification 0621')]
    await desk.attach(one, 'joint.pdf', 'the same')
    await desk.attach(two, 'another name.pdf', 'the same')
    expect(desk.kept()).toEqual([sha256Of('the same')])
  })

  test('changes nothing when the dialog is cancelled', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const { entries } = await desk.must('history.list', { limit: 1 })
    desk.layNothing()
    expect(await desk.must('paper.attach', { itemId })).toEqual({
      outcome: 'cancelled',
      paperId: null,
      item: null,
    })
    expect((await desk.must('history.list', { limit: 1 })).entries).toEqual(entries)
    expect(existsSync(desk.papersFolder)).toBe(false)
  })
})

describe('what is no paper is refused, naming the field, and nothing is kept', () => {
  test('programs, documents with macros, pages, what has no ending, and an empty file', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const refusals: [string, string, RegExp][] = [
      ['setup.exe', 'MZ', /^setup\.exe is no document/],
      ['macro.docm', 'x', /^macro\.docm is no document/],
      ['page.html', '<script>', /^page\.html is no document/],
      ['README', 'x', /^README is no document/],
      ['.pdf', 'x', /is no document/],
      ['empty.pdf', '', /^The file is empty/],
    ]
    for (const [name, content, sentence] of refusals) {
      desk.lay(name, content)
      const answer = await desk.call('paper.attach', { itemId })
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'file' }] } })
      expect(answer.ok || answer.error.message).toMatch(sentence)
    }
    expect(existsSync(desk.papersFolder)).toBe(false)
    expect(await desk.papersOf(itemId)).toHaveLength(1)
  })

  test('a file that is too large, a folder, and one that is gone', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    truncateSync(desk.lay('large.pdf', 'x'), 100_000_001)
    expect(await desk.call('paper.attach', { itemId })).toMatchObject({
      error: {
        code: 'bad-input',
        message: 'The file is 100.0 MB; a paper may have 100.0 MB at the most.',
        fields: [{ field: 'file' }],
      },
    })
    const path = desk.lay('folder.pdf', 'x')
    rmSync(path)
    expect(await desk.refused('paper.attach', { itemId })).toBe('no-such-file')
    mkdirSync(path)
    expect(await desk.call('paper.attach', { itemId })).toMatchObject({
      error: { code: 'bad-input', message: 'What was chosen is no file.' },
    })
    expect(await desk.papersOf(itemId)).toHaveLength(1)
  })

  test('both an item and a paper, neither, and what is not in the book', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    desk.lay('a.pdf')
    expect(await desk.refused('paper.attach', {})).toBe('bad-input')
    expect(await desk.refused('paper.attach', { itemId, paperId: 'x' })).toBe('bad-input')
    expect(await desk.refused('paper.attach', { itemId: 'nobody' })).toBe('not-found')
    expect(await desk.refused('paper.attach', { paperId: 'nobody' })).toBe('not-found')
    expect(existsSync(desk.papersFolder)).toBe(false)
  })
})

test('a book that was opened meanwhile does not get the paper of another one', async () => {
  const other = await makeDesk()
  const desk = await makeDesk()
  const itemId = await desk.itemId('Modification 0620')
  desk.lay('a.pdf')
  await other.core.close()
  const asked = desk.call('paper.attach', { itemId })
  await desk.core.openBook(other.book)
  expect(await asked).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await desk.core.openBook(desk.book)
  expect(await desk.papersOf(itemId)).toHaveLength(1)
})

test('parts that a filing left when it was cut short are removed after a day', async () => {
  const desk = await makeDesk()
  const itemId = await desk.itemId('Modification 0620')
  await desk.attach(itemId, 'a.pdf', 'a')
  const old = join(desk.papersFolder, 'old.part')
  for (const path of [old, join(desk.papersFolder, 'fresh.part')]) writeFileSync(path, 'half')
  utimesSync(old, new Date(0), new Date(0))
  await desk.attach(itemId, 'b.pdf', 'b')
  expect(desk.kept()).toEqual([sha256Of('a'), sha256Of('b'), 'fresh.part'].toSorted())
})

test('a disk that has no room left is said, and nothing half is left on it', async ({ skip }) => {
  const disk = smallDisk('1m')
  if (disk === undefined) return skip('needs the right to mount a small disk')
  const from = join(tempFolder(), 'large.pdf')
  writeFileSync(from, Buffer.alloc(4_000_000))
  const folder = join(disk, 'papers')
  expect(() => keepJob({ from, folder }, () => undefined)).toThrow(
    expect.objectContaining({ code: 'disk-full' }),
  )
  expect(readdirSync(folder)).toEqual([])
})
