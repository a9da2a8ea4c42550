import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { makeFolder, nameFinishedFile, toFileRefusal } from './durable-file.ts'
import { readHeader } from './header.ts'
import { integrityProblems, openToCheck } from './integrity.ts'
import { toPanelbookError, translated } from './sqlite-errors.ts'

/**
 * Writes one clean, verified file from an open book: no log beside it, no free pages. It gets its name only
 * after it was checked and flushed, and never over another file. Takes about 1 s for 300 MB.
 * @param prepareCopy what to do to the copy before it is checked
 * @throws PanelbookError `already-exists`, `disk-full`, `read-only`, `book-damaged`
 */
export function writeVerifiedCopy(
  source: Database.Database,
  toPath: string,
  prepareCopy?: (copy: Database.Database) => void,
): void {
  if (existsSync(toPath)) {
    throw new PanelbookError('already-exists', 'There is a file of this name already.', {
      safe: 'It was not touched.',
    })
  }
  const unnamed = `${toPath}.${randomUUID()}.part`
  try {
    makeFolder(dirname(toPath))
    source.prepare('VACUUM INTO ?').run(unnamed)
    if (prepareCopy !== undefined) alter(unnamed, prepareCopy)
    checkCopy(unnamed)
    nameFinishedFile(unnamed, toPath)
  } catch (error) {
    rmSync(unnamed, { force: true })
    rmSync(`${unnamed}-journal`, { force: true })
    throw toFileRefusal(toPanelbookError(error, 'writing'))
  }
}

function alter(path: string, prepareCopy: (copy: Database.Database) => void): void {
  const copy = new Database(path)
  try {
    prepareCopy(copy)
  } finally {
    copy.close()
  }
}

/** @throws PanelbookError `book-damaged` when the copy is not what a book must be. */
export function checkCopy(path: string): void {
  const header = readHeader(path)
  const copy = openToCheck(path)
  try {
    const problem = translated('reading', () => integrityProblems(copy))[0]
    if (problem === undefined && header.pageCount * header.pageSize === header.fileSize) return
    throw new PanelbookError(
      'book-damaged',
      `The copy did not pass its check: ${problem ?? 'its length is wrong'}.`,
      {
        remedy: 'Verify the book before anything else is done with it.',
      },
    )
  } finally {
    copy.close()
  }
}

/** Where the backup before a migration goes: `backups/name.before-0007.20161223T114307.panelbook`. */
export function backupPath(
  bookPath: string,
  folder: string | undefined,
  version: number,
  at: string,
): string {
  const extension = extname(bookPath)
  const base = basename(bookPath, extension)
  const instant = at.slice(0, 19).replaceAll(/[^0-9T]/g, '')
  const target = folder ?? join(dirname(bookPath), 'backups')
  for (let attempt = 1; ; attempt++) {
    const again = attempt === 1 ? '' : `.${attempt}`
    const name = `${base}.before-${String(version).padStart(4, '0')}.${instant}${again}${extension}`
    if (!existsSync(join(target, name))) return join(target, name)
  }
}
