import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { makeBook } from '../../../core/book/library.ts'
import { slug } from '../../../core/book/slug.ts'
import { vacuumInto } from '../../../db/snapshot-file.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { makeLaptop, type Laptop } from './laptop.ts'

function fileBook(laptop: Laptop, name: string): string {
  const path = join(tempFolder(), `${name}.panelbook`)
  makeBook(laptop.ports, path, { name, lineageId: v7(), actor: 'Secretary' })
  return path
}

describe('slug', () => {
  it.each([
    ['UNC Panel 2016', 'unc-panel-2016'],
    ['  Élan / ..\\..: *?"<>| ', 'elan'],
    ['CON', 'book-con'],
    ['com1', 'book-com1'],
    ['Ж', 'book'],
    ['', 'book'],
    ['a'.repeat(100), 'a'.repeat(40)],
  ])('%j becomes %j', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })
})

describe('books', () => {
  it('are made in the library, opened, closed and found again after a restart', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    expect((await laptop.must('book.state', {})).book).toBeNull()
    const { book } = await laptop.must('book.create', { name: 'UNC Panel' })
    expect(book).toMatchObject({
      name: 'UNC Panel',
      isReadOnly: false,
      isSample: false,
      revision: 0,
      snapshotId: null,
    })
    laptop.addPerson('Erik F')
    const closed = await laptop.must('book.close', {})
    expect(closed.book).toBeNull()
    expect(laptop.told).toEqual(['opened', 'closed'])

    const again = laptop.restarted()
    const [recent] = (await again.must('book.state', {})).recent
    expect(recent?.name).toBe('UNC Panel')
    const opened = await again.must('book.open-recent', { recentId: recent?.recentId ?? '' })
    expect(opened.book).toMatchObject({ lineageId: book?.lineageId, deviceId: book?.deviceId })
    expect(again.people()).toEqual(['Erik F'])
    expect(again.workspace.store().undoable()?.command).toBe('person.add')
  })

  it('of one name are two books', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    await laptop.must('book.create', { name: 'Panel' })
    laptop.addPerson('Erik F')
    await laptop.must('book.create', { name: 'Panel' })
    expect(laptop.people()).toEqual([])
    expect((await laptop.must('book.state', {})).recent).toHaveLength(2)
  })

  it('stay open when another cannot be opened', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    await laptop.must('book.create', { name: 'Panel' })
    const text = join(tempFolder(), 'not.panelbook')
    writeFileSync(text, 'not a book'.repeat(100))
    laptop.answers.book = text
    expect((await laptop.refused('book.open', {})).code).toBe('not-a-book')
    laptop.answers.book = join(tempFolder(), 'gone.panelbook')
    expect((await laptop.refused('book.open', {})).code).toBe('no-such-file')
    laptop.addPerson('still here')
    expect(laptop.told).toEqual(['opened'])
  })

  it('opened from a file stay where they lie; the same file again changes nothing, cancelling neither', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    const path = fileBook(laptop, 'one')
    laptop.answers.book = path
    const { book } = await laptop.must('book.open', {})
    expect(book).toMatchObject({ fileName: 'one.panelbook' })
    await laptop.must('book.open', {})
    laptop.answers.book = null
    expect((await laptop.must('book.open', {})).book?.name).toBe('one')
    expect(laptop.told).toEqual(['opened'])
    // The first one is given back when the other is open: another Panelbook may have it now.
    laptop.answers.book = fileBook(laptop, 'two')
    await laptop.must('book.open', {})
    const other = makeLaptop({ data: tempFolder() })
    await other.workspace.open(path)
    expect(other.workspace.state().book?.isReadOnly).toBe(false)
  })

  it('are refused while another Panelbook writes in them, and the open one stays', async () => {
    const one = makeLaptop({ data: tempFolder() })
    const path = fileBook(one, 'shared')
    await one.workspace.open(path)
    const other = makeLaptop({ data: tempFolder() })
    await other.must('book.create', { name: 'Own' })
    other.answers.book = path
    expect((await other.refused('book.open', {})).code).toBe('book-in-use')
    expect(other.workspace.state().book?.name).toBe('Own')
    await other.workspace.open(path, { readOnly: true })
    expect(other.workspace.state().book).toMatchObject({
      isReadOnly: true,
      readOnlyReason: 'It was opened read-only.',
    })
  })

  it('that are snapshots are opened read-only, and not a byte of them changes', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    const path = fileBook(laptop, 'live')
    const snapshot = join(tempFolder(), 'copy.panelbook')
    vacuumInto(path, snapshot)
    const bytes = () => createHash('sha256').update(readFileSync(snapshot)).digest('hex')
    const before = bytes()
    await laptop.workspace.open(snapshot)
    expect(laptop.workspace.current()).toMatchObject({ readOnlyReason: 'It is a snapshot.' })
    expect(() => laptop.addPerson('x')).toThrow(/read-only/)
    await laptop.workspace.close()
    expect(bytes()).toBe(before)
  })

  it('that are no longer in the list are not guessed', async () => {
    const laptop = makeLaptop({ data: tempFolder() })
    expect((await laptop.refused('book.open-recent', { recentId: 'none' })).code).toBe('not-found')
  })
})

describe('the sample', () => {
  it('is made once and found again, and knows what it is', async () => {
    const data = tempFolder()
    let made = 0
    const makeSample = async (path: string) => {
      made += 1
      const maker = makeLaptop({ data: join(path, '..') })
      await maker.workspace.create(path, 'Sample book', { isSample: true })
      await maker.workspace.close()
    }
    const laptop = makeLaptop({ data, makeSample })
    const { book } = await laptop.must('book.open-sample', {})
    expect(book).toMatchObject({ name: 'Sample book', isSample: true })
    laptop.addPerson('Erik F')
    await laptop.must('book.close', {})
    const again = laptop.restarted()
    expect((await again.must('book.open-sample', {})).book?.lineageId).toBe(book?.lineageId)
    expect(again.people()).toEqual(['Erik F'])
    expect(made).toBe(1)
    expect((await again.must('book.state', {})).recent).toHaveLength(1)
    expect(readdirSync(data).filter((name) => name.startsWith('making'))).toEqual([])
  })

  it('that was made by half is never opened', async () => {
    const data = tempFolder()
    let fails = true
    const makeSample = async (path: string) => {
      const maker = makeLaptop({ data: join(path, '..') })
      await maker.workspace.create(path, 'Sample book', { isSample: true })
      if (fails) {
        maker.addPerson('half')
        throw new Error('power cut')
      }
      await maker.workspace.close()
    }
    const laptop = makeLaptop({ data, makeSample })
    await expect(laptop.must('book.open-sample', {})).rejects.toThrow('power cut')
    expect(laptop.workspace.current()).toBeNull()
    mkdirSync(join(data, 'books', 'sample.left', 'making-000001'), { recursive: true })
    expect(existsSync(join(data, 'settings.json'))).toBe(false)
    fails = false
    await laptop.must('book.open-sample', {})
    expect(laptop.people()).toEqual([])
  })
})
