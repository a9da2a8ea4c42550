import { describe, expect, it } from 'vitest'
import { namedLines, problemOfLine } from '../../../renderer/ui/named-lines.ts'

describe('lines of which empty ones are not sent', () => {
  const lines = [{ label: 'Original' }, { label: '  ' }, { label: 'A' }, { label: '' }]
  it('are those in which something is written', () => {
    expect(namedLines(lines)).toEqual([{ label: 'Original' }, { label: 'A' }])
  })
  it('show a problem at the line that it came from', () => {
    const problemOf = (field: string) => (field === 'options.1' ? 'Twice.' : undefined)
    expect(lines.map((_, at) => problemOfLine(problemOf, 'options', lines, at))).toEqual([
      undefined,
      undefined,
      'Twice.',
      undefined,
    ])
  })
})
