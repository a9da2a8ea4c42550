import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCore, root, type TestCore } from '../support/make-core.ts'
import { smallDisk } from '../support/small-disk.ts'
import { because } from '../support/skip-reason.ts'
import { commandLineIn, expectJson, expectRefusal } from '../support/run-panelbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-limits-'))
const panelbook = commandLineIn(folder, join(folder, 'data'))
const book = join(folder, 'it’s "a" book – \u65e5\u672c.panelbook')

beforeAll(async () => {
  expectJson(await panelbook(['new', '--book', book, '--name', 'Limits']))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(process.platform === 'win32')('standard output', because('there is no bash'), () => {
  const shell = async (line: string) =>
    promisify(execFile)('bash', ['-c', line], {
      cwd: folder,
      env: {
        ...process.env,
        PANELBOOK: `${process.execPath} ${join(root, 'electron/cli/panelbook.ts')}`,
        BOOK: book,
      },
    })

  it('may be closed early by whoever reads it', async () => {
    const { stdout, stderr } = await shell('set -o pipefail; $PANELBOOK calls --json | head -c 1')
    expect({ stdout, stderr }).toEqual({ stdout: '[', stderr: '' })
  })
  it('that is closed in the middle of a batch does not stop the batch', async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      JSON.stringify({ call: 'person.add', input: { name: `Person ${index}`, initials: `P${index}` } }),
    )
    writeFileSync(join(folder, 'people.jsonl'), lines.join('\n'))
    const { stderr } = await shell(
      'set -o pipefail; $PANELBOOK call --batch people.jsonl --book "$BOOK" --data data | head -c 1',
    )
    expect(stderr).toBe('')
    const listed = expectJson<{ people: unknown[] }>(await panelbook(['call', 'person.list', '--book', book]))
    expect(listed.people).toHaveLength(40)
  })
  it.skipIf(!existsSync('/dev/full'))('that takes nothing is one line and status 1', async () => {
    const failed = await shell('$PANELBOOK verify --book "$BOOK" --data data > /dev/full').catch(
      (error: unknown) => error,
    )
    expect(failed).toMatchObject({ code: 1 })
    expect((failed as { stderr: string }).stderr).toMatch(/^disk-full: .+\n$/)
  })
})

describe('input', () => {
  it('from standard input may be huge, and is refused or taken in one line', async () => {
    const huge = JSON.stringify({ name: 'x'.repeat(20_000_000), initials: 'XX' })
    const words = ['call', 'person.add', '--book', book, '--input', '-']
    const refused = await panelbook(words, huge)
    expectRefusal(refused, 'bad-input')
    expect(refused.error.length).toBeLessThan(1000)
  })
  it('that is nested without end is refused in one line', async () => {
    const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000)
    for (const input of [deep('[', ']'), deep('[', '')]) {
      const call = ['call', 'person.list', '--book', book, '--input', '-']
      expectRefusal(await panelbook(call, input), 'bad-input')
      const batch = `{"call":"person.list","input":${input}}`
      expectRefusal(await panelbook(['call', '--batch', '-', '--book', book], batch), 'bad-input')
    }
  })
  it.each([['\0\u0001\u0002'], ['"'], ['undefined'], [''], ['[]'], ['"text"'], ['7']])(
    '%j is not the input of a call',
    async (input) => {
      const words = ['call', 'person.add', '--book', book, '--input', '-']
      expectRefusal(await panelbook(words, input), 'bad-input')
    },
  )
})

describe('a book that another Panelbook has open', () => {
  let other: TestCore
  beforeAll(async () => {
    other = await makeCore({ sample: true })
  })
  afterAll(async () => {
    await other.close()
  })

  it('may be read, exported and verified, and not be written', async () => {
    const from = ['--book', other.book]
    const before = (await other.must('history.state', {})).lastHash
    expectJson(await panelbook(['call', 'meeting.list', ...from]))
    expect(expectJson(await panelbook(['verify', ...from]))).toMatchObject({ isSound: true })
    const choice = { document: 'agenda', meetingNumber: '199', format: 'md' }
    expectJson(
      await panelbook([
        'call',
        'document.export',
        ...from,
        '--input',
        JSON.stringify(choice),
        '--out',
        'a.md',
      ]),
    )
    expect(existsSync(join(folder, 'a.md'))).toBe(true)
    expectRefusal(await panelbook(['call', 'history.undo', ...from]), 'book-in-use')
    const share = join(folder, 'share')
    mkdirSync(share)
    expectRefusal(await panelbook(['snapshot', 'publish', ...from, '--share', share]), 'book-in-use')
    expect((await other.must('history.state', {})).lastHash).toBe(before)
  })
})

describe('a document without --out', () => {
  it('is written where the person stands, and never over another file', async () => {
    const sample = join(folder, 'sample.panelbook')
    expectJson(await panelbook(['sample', '--book', sample]))
    const input = JSON.stringify({ document: 'agenda', meetingNumber: '199', format: 'md' })
    const words = ['call', 'document.export', '--book', sample, '--input', input]
    const { where } = expectJson<{ where: string }>(await panelbook(words))
    expect(where.startsWith(folder)).toBe(true)
    writeFileSync(where, 'mine')
    expectRefusal(await panelbook(words), 'already-exists')
    expect(readFileSync(where, 'utf8')).toBe('mine')
  })
})

describe('a sample that finds no room', () => {
  it('leaves nothing behind', async (context) => {
    const disk = smallDisk('3m')
    if (disk === undefined) return context.skip('only root may mount a small disk')
    const refused = await panelbook(['sample', '--book', join(disk, 'sample.panelbook')])
    expectRefusal(refused, 'disk-full')
    expect(refused.error).toContain('Nothing was left behind.')
    expect(readdirSync(disk)).toEqual([])
  })
})
