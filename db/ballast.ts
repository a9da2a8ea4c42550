import { closeSync, fsyncSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomFillSync } from 'node:crypto'

/** Bytes. Room for about two thousand more votes, and for the time to tell the secretary. */
export const ballastSize = 1024 * 1024

export interface Ballast {
  readonly isSpent: boolean
  /** Gives the room back to the disk. False when there is none left to give. */
  spend(): boolean
}

/** Keeps a reserve beside the book, `<book>.ballast`, that is given up when the disk runs full. */
export function layBallast(bookPath: string): Ballast {
  const path = `${bookPath}.ballast`
  let isLaid = isComplete(path) || write(path)
  return {
    get isSpent() {
      return !isLaid
    },
    spend() {
      if (!isLaid) return false
      isLaid = false
      rmSync(path, { force: true })
      return true
    },
  }
}

/** Gives the reserve up before the book is open: opening needs a little room itself. */
export function spendBallastOf(bookPath: string): boolean {
  if (lstatSync(`${bookPath}.ballast`, { throwIfNoEntry: false }) === undefined) return false
  rmSync(`${bookPath}.ballast`, { force: true })
  return true
}

function isComplete(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.size === ballastSize
}

/** Random bytes: a disk that compresses would store zeros in no room at all. */
function write(path: string): boolean {
  try {
    rmSync(path, { force: true })
    const file = openSync(path, 'wx')
    try {
      const bytes = randomFillSync(Buffer.alloc(ballastSize))
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return true
  } catch {
    // No room, or no right, to keep a reserve: the book works without one, and says so.
    rmSync(path, { force: true })
    return false
  }
}
