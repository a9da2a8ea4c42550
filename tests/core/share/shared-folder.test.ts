import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashFile } from '../../../core/share/share-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { relations, twoLaptops } from './two-laptops.ts'

const patient = 60_000

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('what lies in the folder', { timeout: patient }, () => {
  async function published() {
    const laptops = twoLaptops()
    await laptops.ours.must('book.create', { name: 'UNC Panel' })
    laptops.ours.addPerson('Erik F')
    const { snapshotId } = await laptops.ours.must('snapshot.publish', {})
    return { ...laptops, snapshotId, path: join(laptops.share, snapshotId) }
  }

  it.each([
    ['a flipped bit in the middle', (path: string) => flipBit(path, 20_000)],
    ['a file cut short', (path: string) => truncateSync(path, 8192)],
    ['an empty file', (path: string) => truncateSync(path, 0)],
  ])('%s is invalid, and never opened', async (_what, damage) => {
    const { ours, theirs, snapshotId, path } = await published()
    damage(path)
    const [listed] = (await ours.must('snapshot.list', {})).snapshots
    expect(listed).toMatchObject({ snapshotId, relation: 'invalid' })
    expect(listed?.problem).toMatch(/damaged/)
    expect((await theirs.refused('snapshot.take-over', { snapshotId })).code).toBe('snapshot-invalid')
    expect(theirs.workspace.current()).toBeNull()
    expect(existsSync(join(theirs.ports.places.data, 'books'))).toBe(false)
  })

  it('a file under a name with its own hash that is no book is invalid', async () => {
    const { share, ours } = await published()
    writeFileSync(join(share, 'text'), 'not a book at all')
    const { sha256 } = hashFile(join(share, 'text'))
    copyFileSync(join(share, 'text'), join(share, `x.7.abcdefgh.${sha256}.panelbook`))
    const [listed] = (await ours.must('snapshot.list', {})).snapshots
    expect(listed).toMatchObject({ revision: 7, relation: 'invalid' })
    expect(listed?.problem).toMatch(/not a Panelbook book/)
  })

  it('parts, links, folders and other files are not looked at', async () => {
    const { share, ours, snapshotId, path } = await published()
    const named = (digit: string) => snapshotId.replace(/[0-9a-f]{64}/, digit.repeat(64))
    writeFileSync(join(share, `${named('1')}.part`), readFileSync(path).subarray(0, 5000))
    symlinkSync(path, join(share, named('2')))
    mkdirSync(join(share, named('3')))
    writeFileSync(join(share, snapshotId.replace('.panelbook', ' (1).panelbook')), 'x')
    expect((await ours.must('snapshot.list', {})).snapshots.map((snapshot) => snapshot.snapshotId)).toEqual([
      snapshotId,
    ])
    for (const name of [named('2'), named('3')]) {
      expect((await ours.refused('snapshot.open', { snapshotId: name })).code).toBe('snapshot-invalid')
    }
    for (const name of [`../${snapshotId}`, '/etc/passwd', named('4'), 'x']) {
      expect((await ours.refused('snapshot.open', { snapshotId: name })).code).toBe('not-found')
    }
  })

  it('a snapshot without manifest, or with a lying one, is judged by its content', async () => {
    const { share, ours, theirs, snapshotId } = await published()
    await theirs.must('snapshot.take-over', { snapshotId })
    theirs.addPerson('from them')
    const { snapshotId: branch } = await theirs.must('snapshot.publish', {})
    const manifest = join(share, branch.replace(/panelbook$/, 'json'))
    for (const content of [
      '',
      '{',
      readFileSync(manifest, 'utf8').replace(/"revision": \d+/, '"revision": -1'),
    ]) {
      writeFileSync(manifest, content)
      expect(await relations(ours)).toEqual(['newer', 'same'])
    }
    rmSync(manifest)
    expect(await relations(ours)).toEqual(['newer', 'same'])
    expect((await ours.must('snapshot.publish', {})).isBranch).toBe(true)
  })

  it('a copy of the whole folder serves as well as the folder', async () => {
    const { share, theirs, snapshotId } = await published()
    const copy = join(tempFolder(), 'copy')
    cpSync(share, copy, { recursive: true })
    theirs.ports.places.share = copy
    await theirs.must('snapshot.take-over', { snapshotId })
    expect(theirs.people()).toEqual(['Erik F'])
  })
})

describe('a child that is killed', { timeout: 120_000 }, () => {
  it('at any moment of publishing leaves no wrong snapshot, and the next one is whole', async () => {
    const { share, ours } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    let killed = 0
    let whole = 0
    for (let attempt = 0; attempt < 8; attempt++) {
      ours.addPerson(`person ${attempt}`)
      const end = new AbortController()
      const timer = setTimeout(() => end.abort(), 1000 + attempt * 60)
      await ours.must('snapshot.publish', {}, end.signal).then(
        () => whole++,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'cancelled' })
          killed++
        },
      )
      clearTimeout(timer)
      for (const name of readdirSync(share).filter((found) => found.endsWith('.panelbook'))) {
        expect(hashFile(join(share, name)).sha256).toBe(name.split('.').at(-2))
      }
    }
    expect(killed).toBeGreaterThan(0)
    const last = await ours.must('snapshot.publish', {})
    const { snapshots } = await ours.must('snapshot.list', {})
    expect(snapshots.map(({ relation }) => relation)).not.toContain('invalid')
    expect(snapshots[0]).toMatchObject({ snapshotId: last.snapshotId, relation: 'same' })
    expect(snapshots.length).toBeGreaterThan(whole)
    expect(readdirSync(share).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(join(ours.ports.places.data, 'snapshots'))).toEqual([])
  })

  it('while taking over leaves the book as it is', async () => {
    const { ours, theirs } = twoLaptops()
    await ours.must('book.create', { name: 'UNC Panel' })
    ours.addPerson('Erik F')
    const { snapshotId } = await ours.must('snapshot.publish', {})
    for (const delay of [50, 250, 400]) {
      const end = new AbortController()
      setTimeout(() => end.abort(), delay)
      await theirs.must('snapshot.take-over', { snapshotId }, end.signal).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'cancelled' })
        expect(theirs.workspace.current()).toBeNull()
      })
      await theirs.workspace.close()
    }
    await theirs.must('snapshot.take-over', { snapshotId })
    expect(theirs.people()).toEqual(['Erik F'])
  })
})
