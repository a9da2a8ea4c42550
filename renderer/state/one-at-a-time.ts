/**
 * Reads one at a time: however often it is asked for while a reading is on its way, one more follows it. Resolves once a
 * reading that was begun after the asking is done.
 * @param read never rejects
 */
export function oneAtATime(read: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  let next: Promise<void> | null = null
  return () => {
    next ??= last = last.then(() => {
      next = null
      return read()
    })
    return next
  }
}
