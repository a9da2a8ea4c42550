/** The lines in which something is written. */
export function namedLines<Line extends { label: string }>(lines: readonly Line[]): Line[] {
  return lines.filter(({ label }) => label.trim() !== '')
}

/**
 * What is wrong with a line, where empty ones were not sent: a problem with the second that was, is one with the line
 * that it came from.
 */
export function problemOfLine(
  problemOf: (field: string) => string | undefined,
  field: string,
  lines: readonly { label: string }[],
  at: number,
): string | undefined {
  const line = lines[at]
  if (line === undefined || line.label.trim() === '') return undefined
  return problemOf(`${field}.${namedLines(lines.slice(0, at)).length}`)
}
