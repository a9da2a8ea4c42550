import { shell } from 'electron'
import { PanelbookError } from '../core/contract/errors.ts'
import type { View } from '../core/ports.ts'
import type { PrivateCopies } from './node-ports/private-copies.ts'

/** Opens documents with the system's viewer: each in a copy that is written for it. */
export function createViewer(copies: PrivateCopies): View {
  return async (file) => {
    // SECURITY(15): never an address, and never a path from outside: a document's kind and hash were checked by the
    // core, and the file was written here.
    const problem = await shell.openPath(await copies.write(file))
    if (problem === '') return { kind: 'opened' }
    throw new PanelbookError('not-available', `This machine has no program that opens ${file.fileName}.`, {
      safe: 'The paper is safe where it is kept.',
      remedy: 'Ask whoever looks after this laptop for a program for this kind of document.',
      cause: problem,
    })
  }
}
