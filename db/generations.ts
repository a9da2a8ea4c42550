import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { PanelbookError } from '../core/contract/errors.ts'
import { checkCopy } from './backup.ts'
import { isFileError, makeFolder, syncFile, syncFolder, toFileRefusal } from './durable-file.ts'

/** A book is never replaced in place: a log left over from the old one would be played into the new one. */
export interface Generation {
  number: number
  folder: string
  bookPath: string
}

const kept = 3
const bookName = 'book.panelbook'

/**
 * The generation that is in force, or undefined where there has never been one.
 * @throws PanelbookError `book-damaged` when CURRENT names something that is not there: an empty book is never
 *   started in its place.
 */
export function currentGeneration(home: string): Generation | undefined {
  const numbers = numbersOf(home, 'generation')
  const named = readCurrent(home)
  // A generation gets its name when it is complete, so without CURRENT the newest one is right.
  if (named === undefined) return numbers.length === 0 ? undefined : generation(home, Math.max(...numbers))
  const number = Number(/^generation-(\d{6})\n?$/.exec(named)?.[1])
  if (numbers.includes(number)) return generation(home, number)
  throw new PanelbookError(
    'book-damaged',
    'The note of which book is in force is damaged, or its book is gone.',
    {
      safe:
        numbers.length === 0
          ? 'Backups are not affected.'
          : 'Earlier generations of the book are still there.',
      remedy: 'Restore the newest backup or snapshot.',
    },
  )
}

/**
 * Makes the next generation and puts it in force. `makeFile` writes a whole book to the path that it is given,
 * and closes it; only a book that passes its check is put in force. The newest three are kept, no number and no
 * path is ever used twice.
 * @throws PanelbookError `book-damaged`, `disk-full`, `read-only`, or what `makeFile` throws: the generation in
 *   force is then as it was.
 */
export function addGeneration(home: string, makeFile: (path: string) => void): Generation {
  try {
    makeFolder(home)
    const stale = numbersOf(home, 'making')
    const current = currentGeneration(home)
    const number = Math.max(0, ...stale, ...numbersOf(home, 'generation'), current?.number ?? 0) + 1
    const making = join(home, folderName('making', number))
    mkdirSync(making)
    try {
      makeFile(join(making, bookName))
      refuseIncomplete(making)
      checkCopy(join(making, bookName))
      syncFile(join(making, bookName))
      syncFolder(making)
      renameSync(making, generation(home, number).folder)
    } catch (error) {
      rmSync(making, { recursive: true, force: true })
      throw error
    }
    syncFolder(home)
    writeCurrent(home, number)
    for (const old of stale) discard(join(home, folderName('making', old)))
    for (const old of numbersOf(home, 'generation').filter((found) => found <= number - kept)) {
      discard(generation(home, old).folder)
    }
    return generation(home, number)
  } catch (error) {
    throw toFileRefusal(error)
  }
}

function refuseIncomplete(folder: string): void {
  const logs = readdirSync(folder).filter((file) => /-(wal|journal)$/.test(file))
  if (logs.length > 0)
    throw new PanelbookError('internal', 'The new book was not closed before it was put in force.')
}

/** Old generations are removed as far as the system allows: one that is still open on Windows goes next time. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

function readCurrent(home: string): string | undefined {
  try {
    return readFileSync(join(home, 'CURRENT'), 'utf8')
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw error
  }
}

function writeCurrent(home: string, number: number): void {
  const unnamed = join(home, `CURRENT.${number}.part`)
  const file = openSync(unnamed, 'w')
  try {
    writeSync(file, `${folderName('generation', number)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unnamed, join(home, 'CURRENT'))
  syncFolder(home)
}

function numbersOf(home: string, kind: 'generation' | 'making'): number[] {
  let names: string[]
  try {
    names = readdirSync(home)
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return []
    throw error
  }
  return names.flatMap((name) => {
    const digits = new RegExp(`^${kind}-(\\d{6})$`).exec(name)?.[1]
    return digits === undefined ? [] : [Number(digits)]
  })
}

function folderName(kind: 'generation' | 'making', number: number): string {
  return `${kind}-${String(number).padStart(6, '0')}`
}

function generation(home: string, number: number): Generation {
  const folder = join(home, folderName('generation', number))
  return { number, folder, bookPath: join(folder, bookName) }
}
