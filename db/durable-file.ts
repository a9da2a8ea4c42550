import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { PanelbookError } from '../core/contract/errors.ts'

/** Flushes a file to the disk. It needs a writable handle: Windows refuses to flush any other. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Flushes a folder's list of names; Windows cannot, and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Makes a folder and those above it. Node calls a disk that cannot be written to a missing file; this does not. */
export function makeFolder(path: string): void {
  if (existsSync(path) || dirname(path) === path) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process was quicker.
    if (!isFileError(error, 'EEXIST')) throw error
  }
}

/**
 * Gives a finished file its name, which must be free: nothing is ever overwritten.
 * @throws PanelbookError `already-exists`
 */
export function nameFinishedFile(unnamed: string, path: string): void {
  syncFile(unnamed)
  try {
    linkSync(unnamed, path)
  } catch (error) {
    if (isFileError(error, 'EEXIST')) throw taken(error)
    // FAT and some network file systems know no second name: copy instead.
    try {
      copyFileSync(unnamed, path, constants.COPYFILE_EXCL)
    } catch (second) {
      throw isFileError(second, 'EEXIST') ? taken(second) : toFileRefusal(second)
    }
    syncFile(path)
  }
  rmSync(unnamed)
  syncFolder(dirname(path))
}

function taken(cause: unknown): PanelbookError {
  return new PanelbookError('already-exists', 'There is a file of this name already.', {
    safe: 'It was not touched.',
    remedy: 'Choose another name.',
    cause,
  })
}

export function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** An error of the file system as a refusal; anything else as it is. */
export function toFileRefusal(error: unknown): unknown {
  const is = (...codes: string[]) => codes.some((code) => isFileError(error, code))
  if (is('ENOSPC', 'EDQUOT')) {
    return new PanelbookError('disk-full', 'There is no room left on the disk.', { cause: error })
  }
  if (is('EACCES', 'EPERM', 'EROFS')) {
    return new PanelbookError('read-only', 'The folder cannot be written to.', { cause: error })
  }
  if (is('ENOENT', 'ENOTDIR')) {
    return new PanelbookError('no-such-file', 'The file or folder is not there.', { cause: error })
  }
  return error
}
