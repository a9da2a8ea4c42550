import { closeSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isFileError, toFileRefusal } from '../../db/durable-file.ts'
import { badInput } from '../contract/errors.ts'
import { sizeWords } from './file-kinds.ts'
import { isKept, keepFile, largestPaper, seemsKept, type Kept } from './keep-file.ts'

type OnProgress = (done: number, total: number, what: string) => void

export interface KeepInput {
  /** The file that was chosen. */
  from: string
  /** Where the papers of the book are kept. */
  folder: string
}

/**
 * Keeps the file that was chosen with the papers of the book.
 * @throws PanelbookError `bad-input` naming `file` for what is no file, empty or too large; `no-such-file`,
 *   `read-only`, `disk-full`
 */
export function keepJob({ from, folder }: KeepInput, onProgress: OnProgress): Kept {
  try {
    refuseUnfit(from)
    onProgress(0, 1, 'Filing the paper')
    const kept = keepFile(from, folder, undefined, (done, total) =>
      onProgress(done, total, 'Filing the paper'),
    )
    if (kept === undefined) throw new Error('A file that may be anything was not kept.')
    return kept
  } catch (error) {
    throw toFileRefusal(error)
  }
}

function refuseUnfit(from: string): void {
  const found = statSync(from)
  refuseUnreadable(from)
  if (!found.isFile()) throw badInput('file', 'is no file', 'What was chosen is no file.')
  if (found.size === 0) throw badInput('file', 'is empty', 'The file is empty.')
  if (found.size > largestPaper) {
    const problem = `is ${sizeWords(found.size)}; a paper may have ${sizeWords(largestPaper)} at the most`
    throw badInput('file', problem, `The file ${problem}.`)
  }
}

function refuseUnreadable(from: string): void {
  try {
    closeSync(openSync(from, 'r'))
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EBUSY'].some((code) => isFileError(error, code))) throw error
    const problem = 'cannot be read: another program holds it, or you have no right to read it'
    throw badInput('file', problem, `The file ${problem}.`)
  }
}

export interface BringInput {
  /** The files that are wanted. */
  wanted: Kept[]
  /** Where they may lie under their hashes: the shared folder, another copy of the book. */
  sources: string[]
  /** Where the papers of the book are kept. */
  folder: string
}

/**
 * Brings files that are kept elsewhere to the papers of a book. What is nowhere, or is not what its name says, is left.
 * @returns the hashes that are still not there
 */
export function bringJob({ wanted, sources, folder }: BringInput, onProgress: OnProgress): string[] {
  const lacking = wanted.filter((file) => !isKept(folder, file))
  return lacking.flatMap((file, index) => {
    onProgress(index, lacking.length, 'Fetching the papers')
    return sources.some((source) => bring(file, source, folder)) ? [] : [file.sha256]
  })
}

/** @returns whether the file was there, and is here now */
function bring(file: Kept, source: string, folder: string): boolean {
  try {
    // What is not as large as it must be is not read.
    return seemsKept(source, file) && keepFile(join(source, file.sha256), folder, file) !== undefined
  } catch (error) {
    if (isFileError(error, 'ENOSPC') || isFileError(error, 'EDQUOT')) throw toFileRefusal(error)
    return false
  }
}
