import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { PanelbookError } from '../core/contract/errors.ts'
import { isOpenHere } from './open-here.ts'

/** 'PBk1' as a 32-bit integer: how a book is told from any other SQLite file. */
export const applicationId = 0x50426b31

/** https://www.sqlite.org/fileformat.html, "The Database Header". */
export interface Header {
  /** Bytes. */
  fileSize: number
  pageSize: number
  pageCount: number
  /** 1: rollback journal, 2: write-ahead log. */
  formatVersion: number
  userVersion: number
  applicationId: number
}

const magic = 'SQLite format 3\0'
const notABook = (message: string) =>
  new PanelbookError('not-a-book', message, { safe: 'The file was not touched.' })

/**
 * Reads the header of a book as bytes, without SQLite, so that nothing is written beside or into a file that
 * is not ours.
 * @throws PanelbookError `no-such-file`; `not-a-book` for anything but a regular file (a link is not followed)
 *   that begins like a book; `book-in-use` for one that this process has open.
 */
export function readHeader(path: string): Header {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new PanelbookError('no-such-file', 'The book is not there.')
  if (found.isDirectory()) throw notABook('This is a folder, not a book.')
  if (found.isSymbolicLink()) throw notABook('This is a link to a file, not a book; open the file itself.')
  if (!found.isFile()) throw notABook('This is not a file.')
  if (found.size === 0) throw notABook('The file is empty.')
  if (isOpenHere(path)) {
    throw new PanelbookError('book-in-use', 'This book is open already.', { safe: 'Nothing was changed.' })
  }
  const { bytes, length, size } = readFirstBytes(path)
  if (length < 100 || bytes.toString('latin1', 0, 16) !== magic) {
    throw notABook('The file is not a Panelbook book.')
  }
  const storedPageSize = bytes.readUInt16BE(16)
  const header: Header = {
    fileSize: size,
    pageSize: storedPageSize === 1 ? 65536 : storedPageSize,
    pageCount: bytes.readUInt32BE(28),
    formatVersion: Math.max(bytes[18] ?? 0, bytes[19] ?? 0),
    userVersion: bytes.readInt32BE(60),
    applicationId: bytes.readInt32BE(68),
  }
  if (header.applicationId !== applicationId) {
    throw notABook('The file is a database of another program, not a Panelbook book.')
  }
  if (header.pageSize < 512 || (header.pageSize & (header.pageSize - 1)) !== 0 || size < header.pageSize) {
    throw new PanelbookError('book-damaged', 'The book is cut short.', {
      safe: 'The file is kept as it is.',
      remedy: 'Restore the newest backup.',
    })
  }
  return header
}

function readFirstBytes(path: string): { bytes: Buffer; length: number; size: number } {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (cause) {
    throw new PanelbookError('read-only', 'The file cannot be read with this person’s rights.', { cause })
  }
  try {
    const bytes = Buffer.alloc(100)
    return { bytes, length: readSync(file, bytes, 0, 100, 0), size: fstatSync(file).size }
  } finally {
    closeSync(file)
  }
}

/** @throws PanelbookError `newer-book` when the schema is beyond what this Panelbook ships. */
export function refuseNewer(userVersion: number, newestKnown: number): void {
  if (userVersion <= newestKnown && userVersion >= 1) return
  if (userVersion < 1) throw notABook('The file was begun as a book but never finished.')
  throw new PanelbookError('newer-book', 'The book was written by a newer Panelbook.', {
    safe: 'The file was not touched.',
    remedy: 'Install the newer Panelbook on this laptop.',
  })
}
