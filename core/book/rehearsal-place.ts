import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isFileError, makeFolder } from '../../db/durable-file.ts'
import { takeWriterLock } from '../../db/lock.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Ports } from '../ports.ts'

/**
 * Where the copy of a rehearsal lies: `<data>/rehearsals/<random>/`, with everything that comes to lie beside a book.
 * The folder is locked for as long as the rehearsal goes on, so that another Panelbook knows it from one that was left
 * over by a crash.
 */
export interface RehearsalPlace {
  bookPath: string
  /** Removes the folder whole, after the book was closed. What the system does not let go of goes at the next start. */
  discard(): void
}

type PlacePorts = Pick<Ports, 'ids' | 'log' | 'places'>

/** @throws the error of the file system where the folder cannot be made */
export function makeRehearsalPlace(ports: PlacePorts): RehearsalPlace {
  const folder = join(rehearsalsOf(ports), ports.ids.next())
  makeFolder(rehearsalsOf(ports))
  mkdirSync(folder)
  const lock = takeWriterLock(join(folder, lockName))
  return {
    bookPath: join(folder, 'book.panelbook'),
    discard() {
      lock.release()
      remove(ports, folder)
    },
  }
}

/** Tidies up after rehearsals that a crash has cut short; one that still goes on in another Panelbook is left alone. */
export function discardLeftOvers(ports: PlacePorts): void {
  for (const name of namesIn(rehearsalsOf(ports))) {
    const folder = join(rehearsalsOf(ports), name)
    if (goesOn(folder)) continue
    ports.log.info('A rehearsal that was cut short has been discarded', { folder })
    remove(ports, folder)
  }
}

const lockName = 'rehearsal'

function rehearsalsOf({ places }: PlacePorts): string {
  return join(places.data, 'rehearsals')
}

function goesOn(folder: string): boolean {
  try {
    takeWriterLock(join(folder, lockName)).release()
    return false
  } catch (error) {
    return error instanceof PanelbookError && error.code === 'book-in-use'
  }
}

function remove(ports: PlacePorts, folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    // The last one to go leaves no sign that there was any.
    if (namesIn(rehearsalsOf(ports)).length === 0) rmdirSync(rehearsalsOf(ports))
  } catch (error) {
    ports.log.error('A rehearsal could not be removed; it goes at the next start', {
      folder,
      error: String(error),
    })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return []
    throw error
  }
}
