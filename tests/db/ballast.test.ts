import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ballastSize, layBallast } from '../../db/ballast.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import { smallDisk } from '../support/small-disk.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { makeToyBook, recordVotes } from './toy-book.ts'

function fill(folder: string): void {
  for (const size of [65536, 4096, 512]) {
    try {
      for (let index = 0; ; index++)
        writeFileSync(join(folder, `filler-${size}-${index}`), Buffer.alloc(size, 1))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}

describe('a full disk', () => {
  it('uses the reserve up, says so, loses nothing, and in the end refuses', (context) => {
    const disk = smallDisk('6m')
    if (disk === undefined) return context.skip('only root may mount a small disk')
    const book = makeToyBook('a.panelbook', disk)
    recordVotes(book)
    expect(statSync(`${book.path}.ballast`).size).toBe(ballastSize)
    expect(book.store.ballastSpent).toBe(false)
    fill(disk)

    let acknowledged = 3
    let savedAfterSpending = 0
    let refusal: unknown
    for (let index = 0; index < 10_000 && refusal === undefined; index++) {
      try {
        const id = `item-${index + 100}`
        acknowledged = book.command('item.add', (db) => db.insert('item', { id, title: 'x'.repeat(50) }))
        if (book.store.ballastSpent) savedAfterSpending++
      } catch (error) {
        refusal = error
      }
    }
    expect(book.store.ballastSpent).toBe(true)
    expect(existsSync(`${book.path}.ballast`)).toBe(false)
    expect(savedAfterSpending).toBeGreaterThan(50)
    expect(refusal).toBeInstanceOf(PanelbookError)
    expect((refusal as PanelbookError).code).toBe('disk-full')
    expect(book.store.seq()).toBe(acknowledged)
    expect(book.store.verify()).toMatchObject({ ok: true, entries: acknowledged })
    // Full as it is, the book can be closed and opened, and read.
    book.reopen()
    expect(book.store.seq()).toBe(acknowledged)
    expect(book.store.verify().ok).toBe(true)
  })

  it('is survived by opening, too: the reserve is given up for it', (context) => {
    const disk = smallDisk('4m')
    if (disk === undefined) return context.skip('only root may mount a small disk')
    const book = makeToyBook('a.panelbook', disk)
    recordVotes(book)
    book.store.close()
    fill(disk)
    book.reopen()
    expect(book.store.ballastSpent).toBe(true)
    book.command('item.add', (db) => db.insert('item', { id: 'more', title: 'x' }))
    expect(book.store.verify()).toMatchObject({ ok: true, entries: 4 })
  })
})

describe('the reserve', () => {
  it('is laid whole and can be spent once', () => {
    const path = join(tempFolder(), 'a.panelbook')
    writeFileSync(`${path}.ballast`, 'cut short')
    const ballast = layBallast(path)
    expect([ballast.isSpent, statSync(`${path}.ballast`).size]).toEqual([false, ballastSize])
    expect([ballast.spend(), ballast.spend(), ballast.isSpent]).toEqual([true, false, true])
    expect(layBallast(join(path, 'no', 'such', 'folder')).isSpent).toBe(true)
  })
})
