import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { CallOutput } from '../../core/contract/calls.ts'
import { commandLineIn, expectJson } from '../support/run-panelbook.ts'

/** A rehearsal lives as long as its process at most. */
const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-rehearsal-'))
const data = join(folder, 'data')
const panelbook = commandLineIn(folder, data)
const book = join(folder, 'book.panelbook')
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const batch = (...lines: object[]) =>
  panelbook(
    ['call', '--batch', '-', '--book', book],
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
const add = (initials: string) => ({ call: 'person.add', input: { name: `Person ${initials}`, initials } })
const people = async () => {
  const result = await panelbook(['call', 'person.list', '--book', book, '--input', '{}'])
  return expectJson<CallOutput<'person.list'>>(result).people.map(({ initials }) => initials)
}
const rehearsals = () => (existsSync(join(data, 'rehearsals')) ? readdirSync(join(data, 'rehearsals')) : [])

it('a batch can begin a rehearsal, act in it and go on in the book after it', async () => {
  expectJson(await panelbook(['new', '--book', book, '--name', 'From a script']))
  const { status, out } = await batch(
    add('QA'),
    { call: 'rehearsal.begin', input: {} },
    add('QB'),
    { call: 'rehearsal.end', input: {} },
    add('QC'),
  )
  expect(status).toBe(0)
  expect(out).toContain('The rehearsal is over; 1 change was discarded. This is the book again.')
  expect(await people()).toEqual(['QA', 'QC'])
  expect(rehearsals()).toEqual([])
})

it('a rehearsal that a batch does not end, or that is refused halfway, is gone with its process', async () => {
  const before = readFileSync(book)
  expect(await batch({ call: 'rehearsal.begin', input: {} }, add('QD'))).toMatchObject({ status: 0 })
  expect(rehearsals()).toEqual([])
  const refused = await batch({ call: 'rehearsal.begin', input: {} }, add('QE'), {
    call: 'meeting.open',
    input: { meetingId: 'nothing' },
  })
  expect(refused).toMatchObject({ status: 1 })
  expect(rehearsals()).toEqual([])
  expect(await people()).toEqual(['QA', 'QC'])
  expect(readFileSync(book).equals(before)).toBe(true)
})

it('a single call begins one and takes it with it', async () => {
  const state = expectJson<CallOutput<'rehearsal.begin'>>(
    await panelbook(['call', 'rehearsal.begin', '--book', book]),
  )
  expect(state.book).toMatchObject({ isRehearsal: true, rehearses: 'From a script' })
  expect(rehearsals()).toEqual([])
})
