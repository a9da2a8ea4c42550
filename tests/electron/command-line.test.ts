import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { calls } from '../../core/contract/calls.ts'
import { documentFormats, documentKinds } from '../../core/contract/words.ts'
import { commandLineIn, expectJson, expectRefusal } from '../support/run-panelbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-'))
const panelbook = commandLineIn(folder, join(folder, 'data'))
const book = join(folder, 'the “sample” book’s “ä” file.panelbook')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('panelbook calls', () => {
  it('lists every call with its description', async () => {
    const { out, error, status } = await panelbook(['calls'])
    expect({ error, status }).toEqual({ error: '', status: 0 })
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(Object.keys(calls).length)
    for (const [name, { description }] of Object.entries(calls)) {
      expect(lines.some((line) => line.startsWith(`${name} `) && line.endsWith(description))).toBe(true)
    }
  })
  it('gives the JSON Schema of every input and output', async () => {
    const { out, status } = await panelbook(['calls', '--json'])
    expect(status).toBe(0)
    const described = JSON.parse(out) as { name: string; input: Record<string, unknown>; output: unknown }[]
    expect(described.map(({ name }) => name)).toEqual(Object.keys(calls))
    for (const { input, output } of described) {
      expect(input).toMatchObject({ type: 'object', additionalProperties: false })
      expect(output).toBeTypeOf('object')
    }
  })
})

describe('wrong usage', () => {
  it.each([
    [['nonsense'], 'there is no command "nonsense"'],
    [['__proto__'], 'there is no command'],
    [['sample'], 'needs --book'],
    [['sample', '--book'], '--book'],
    [['sample', '--book', 'x', '--format', 'pdf'], 'does not take --format'],
    [['export', '--book', 'x', '--format', 'pdf', '--out', 'y'], 'one word more'],
    [['verify', 'x', '--book', 'x'], 'one word too many'],
    [['verify', '--wrong'], '--wrong'],
    [['call'], 'needs the name of a call'],
    [['call', '--batch', 'x'], 'needs --book'],
    [['call', 'x', '--batch', 'x', '--book', 'y'], 'each line has its own'],
    [['sample', '--book', ''], '--book is empty'],
    [['snapshot', 'steal', '--share', 'x'], 'publish, list, open or take-over'],
    [['snapshot', 'publish', '--share', 'x'], 'needs --book'],
    [['snapshot', 'open', '--share', 'x'], 'needs the snapshot'],
    [['snapshot', 'take-over', '--share', 'x'], 'needs the snapshot'],
    [['snapshot', 'list', 'y', '--share', 'x'], 'takes no name'],
  ])('%j ends with status 2 and one line', async (words, why) => {
    const { status, out, error } = await panelbook(words)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toMatch(/^usage: .+ \(see: panelbook help\)\n$/)
    expect(error).toContain(why)
  })
  it('help is not wrong', async () => {
    for (const words of [['help'], ['calls', '--help'], []]) {
      expect(await panelbook(words)).toMatchObject({ status: 0, error: '' })
    }
    const { out } = await panelbook(['help'])
    // Every command, document and format that there is.
    for (const word of [...documentKinds, ...documentFormats, 'snapshot take-over', 'call', 'verify']) {
      expect(out).toContain(word)
    }
  })
})

describe('a book from the command line', () => {
  it('is made, called, exported and verified', async () => {
    const made = await panelbook(['sample', '--book', book])
    expect(expectJson(made)).toMatchObject({ host: 'cli', book: { isSample: true } })
    expect(existsSync(book)).toBe(true)

    const { meetings } = expectJson<{ meetings: { id: string; number: string }[] }>(
      await panelbook(['call', 'meeting.list', '--book', book]),
    )
    const [meeting] = meetings
    const read = await panelbook(
      ['call', 'meeting.read', '--book', book, '--input', '-'],
      JSON.stringify({ meetingId: meeting?.id }),
    )
    expect(expectJson(read)).toMatchObject({ number: meeting?.number })

    for (const format of ['md', 'docx', 'html', 'json']) {
      const out = join(folder, `agenda.${format}`)
      const words = ['--meeting', meeting?.number ?? '', '--format', format, '--out', out]
      const exported = await panelbook(['export', 'agenda', '--book', book, ...words])
      expect(expectJson(exported)).toMatchObject({ kind: 'saved', where: out })
      expect(readFileSync(out).byteLength).toBeGreaterThan(200)
    }
    expect(expectJson(await panelbook(['verify', '--book', book]))).toMatchObject({ isSound: true })
  })
  it('takes a batch whose later lines use earlier results, and stops at the first refusal', async () => {
    const file = join(folder, 'batch.jsonl')
    const lines = [
      { call: 'meeting.list', input: {}, as: 'list' },
      { call: 'meeting.read', input: { meetingId: '$list.meetings.0.id' }, as: 'meeting' },
      { call: 'meeting.read', input: { meetingId: '$list.meetings.99.id' } },
      { call: 'history.state', input: {} },
    ]
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n\n'))
    const { status, out, error } = await panelbook(['call', '--batch', file, '--book', book])
    expect(status).toBe(1)
    expect(error).toMatch(/^bad-input: line 5: .+\n$/)
    const steps = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; value: { id: string } })
    expect(steps.map(({ line }) => line)).toEqual([1, 3])
    const timed = JSON.stringify({ call: 'history.state', input: {}, at: '2001-01-01T00:00:00Z' })
    expectRefusal(await panelbook(['call', '--batch', '-', '--book', book], timed), 'bad-input')
  })
  it('refuses in one line with a stable code', async () => {
    expectRefusal(await panelbook(['call', 'no.such-call', '--book', book]), 'unknown-call')
    expectRefusal(await panelbook(['call', 'meeting.list']), 'no-book-open')
    expectRefusal(
      await panelbook(['call', 'meeting.list', '--book', join(folder, 'none.panelbook')]),
      'no-such-file',
    )
    expectRefusal(await panelbook(['call', 'meeting.list', '--book', book, '--input', '{']), 'bad-input')
    expectRefusal(
      await panelbook(['call', 'meeting.list', '--book', book, '--input', '{"more":1}']),
      'bad-input',
    )
    expectRefusal(await panelbook(['sample', '--book', book]), 'already-exists')
    expectRefusal(
      await panelbook(['call', '--batch', join(folder, 'none.jsonl'), '--book', book]),
      'no-such-file',
    )
    writeFileSync(
      join(folder, 'text.panelbook'),
      'not a book, but long enough to be read as the header of one'.repeat(20),
    )
    expectRefusal(await panelbook(['verify', '--book', join(folder, 'text.panelbook')]), 'not-a-book')
    const words = ['--meeting', 'none', '--format', 'md', '--out', join(folder, 'none.md')]
    expectRefusal(await panelbook(['export', 'minutes', '--book', book, ...words]), 'not-found')
    expect(existsSync(join(folder, 'none.md'))).toBe(false)
    const nowhere = ['--format', 'md', '--out', join(folder, 'no', 'such', 'folder.md')]
    const list = JSON.parse((await panelbook(['call', 'meeting.list', '--book', book])).out) as {
      meetings: { number: string }[]
    }
    const number = list.meetings[0]?.number ?? ''
    expectRefusal(
      await panelbook(['export', 'agenda', '--book', book, '--meeting', number, ...nowhere]),
      'no-such-file',
    )
  })
})
