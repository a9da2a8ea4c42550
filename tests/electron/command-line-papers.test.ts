import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '../../core/contract/calls.ts'
import { commandLineIn, expectJson, expectRefusal } from '../support/run-panelbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-'))
const panelbook = commandLineIn(folder, join(folder, 'data'))
const book = join(folder, 'panel.panelbook')
let itemId: string

beforeAll(async () => {
  await panelbook(['sample', '--book', book])
  const meetings = expectJson(
    await panelbook(['call', 'meeting.list', '--book', book]),
  ) as CallOutput<'meeting.list'>
  const meetingId = meetings.meetings.find(({ number }) => number === '199')?.id ?? ''
  const input = JSON.stringify({ meetingId })
  const meeting = expectJson(
    await panelbook(['call', 'meeting.read', '--book', book, '--input', input]),
  ) as CallOutput<'meeting.read'>
  itemId = meeting.agenda[0]?.id ?? ''
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('papers on the command line', () => {
  it('are filed from --file and written out to --out', async () => {
    writeFileSync(join(folder, 'report.pdf'), 'the report')
    const input = JSON.stringify({ itemId, receivedOn: '2016-12-01' })
    const attached = expectJson(
      await panelbook(['call', 'paper.attach', '--book', book, '--file', 'report.pdf', '--input', input]),
    ) as CallOutput<'paper.attach'>
    expect(attached).toMatchObject({ outcome: 'filed' })
    expect(readdirSync(join(folder, 'panel.papers'))).toHaveLength(1)
    const paper = JSON.stringify({ paperId: attached.paperId })
    const out = join(folder, 'again.pdf')
    expect(
      expectJson(await panelbook(['call', 'paper.open', '--book', book, '--out', out, '--input', paper])),
    ).toEqual({ kind: 'saved', where: out, fileName: 'report.pdf' })
    expect(readFileSync(out, 'utf8')).toBe('the report')
    // Without --out it goes where one stands, and over nothing.
    expectRefusal(await panelbook(['call', 'paper.open', '--book', book, '--input', paper]), 'already-exists')
  })
  it('say what they need', async () => {
    const input = JSON.stringify({ itemId })
    expectRefusal(
      await panelbook(['call', 'paper.attach', '--book', book, '--input', input]),
      'not-available',
    )
    writeFileSync(join(folder, 'run.exe'), 'MZ')
    expectRefusal(
      await panelbook(['call', 'paper.attach', '--book', book, '--file', 'run.exe', '--input', input]),
      'bad-input',
    )
    expectRefusal(
      await panelbook(['call', 'paper.attach', '--book', book, '--file', 'not there.pdf', '--input', input]),
      'no-such-file',
    )
    const { status, error } = await panelbook([
      'call',
      '--batch',
      '-',
      '--book',
      book,
      '--file',
      'report.pdf',
    ])
    expect({ status, error }).toEqual({
      status: 2,
      error: 'usage: "call --batch" does not take --file (see: panelbook help)\n',
    })
  })
})
