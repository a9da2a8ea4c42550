import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { makeDesk, sha256Of } from './desk.ts'

describe('opening a paper', () => {
  test('gives the viewer the bytes that were filed, under the paper’s own name', async () => {
    const desk = await makeDesk()
    const paper = await desk.attach(await desk.itemId('Modification 0620'), 'Report – v1.pdf', 'the report')
    expect(await desk.must('paper.open', { paperId: paper.id })).toEqual({
      kind: 'opened',
      where: '',
      fileName: 'Report – v1.pdf',
    })
    expect(desk.viewed).toMatchObject([{ fileName: 'Report – v1.pdf', mediaType: 'application/pdf' }])
    expect(Buffer.from(desk.viewed[0]?.bytes ?? []).toString()).toBe('the report')
  })

  test('is refused where none was filed, where it is gone and where it was altered; the record stays', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const [listed] = await desk.papersOf(itemId)
    expect(await desk.refused('paper.open', { paperId: listed?.id ?? '' })).toBe('no-such-file')
    const paper = await desk.attach(itemId, 'a.pdf', 'as filed')
    const path = join(desk.papersFolder, sha256Of('as filed'))
    chmodSync(path, 0o644)
    writeFileSync(path, 'AS FILED')
    const altered = await desk.call('paper.open', { paperId: paper.id })
    expect(altered).toMatchObject({
      ok: false,
      error: {
        code: 'file-altered',
        message: 'The file of the paper “a” is not the one that was filed: somebody has changed it.',
        safe: 'The record of the paper is safe, and nothing was changed.',
        remedy: expect.stringContaining('Attach the same file again, which restores it'),
      },
    })
    rmSync(path)
    expect(await desk.call('paper.open', { paperId: paper.id })).toMatchObject({
      ok: false,
      error: { code: 'no-such-file', safe: expect.stringContaining('The record of the paper is safe') },
    })
    expect((await desk.papersOf(itemId)).at(-1)).toEqual(paper)
    expect(desk.viewed).toEqual([])
  })

  test('works again once the same file is attached again; what was altered is set aside, not lost', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const paper = await desk.attach(itemId, 'a.pdf', 'as filed')
    const sha256 = sha256Of('as filed')
    const path = join(desk.papersFolder, sha256)
    const { entries } = await desk.must('history.list', { limit: 1 })
    chmodSync(path, 0o644)
    writeFileSync(path, 'AS FILED')
    expect(await desk.must('paper.attach', { paperId: paper.id })).toMatchObject({ outcome: 'restored' })
    expect(desk.keptText(sha256)).toBe('as filed')
    expect(desk.kept().find((name) => name.startsWith(`${sha256}.altered-`))).toBeDefined()
    rmSync(path)
    expect(await desk.must('paper.attach', { paperId: paper.id })).toMatchObject({ outcome: 'restored' })
    expect((await desk.must('paper.open', { paperId: paper.id })).kind).toBe('opened')
    // Nothing in the record has changed, so there is nothing in the history.
    expect((await desk.must('history.list', { limit: 1 })).entries).toEqual(entries)
  })

  test('of a closed meeting a lost file can be brought back, and no other filed', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const paper = await desk.attach(itemId, 'a.pdf', 'as filed')
    const file = join(desk.papersFolder, sha256Of('as filed'))
    await desk.must('meeting.open', { meetingId: desk.meetingId })
    await desk.must('meeting.close', { meetingId: desk.meetingId })
    rmSync(file)
    expect(await desk.must('paper.attach', { paperId: paper.id })).toMatchObject({ outcome: 'restored' })
    desk.lay('b.pdf', 'another')
    expect(await desk.refused('paper.attach', { paperId: paper.id })).toBe('meeting-closed')
    expect(await desk.refused('paper.attach', { itemId })).toBe('meeting-closed')
    expect((await desk.papersOf(itemId)).at(-1)).toEqual(paper)
  })
})

test('what a foreign book calls a document is not opened where it is none, and its name leads nowhere', async () => {
  const desk = await makeDesk()
  const itemId = await desk.itemId('Modification 0620')
  const paper = await desk.attach(itemId, 'a.pdf', 'as filed')
  const forge = async (column: 'file_name' | 'sha256', value: string) => {
    await desk.core.close()
    const db = new DatabaseSync(desk.book)
    db.prepare(`UPDATE paper SET ${column} = ? WHERE id = ?`).run(value, paper.id)
    db.close()
    await desk.core.openBook(desk.book)
  }
  await forge('file_name', 'a.pdf.exe')
  expect(await desk.refused('paper.open', { paperId: paper.id })).toBe('not-available')
  expect(desk.viewed).toEqual([])
  await forge('file_name', '../../etc/\u202Eevil.pdf')
  await desk.must('paper.open', { paperId: paper.id })
  expect(desk.viewed[0]?.fileName).toBe('etc evil.pdf')
  // What is no hash is no file that is kept: nothing of the sort is looked at.
  await forge('sha256', '../../../../../../dev/zero')
  expect(await desk.refused('paper.open', { paperId: paper.id })).toBe('no-such-file')
  expect((await desk.must('paper.check', { meetingId: desk.meetingId })).sentence).toBe(
    'No paper of this meeting has a file.',
  )
  expect(desk.viewed).toHaveLength(1)
})

test('the check says of each file whether it is there and as it was filed', async () => {
  const desk = await makeDesk()
  const itemId = await desk.itemId('Modification 0620')
  const check = () => desk.must('paper.check', { meetingId: desk.meetingId })
  expect((await check()).sentence).toBe('No paper of this meeting has a file.')
  const [good, gone, changed] = [
    await desk.attach(itemId, 'good.pdf'),
    await desk.attach(itemId, 'gone.pdf'),
    await desk.attach(itemId, 'changed.pdf'),
  ]
  expect((await check()).sentence).toBe('All 3 files are there, as they were filed.')
  rmSync(join(desk.papersFolder, gone.sha256 ?? ''))
  chmodSync(join(desk.papersFolder, changed.sha256 ?? ''), 0o644)
  writeFileSync(join(desk.papersFolder, changed.sha256 ?? ''), 'other')
  const { papers, sentence } = await check()
  expect(sentence).toBe('Of 3 files: 1 missing, 1 altered.')
  const stateOf = (id: string) => papers.find(({ paperId }) => paperId === id)?.state
  expect([good, gone, changed].map(({ id }) => stateOf(id))).toEqual(['present', 'missing', 'altered'])
  expect(papers.filter(({ state }) => state === 'none')).toHaveLength(5)
  expect(readdirSync(desk.papersFolder)).toHaveLength(2)
})
