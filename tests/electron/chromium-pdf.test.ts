import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createChromiumPdfPrinter } from '../../electron/node-ports/chromium-pdf.ts'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { printDocument } from '../../electron/shared/print-document.ts'
import { because } from '../support/skip-reason.ts'

const options = { title: 'Minutes "199" <draft>', footer: 'Record hash 3f2a } " \\ </style>' }
const paragraph = '<p>The Panel considered the proposal and noted the update.</p>'
const html = `<!doctype html><html lang="en-GB"><head><title>Minutes</title><style>h1{color:#123}</style></head>
<body><h1>Minutes</h1>${paragraph.repeat(120)}<table><thead><tr><th scope="col">Vote</th></tr></thead><tbody><tr><td>For</td></tr></tbody></table></body></html>`

describe('a document made ready for print', () => {
  it('allows its own styles by hash, embedded pictures, and nothing else', () => {
    const { policy } = printDocument(html, options)
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; img-src data:;/)
    expect(policy).not.toContain('unsafe')
  })
  it('lets no footer out of its string', () => {
    const { html: ready } = printDocument(html, options)
    const style = /<style>(@page[\s\S]*?)<\/style>/.exec(ready)?.[1] ?? ''
    expect(style).toContain('@bottom-left{content:"Record hash 3f2a \\7d  \\22  \\5c  \\3c \\2f style\\3e "')
    expect(style.match(/[{}]/g)).toHaveLength(6)
  })
  it('gets a head and a title where it has none', () => {
    const { html: ready } = printDocument('<p>x</p>', options)
    expect(ready).toContain('<title>Minutes &#34;199&#34; &#60;draft&#62;</title>')
  })
})

describe.skipIf(findChromium() === null)(
  'the installed Chromium',
  because('no Chromium, Chrome or Edge is installed'),
  () => {
    it('prints a tagged PDF of several pages and leaves nothing behind', async () => {
      const pdf = Buffer.from(await createChromiumPdfPrinter().print(html, options)).toString('latin1')
      expect(pdf.slice(0, 5)).toBe('%PDF-')
      expect(pdf).toContain('/StructTreeRoot')
      expect(pdf).toMatch(/\/MarkInfo <<\/Type \/MarkInfo\s*\/Marked true/)
      expect(pdf).toContain('/Lang (en-GB)')
      expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(2)
      // A4 in points.
      expect(pdf).toMatch(/\/MediaBox \[0 0 (594|595)[\d.]* (841|842)[\d.]*\]/)
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith('panelbook-pdf-'))).toEqual([])
    })
    it('runs no script and asks the network for nothing', async () => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url ?? '')
        response.end()
      })
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
      const hostile = html.replace(
        '<h1>',
        `<img src="${at}/picture"><link rel="stylesheet" href="${at}/style"><iframe src="${at}/frame"></iframe><script>fetch('${at}/script')</script><img src=x onerror="location='${at}/handler'"><h1>`,
      )
      await createChromiumPdfPrinter().print(hostile, options)
      await new Promise((done) => server.close(done))
      expect(asked).toEqual([])
    })
    it('stops when it is cancelled', async () => {
      const printing = createChromiumPdfPrinter().print(html, { ...options, signal: AbortSignal.timeout(50) })
      await expect(printing).rejects.toMatchObject({ code: 'cancelled' })
    })
  },
)

describe('a machine without a browser', () => {
  it('says so and offers DOCX', async () => {
    const printing = createChromiumPdfPrinter(() => null).print(html, options)
    await expect(printing).rejects.toMatchObject({ code: 'not-available', remedy: /DOCX/ })
    const broken = createChromiumPdfPrinter(() => '/bin/false').print(html, options)
    await expect(broken).rejects.toMatchObject({ code: 'not-available' })
  })
})
