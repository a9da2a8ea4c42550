/** CSV as RFC 4180 has it, every field quoted: rows of fields. Anything else is refused. */
export function readCsv(text: string): string[][] {
  const content = text.replace(/^\ufeff/, '')
  const rows: string[][] = [[]]
  const token = /"((?:[^"]|"")*)"(,|\r\n)/gy
  let at = 0
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    at = token.lastIndex
    rows.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'))
    if (match[2] === '\r\n') rows.push([])
  }
  if (at !== content.length) throw new Error(`No CSV of ours: ${content.slice(at, at + 80)}`)
  return rows.slice(0, -1)
}
