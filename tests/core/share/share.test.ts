import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { hashFile } from '../../../core/share/share-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { makeLaptop } from '../book/laptop.ts'
import { relations, twoLaptops } from './two-laptops.ts'

const patient = 60_000

describe('publishing', { timeout: patient }, () => {
  it('puts a checked copy and its manifest under new names, and raises the revision', async () => {
    const { share, ours } = twoLaptops()
    const { book } = await ours.must('book.create', { name: 'UNC Panel' })
    ours.addPerson('Erik F')
    const published = await ours.must('snapshot.publish', {})
    expect(published).toMatchObject({ revision: 1, isBranch: false, notice: '', folder: share })
    expect(readdirSync(share).toSorted()).toEqual([
      published.snapshotId.replace(/panelbook$/, 'json'),
      published.snapshotId,
    ])
    expect(hashFile(join(share, published.snapshotId))).toEqual({
      sha256: published.sha256,
      size: published.size,
    })
    const manifest = JSON.parse(
      readFileSync(join(share, published.snapshotId.replace(/panelbook$/, 'json')), 'utf8'),
    ) as Record<string, unknown>
    expect(manifest).toMatchObject({
      format: 1,
      book: 'UNC Panel',
      lineageId: book?.lineageId,
      revision: 1,
      parents: [],
      deviceId: book?.deviceId,
      person: 'EF',
      applicationVersion: '0.0.0-test',
      sha256: published.sha256,
      attachments: [],
    })
    expect(manifest['vector']).toHaveProperty([book?.deviceId ?? ''])
    expect(manifest['rowCounts']).toMatchObject({ person: 1, book: 1 })
    expect((await ours.must('book.state', {})).book?.revision).toBe(1)
    expect(ours.told).toContain('changed book,share')

    const second = await ours.must('snapshot.publish', {})
    expect(second.revision).toBe(2)
    const child = JSON.parse(
      readFileSync(join(share, second.snapshotId.replace(/panelbook$/, 'json')), 'utf8'),
    ) as Record<string, unknown>
    expect(child['parents']).toEqual([published.sha256])
    const { snapshots } = await ours.must('snapshot.list', {})
    expect(
      snapshots.map(({ revision, relation, person, book: name }) => [revision, relation, person, name]),
    ).toEqual([
      [2, 'same', 'EF', 'UNC Panel'],
      [1, 'older', 'EF', 'UNC Panel'],
    ])
    expect(readdirSync(join(ours.ports.places.data, 'snapshots'))).toEqual([])
  })

  it('cannot be undone, and leaves undo of what was before', async () => {
    const { ours } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    ours.addPerson('Erik F')
    await ours.must('snapshot.publish', {})
    expect(ours.workspace.store().undoable()?.command).toBe('person.add')
  })

  it('says what is missing: a folder, a share that is gone, a book that is only read', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    expect((await laptop.refused('snapshot.publish', {})).code).toBe('no-book-open')
    await laptop.must('book.create', { name: 'UNC Panel' })
    expect((await laptop.refused('snapshot.publish', {})).code).toBe('no-such-file')
    expect(await laptop.must('snapshot.list', {})).toEqual({ folder: null, snapshots: [] })
    laptop.answers.folder = join(tempFolder(), 'gone')
    expect((await laptop.refused('snapshot.choose-folder', {})).code).toBe('share-unreachable')
    const folder = tempFolder()
    laptop.answers.folder = folder
    expect(await laptop.must('snapshot.choose-folder', {})).toEqual({ folder })
    rmSync(folder, { recursive: true })
    const before = laptop.workspace.state().book?.revision
    expect((await laptop.refused('snapshot.publish', {})).code).toBe('share-unreachable')
    expect(laptop.workspace.state().book?.revision).toBe(before)
    mkdirSync(folder)
    laptop.answers.folder = null
    expect(await laptop.must('snapshot.choose-folder', {})).toEqual({ folder })
    const { snapshotId } = await laptop.must('snapshot.publish', {})
    await laptop.must('snapshot.open', { snapshotId })
    expect((await laptop.refused('snapshot.publish', {})).code).toBe('read-only')
  })

  it('keeps ten and the last of the day, and clears the parts that it left itself', async () => {
    const { share, ours } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    const first = await ours.must('snapshot.publish', {})
    const ownPart = `${first.snapshotId.replace('unc-panel.1.', 'unc-panel.9.')}.part`
    const foreignPart = `x.1.abcdefgh.${'0'.repeat(64)}.panelbook.part`
    for (const part of [ownPart, foreignPart, 'minutes.docx']) writeFileSync(join(share, part), 'half')
    for (let number = 0; number < 10; number++) await ours.must('snapshot.publish', {})
    const names = readdirSync(share)
    expect(names.filter((name) => name.endsWith('.panelbook'))).toHaveLength(10)
    expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(10)
    expect(names).not.toContain(ownPart)
    expect(names).toEqual(expect.arrayContaining([foreignPart, 'minutes.docx']))
  })
})

describe('a folder that does not answer', () => {
  it('is given up after seconds, but not once it has answered', async () => {
    vi.useFakeTimers()
    try {
      const laptop = makeLaptop({ data: tempFolder(), share: tempFolder() })
      let answersAfter = 0
      laptop.ports.share.run = (_job, { signal, onProgress }) =>
        new Promise((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('killed')))
          if (answersAfter === 0) return
          setTimeout(() => onProgress?.(0, 1, ''), answersAfter)
          setTimeout(() => resolve([] as never), 200_000)
        })
      const silent = laptop.refused('snapshot.list', {})
      await vi.advanceTimersByTimeAsync(15_001)
      expect((await silent).code).toBe('share-unreachable')
      answersAfter = 14_000
      const slow = laptop.must('snapshot.list', {})
      await vi.advanceTimersByTimeAsync(200_001)
      expect((await slow).snapshots).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('between two laptops', { timeout: patient }, () => {
  it('a book goes over, comes back, and is the same', async () => {
    const { ours, theirs } = twoLaptops()
    const first = await ours.must('book.create', { name: 'UNC Panel' })
    ours.addPerson('from us')
    const { snapshotId } = await ours.must('snapshot.publish', {})

    const read = await theirs.must('snapshot.open', { snapshotId })
    expect(read.book).toMatchObject({ isReadOnly: true, snapshotId, fileName: snapshotId })
    expect(read.book?.readOnlyReason).toBe(
      'It is revision 1, published by EF on Thu 15 Dec 2016: to be read, not changed.',
    )
    expect(() => theirs.addPerson('x')).toThrow(/read-only/)
    expect(read.recent).toEqual([])

    const taken = await theirs.must('snapshot.take-over', { snapshotId })
    expect(taken.book).toMatchObject({
      isReadOnly: false,
      snapshotId: null,
      lineageId: first.book?.lineageId,
    })
    expect(taken.book?.deviceId).not.toBe(first.book?.deviceId)
    expect(await relations(theirs)).toEqual(['same'])
    theirs.addPerson('from them')
    expect(theirs.people()).toEqual(['from them', 'from us'])
    expect(await relations(theirs)).toEqual(['older'])
    const back = await theirs.must('snapshot.publish', {})
    expect(back).toMatchObject({ revision: 2, isBranch: false })

    expect(await relations(ours)).toEqual(['newer', 'same'])
    const before = ours.workspace.current()?.path ?? ''
    await ours.must('snapshot.take-over', { snapshotId: back.snapshotId })
    expect(ours.people()).toEqual(['from them', 'from us'])
    expect(ours.workspace.store().verify()).toMatchObject({ ok: true })
    expect(ours.workspace.current()?.path).not.toBe(before)
    expect(existsSync(before)).toBe(true)
    expect(await relations(ours)).toEqual(['same', 'older'])

    const restarted = ours.restarted()
    await ours.workspace.close()
    const [recent] = (await restarted.must('book.state', {})).recent
    await restarted.must('book.open-recent', { recentId: recent?.recentId ?? '' })
    expect(restarted.people()).toEqual(['from them', 'from us'])
  })

  it('that both went on, both are kept, it is said, and nothing is lost by taking over', async () => {
    const { share, ours, theirs } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    const start = await ours.must('snapshot.publish', {})
    await theirs.must('snapshot.take-over', { snapshotId: start.snapshotId })
    theirs.addPerson('from them')
    const branch = await theirs.must('snapshot.publish', {})
    ours.addPerson('from us')
    expect(await relations(ours)).toEqual(['diverged', 'older'])

    const refused = await ours.refused('snapshot.take-over', { snapshotId: branch.snapshotId })
    expect(refused.code).toBe('share-diverged')
    expect((await ours.refused('snapshot.take-over', { snapshotId: start.snapshotId })).code).toBe('conflict')
    expect(ours.people()).toEqual(['from us'])

    const bytes = new Map(readdirSync(share).map((name) => [name, readFileSync(join(share, name), 'hex')]))
    const published = await ours.must('snapshot.publish', {})
    expect(published.isBranch).toBe(true)
    expect(published.notice).toMatch(/changes of AF \(revision 2, Thu 15 Dec 2016\)/)
    for (const [name, content] of bytes) expect(readFileSync(join(share, name), 'hex')).toBe(content)
    expect(await relations(theirs)).toEqual(expect.arrayContaining(['same', 'diverged', 'older']))

    // Now ours lies on the share as well, so theirs can be taken over.
    await ours.must('snapshot.take-over', { snapshotId: branch.snapshotId })
    expect(ours.people()).toEqual(['from them'])
    await ours.must('snapshot.open', { snapshotId: published.snapshotId })
    expect(ours.people()).toEqual(['from us'])
  })

  it('a book that was fetched is published where it came from, without the folder being chosen again', async () => {
    const { share, ours } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    const { snapshotId } = await ours.must('snapshot.publish', {})
    const theirs = makeLaptop({ data: tempFolder() })
    theirs.answers.folder = share
    // Nothing is open on the new laptop, so the folder is not yet that of any book.
    await theirs.must('snapshot.choose-folder', {})
    await theirs.must('snapshot.open', { snapshotId })
    expect(await relations(theirs)).toEqual(['same'])
    await theirs.must('snapshot.take-over', { snapshotId })
    expect((await theirs.must('snapshot.publish', {})).folder).toBe(share)
    // Another book of the same laptop keeps its own.
    await theirs.must('book.create', { name: 'Other' })
    expect((await theirs.must('snapshot.list', {})).folder).toBeNull()
  })

  it('a book that was opened in its own place gets a home when it is taken over, and stays where it is', async () => {
    const { ours, theirs } = twoLaptops()
    const path = join(tempFolder(), 'mine.panelbook')
    await ours.workspace.create(path, 'In place')
    const { snapshotId } = await ours.must('snapshot.publish', {})
    await theirs.must('snapshot.take-over', { snapshotId })
    theirs.addPerson('from them')
    const back = await theirs.must('snapshot.publish', {})
    await ours.must('snapshot.take-over', { snapshotId: back.snapshotId })
    expect(ours.workspace.current()).toMatchObject({ home: expect.stringContaining('books') as unknown })
    expect(existsSync(path)).toBe(true)
    expect(ours.people()).toEqual(['from them'])
  })

  it('a vote that is recorded while a snapshot is fetched is not left behind', async () => {
    const { ours, theirs } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    const { snapshotId } = await ours.must('snapshot.publish', {})
    await theirs.must('snapshot.take-over', { snapshotId })
    const back = await theirs.must('snapshot.publish', {})
    const { run } = ours.ports.share
    ours.ports.share.run = async (job, options) => {
      const result = await run(job, options)
      if (job.kind === 'fetch') setImmediate(() => ours.addPerson('just now'))
      if (job.kind === 'fetch') await new Promise((resolve) => setTimeout(resolve, 20))
      return result as never
    }
    expect((await ours.refused('snapshot.take-over', { snapshotId: back.snapshotId })).code).toMatch(
      /conflict|share-diverged/,
    )
    expect(ours.people()).toEqual(['just now'])
  })

  it('books of different lineages lie in one folder without harm', async () => {
    const { ours, theirs } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    await theirs.must('book.create', { name: 'UNC Panel' })
    await ours.must('snapshot.publish', {})
    expect((await theirs.must('snapshot.publish', {})).isBranch).toBe(false)
    expect((await relations(ours)).toSorted()).toEqual(['other-book', 'same'])
  })
})
