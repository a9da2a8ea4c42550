import type { Stats } from 'node:fs'
import { lstatSync } from 'node:fs'

/** The books that this process has open, by the identity of the file. */
const open = new Map<string, number>()

/**
 * On POSIX, closing any handle to a file drops every lock that the process has on it, SQLite's included, and
 * another process may then take the log away from under us. So a book that is open here must not be opened
 * with ordinary file calls; whoever wants to asks first.
 */
export function isOpenHere(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found !== undefined && open.has(identity(found))
}

/** Remembers that the book is open until the function that comes back is called. */
export function rememberOpen(path: string): () => void {
  const key = identity(lstatSync(path))
  open.set(key, (open.get(key) ?? 0) + 1)
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    const left = (open.get(key) ?? 1) - 1
    if (left === 0) open.delete(key)
    else open.set(key, left)
  }
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`
}
