import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFileName, safeFileName } from '../../../core/documents/file-name.ts'
import { meeting } from './written.ts'

describe('the file name of a document', () => {
  it.each([
    ['minutes', 'UNC Modification Panel 199 minutes (draft)'],
    ['vote-annex', 'UNC Modification Panel 199 vote annex (draft)'],
    ['action-log', 'UNC Modification Panel 199 action log (draft)'],
    ['agenda', 'UNC Modification Panel 199 agenda'],
  ] as const)('of the %s is %s', (kind, name) => {
    expect(documentFileName(kind, meeting())).toBe(name)
  })

  it('follows the status of the minutes', () => {
    const record = meeting(({ version }) => {
      version.status = 'approved'
    })
    expect(documentFileName('minutes', record)).toBe('UNC Modification Panel 199 minutes (approved)')
  })

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\system32', 'C Windows system32'],
    ['a/b:c*d?e"f<g>h|i', 'a b c d e f g h i'],
    ['CON', 'document CON'],
    ['con.txt', 'document con.txt'],
    ['Com1', 'document Com1'],
    ['LPT9.docx', 'document LPT9.docx'],
    ['COM¹', 'document COM¹'],
    ['CONIN$', 'document CONIN$'],
    ['Console', 'Console'],
    ['...hidden...', 'hidden'],
    [' . ', 'document'],
    ['', 'document'],
    ['line\r\nend\u0000\u0007', 'line end'],
    ['evil\u202egpj.exe', 'evil gpj.exe'],
    ['zero\u200bwidth\ufeff', 'zero width'],
    ['half \ud800', 'half'],
    ['Zoe\u0308', 'Zoë'],
    ['議事録 199', '議事録 199'],
  ])('makes %j into %j', (text, name) => {
    expect(safeFileName(text)).toBe(name)
  })

  it('is never more than 120 characters with its ending, and cuts no character in two', () => {
    expect(safeFileName('x'.repeat(300))).toHaveLength(115)
    const name = safeFileName('😀'.repeat(300))
    expect(new TextEncoder().encode(`${name}.docx`).length).toBeLessThanOrEqual(250)
    expect(name.isWellFormed()).toBe(true)
    expect([...safeFileName('議'.repeat(300))].length).toBe(81)
    expect(safeFileName(`con.${'x'.repeat(300)}`)).toHaveLength(115)
    expect(safeFileName(`${'x'.repeat(114)}. y`)).toBe('x'.repeat(114))
  })

  it('is safe whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const name = safeFileName(text)
        expect(name).not.toBe('')
        expect([...name].length).toBeLessThanOrEqual(115)
        expect(name).toBe(name.normalize('NFC'))
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]|^[. ]|[. ]$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
  })
})
