/** Per device, the number of its last entry in the history of a book. */
export type Vector = Readonly<Record<string, number>>

export interface Version {
  lineageId: string
  vector: Vector
}

/** Whether the one history holds everything that the other does. */
export function contains(whole: Vector, part: Vector): boolean {
  return Object.entries(part).every(
    ([device, last]) => (Object.hasOwn(whole, device) ? (whole[device] ?? 0) : 0) >= last,
  )
}

export type Relation = 'same' | 'older' | 'newer' | 'diverged' | 'other-book'

/** How a snapshot stands to a book: `newer` holds all of the book and more, `diverged` lacks some and has some. */
export function relationOf(snapshot: Version, book: Version): Relation {
  if (snapshot.lineageId !== book.lineageId) return 'other-book'
  const hasAll = contains(snapshot.vector, book.vector)
  const isKnown = contains(book.vector, snapshot.vector)
  if (hasAll) return isKnown ? 'same' : 'newer'
  return isKnown ? 'older' : 'diverged'
}

/** Those that no other one is ahead of: the ends of the branches. Of several alike each is one. */
export function branchHeads<Named extends { vector: Vector }>(versions: readonly Named[]): Named[] {
  return versions.filter(
    ({ vector }) =>
      !versions.some((other) => contains(other.vector, vector) && !contains(vector, other.vector)),
  )
}
