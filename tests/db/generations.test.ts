import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addGeneration, currentGeneration } from '../../db/generations.ts'
import { openStore } from '../../db/open.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { codeOf, makeToyBook, now, recordVotes, valueOf } from './toy-book.ts'

function home() {
  const book = makeToyBook()
  recordVotes(book)
  return { book, folder: join(book.folder, 'home'), make: (path: string) => book.store.backup(path) }
}

describe('generations of a book', () => {
  it('are put in force one after the other; three are kept and no number comes twice', () => {
    const { book, folder, make } = home()
    expect(currentGeneration(folder)).toBeUndefined()
    for (let number = 1; number <= 5; number++) {
      expect(addGeneration(folder, make).number).toBe(number)
      expect(currentGeneration(folder)?.number).toBe(number)
    }
    expect(readFileSync(join(folder, 'CURRENT'), 'utf8')).toBe('generation-000005\n')
    expect(readdirSync(folder).sort()).toEqual([
      'CURRENT',
      'generation-000003',
      'generation-000004',
      'generation-000005',
    ])
    const path = currentGeneration(folder)?.bookPath ?? ''
    const store = openStore(path, { migrations: book.migrations, now, deviceId: 'laptop-2' })
    expect(valueOf(store, 'gn')).toBe('against')
    store.close()
  })

  it('stay as they are when the new one cannot be made, is no book, or was left open', () => {
    const { book, folder, make } = home()
    addGeneration(folder, make)
    const fails = [
      () => addGeneration(folder, () => undefined),
      () => addGeneration(folder, (path) => writeFileSync(path, 'text')),
      () =>
        addGeneration(folder, (path) => {
          make(path)
          const bytes = readFileSync(path)
          bytes.fill(0xff, 4096, 8192)
          writeFileSync(path, bytes)
        }),
      () =>
        addGeneration(folder, (path) => {
          make(path)
          writeFileSync(`${path}-wal`, 'left over')
        }),
    ]
    expect(fails.map(codeOf)).toEqual(['no-such-file', 'not-a-book', 'book-damaged', 'internal'])
    expect(currentGeneration(folder)?.number).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(['CURRENT', 'generation-000001'])
    expect(book.store.seq()).toBe(3)
  })

  it('what a crash left half made is never taken for a generation, nor its number used', () => {
    const { folder, make } = home()
    addGeneration(folder, make)
    mkdirSync(join(folder, 'making-000002'))
    writeFileSync(join(folder, 'making-000002', 'book.panelbook'), 'half')
    expect(currentGeneration(folder)?.number).toBe(1)
    expect(addGeneration(folder, make).number).toBe(3)
    expect(existsSync(join(folder, 'making-000002'))).toBe(false)
  })

  it('a complete one is in force where the note of it is missing; a wrong note is refused', () => {
    const { folder, make } = home()
    addGeneration(folder, make)
    addGeneration(folder, make)
    rmSync(join(folder, 'CURRENT'))
    expect(currentGeneration(folder)?.number).toBe(2)
    for (const note of ['', 'generation-000009\n', '../../elsewhere', 'generation-1']) {
      writeFileSync(join(folder, 'CURRENT'), note)
      expect(codeOf(() => currentGeneration(folder))).toBe('book-damaged')
      expect(codeOf(() => addGeneration(folder, make))).toBe('book-damaged')
    }
    expect(currentGeneration(join(tempFolder(), 'none'))).toBeUndefined()
  })
})
