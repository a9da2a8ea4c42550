/** Initials are compared without regard to case: they are typed in a hurry. */
export function isSameInitials(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}

/**
 * Initials that nobody else has at this meeting: AB, and for the next person with the same ones AB2, AB3 …
 * They stay within eight characters, the most that a column of the vote table holds.
 */
export function freeInitials(wanted: string, taken: readonly string[]): string {
  const isTaken = (initials: string) => taken.some((other) => isSameInitials(other, initials))
  if (!isTaken(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted.slice(0, 8 - String(number).length)}${number}`
    if (!isTaken(numbered)) return numbered
  }
}
