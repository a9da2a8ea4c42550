import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLineIn, expectJson, expectRefusal } from '../support/run-panelbook.ts'

/** Two laptops, each with data of its own, and one shared folder; nothing but the command line between them. */
const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-share-'))
const share = join(folder, 'the share (“UNC”)')
const ours = commandLineIn(folder, join(folder, 'our data'))
const theirs = commandLineIn(folder, join(folder, 'their data'))
const book = join(folder, 'ours.panelbook')

interface Opened {
  path: string
  book: { isReadOnly: boolean; snapshotId: string | null; deviceId: string }
}
interface Listed {
  snapshots: { snapshotId: string; revision: number; relation: string }[]
}
type Published = { snapshotId: string; revision: number; isBranch: boolean; notice: string }

const withPerson = (name: string, of: string) => [
  'call',
  'person.add',
  '--book',
  of,
  '--input',
  JSON.stringify({ name, initials: name.slice(0, 2).toUpperCase() }),
]
const publish = (of: string) => ['snapshot', 'publish', '--book', of, '--share', share]
const list = (of?: string) => [
  'snapshot',
  'list',
  '--share',
  share,
  ...(of === undefined ? [] : ['--book', of]),
]
async function people(run: typeof ours, of: string): Promise<string[]> {
  const listed = expectJson<{ people: { name: string }[] }>(await run(['call', 'person.list', '--book', of]))
  return listed.people.map(({ name }) => name).toSorted()
}
const relations = (listed: Listed) => listed.snapshots.map(({ relation }) => relation)
const contents = () =>
  new Map(readdirSync(share).map((name) => [name, readFileSync(join(share, name), 'hex')]))

beforeAll(() => {
  mkdirSync(share)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a snapshot from the command line', () => {
  let first: Published
  let taken: Opened

  it('is published, listed, and opened to be read', async () => {
    expectJson(await ours(['new', '--book', book, '--name', 'UNC Panel']))
    expectJson(await ours(withPerson('Erik', book)))
    first = expectJson<Published>(await ours(publish(book)))
    expect(first).toMatchObject({ revision: 1, isBranch: false, notice: '' })
    expect(expectJson<Listed>(await ours(list(book))).snapshots).toMatchObject([
      { snapshotId: first.snapshotId, revision: 1, relation: 'same' },
    ])
    expect(relations(expectJson(await theirs(list())))).toEqual(['other-book'])

    const opened = expectJson<Opened>(await theirs(['snapshot', 'open', first.snapshotId, '--share', share]))
    expect(opened.book).toMatchObject({ isReadOnly: true, snapshotId: first.snapshotId, deviceId: '' })
    // The copy can be read by every other command, and written by none.
    const copy = readFileSync(opened.path)
    expect(await people(theirs, opened.path)).toEqual(['Erik'])
    expect(expectJson(await theirs(['verify', '--book', opened.path]))).toMatchObject({ isSound: true })
    expectRefusal(await theirs(withPerson('Nobody', opened.path)), 'read-only')
    expectRefusal(await theirs(publish(opened.path)), 'read-only')
    expect(readFileSync(opened.path).equals(copy)).toBe(true)
    expect(readdirSync(dirname(opened.path))).toEqual([first.snapshotId])
  })

  it('is taken over as a new generation, and the one before is kept', async () => {
    taken = expectJson<Opened>(await theirs(['snapshot', 'take-over', first.snapshotId, '--share', share]))
    expect(taken.path).toMatch(/generation-000001/)
    expect(taken.book).toMatchObject({ isReadOnly: false, snapshotId: null })
    expectJson(await theirs(withPerson('Anna', taken.path)))
    const back = expectJson<Published>(await theirs(publish(taken.path)))
    expect(back).toMatchObject({ revision: 2, isBranch: false })
    expect(relations(expectJson(await ours(list(book))))).toEqual(['newer', 'same'])

    const words = ['snapshot', 'take-over', back.snapshotId, '--share', share]
    const before = readFileSync(book)
    const ourNext = expectJson<Opened>(await ours([...words, '--book', book]))
    expect(await people(ours, ourNext.path)).toEqual(['Anna', 'Erik'])
    // The book that was given by its path stays where it is, as it is; the new one lies in the data folder.
    expect(readFileSync(book).equals(before)).toBe(true)
    expect(ourNext.path.startsWith(join(folder, 'our data', 'books'))).toBe(true)
    const again = expectJson<Opened>(await ours(words))
    expect(again.path).toBe(ourNext.path.replace('generation-000001', 'generation-000002'))
    expect(await people(ours, ourNext.path)).toEqual(['Anna', 'Erik'])
  })

  it('of two that went on separately is told, and neither is overwritten', async () => {
    expectJson(await ours(withPerson('Uwe', book)))
    expectJson(await theirs(withPerson('Tina', taken.path)))
    const branch = expectJson<Published>(await theirs(publish(taken.path)))
    const before = contents()
    const listed = expectJson<Listed>(await ours(list(book)))
    expect(listed.snapshots.find(({ snapshotId }) => snapshotId === branch.snapshotId)?.relation).toBe(
      'diverged',
    )
    const words = ['snapshot', 'take-over', branch.snapshotId, '--share', share, '--book', book]
    const refused = await ours(words)
    expectRefusal(refused, 'share-diverged')
    expect(refused.error).toContain('went on separately')
    expect(contents()).toEqual(before)
    expect(await people(ours, book)).toEqual(['Erik', 'Uwe'])

    // Published beside it, with a word about it; then nothing is lost by going on from theirs.
    const published = expectJson<Published>(await ours(publish(book)))
    expect(published.isBranch).toBe(true)
    expect(published.notice).toContain('nothing was overwritten')
    for (const [name, content] of before) expect(contents().get(name)).toBe(content)
    const joined = expectJson<Opened>(await ours(words))
    expect(await people(ours, joined.path)).toEqual(['Anna', 'Erik', 'Tina'])
    expect(await people(ours, book)).toEqual(['Erik', 'Uwe'])
  })

  it('is refused in one line where folder or name are wrong', async () => {
    const nowhere = ['--share', join(folder, 'none')]
    expectRefusal(await ours(['snapshot', 'list', ...nowhere]), 'share-unreachable')
    expectRefusal(await ours(['snapshot', 'publish', '--book', book, ...nowhere]), 'share-unreachable')
    for (const name of ['none', `../${first.snapshotId}`, '/etc/passwd']) {
      expectRefusal(await ours(['snapshot', 'take-over', name, '--share', share]), 'not-found')
    }
    const damaged = join(share, first.snapshotId)
    writeFileSync(damaged, readFileSync(damaged).subarray(0, 4096))
    expectRefusal(await theirs(['snapshot', 'open', first.snapshotId, '--share', share]), 'snapshot-invalid')
  })

  it('is reached by call and by batch as well, with the folder of this run', async () => {
    expectJson(await ours(['call', 'snapshot.list', '--share', share]))
    const batch = [
      { call: 'snapshot.publish', as: 'published' },
      { call: 'snapshot.open', input: { snapshotId: '$published.snapshotId' } },
    ]
    const lines = batch.map((line) => JSON.stringify(line)).join('\n')
    const { status, error, out } = await ours(
      ['call', '--batch', '-', '--book', book, '--share', share],
      lines,
    )
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      line: 2,
      value: { book: { isReadOnly: true } },
    })
  })
})
