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
import { describe, expect, it, vi } from 'vitest'
import { hashFile } from '../../../core/share/share-files.ts'
import { createForkedShareAgent } from '../../../electron/node-ports/forked-share-agent.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import type { Laptop } from '../book/laptop.ts'
import { relations, twoLaptops } from './two-laptops.ts'

const patient = 60_000

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** Two laptops; ours has a book, and published it. */
async function published() {
  const laptops = twoLaptops()
  await laptops.ours.must('book.create', { name: 'UNC Panel' })
  laptops.ours.addPerson('Erik F')
  const { snapshotId } = await laptops.ours.must('snapshot.publish', {})
  return { ...laptops, snapshotId, path: join(laptops.share, snapshotId) }
}

describe('what lies in the folder', { timeout: patient }, () => {
  it('damaged in any way is invalid, and never opened', async () => {
    const damages: ((path: string) => void)[] = [
      (path) => flipBit(path, 20_000),
      (path) => truncateSync(path, 8192),
      (path) => truncateSync(path, 0),
    ]
    // Side by side: each is looked at again after a while, because a sync client may still be writing it.
    const seen = damages.map(async (damage) => {
      const { ours, theirs, snapshotId, path } = await published()
      damage(path)
      const [listed] = (await ours.must('snapshot.list', {})).snapshots
      expect(listed).toMatchObject({ snapshotId, relation: 'invalid' })
      expect(listed?.problem).toMatch(/damaged/)
      expect((await theirs.refused('snapshot.take-over', { snapshotId })).code).toBe('snapshot-invalid')
      expect(theirs.workspace.current()).toBeNull()
      expect(existsSync(join(theirs.ports.places.data, 'books'))).toBe(false)
    })
    await Promise.all(seen)
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
  it('before any change of the folder, or within one, leaves no wrong snapshot, and the next one is whole', async () => {
    const { share, ours } = await published()
    const dying = createForkedShareAgent(join(import.meta.dirname, '../../support/share-child-that-dies.ts'))
    const { run } = ours.ports.share
    vi.stubEnv('PANELBOOK_SHARE', share)
    let killed = 0
    ours.ports.share.run = (job, options) => {
      if (job.kind === 'probe') return Promise.resolve(null as never)
      return job.kind === 'publish' ? dying.run(job, options) : run(job, options)
    }
    // Until it has made all its changes and lived.
    for (;;) {
      ours.addPerson(`person ${killed}`)
      vi.stubEnv('PANELBOOK_DIES_AT', String(killed + 1))
      const outcome = await ours.must('snapshot.publish', {}).catch((error: unknown) => error)
      for (const name of readdirSync(share).filter((found) => found.endsWith('.panelbook'))) {
        expect(hashFile(join(share, name)).sha256).toBe(name.split('.').at(-2))
      }
      if (!(outcome instanceof Error)) break
      expect(outcome).toMatchObject({ code: 'internal' })
      killed++
    }
    vi.unstubAllEnvs()
    // A part is made, written, flushed and named, for the snapshot and for its manifest; then old parts go.
    expect(killed).toBeGreaterThanOrEqual(8)
    const last = await ours.must('snapshot.publish', {})
    const { snapshots } = await ours.must('snapshot.list', {})
    expect(snapshots.map(({ relation }) => relation)).not.toContain('invalid')
    expect(snapshots[0]).toMatchObject({ snapshotId: last.snapshotId, relation: 'same' })
    expect(readdirSync(share).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(join(ours.ports.places.data, 'snapshots'))).toEqual([])
  })

  it('by the person who publishes leaves nothing either', async () => {
    const { share, ours } = await published()
    for (const sign of [1, 2, 3]) {
      const cancelled = await abortedAt(ours, 'publish', sign, (signal) =>
        ours.must('snapshot.publish', {}, signal),
      )
      expect(cancelled).toMatchObject({ code: 'cancelled' })
    }
    await ours.must('snapshot.publish', {})
    expect((await relations(ours)).filter((relation) => relation === 'invalid')).toEqual([])
    expect(readdirSync(share).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(join(ours.ports.places.data, 'snapshots'))).toEqual([])
  })

  it('while taking over leaves the book as it is', async () => {
    const { theirs, snapshotId } = await published()
    for (const sign of [1, 2]) {
      const cancelled = await abortedAt(theirs, 'fetch', sign, (signal) =>
        theirs.must('snapshot.take-over', { snapshotId }, signal),
      )
      expect(cancelled).toMatchObject({ code: 'cancelled' })
      expect(theirs.workspace.current()).toBeNull()
      expect(existsSync(join(theirs.ports.places.data, 'books'))).toBe(false)
    }
    await theirs.must('snapshot.take-over', { snapshotId })
    expect(theirs.people()).toEqual(['Erik F'])
  })

  /** Cancels a job at its nth sign of progress, which it gives before it has answered. */
  async function abortedAt(
    laptop: Laptop,
    kind: string,
    sign: number,
    work: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<unknown> {
    const { run } = laptop.ports.share
    const end = new AbortController()
    let signs = 0
    laptop.ports.share.run = (job, options) =>
      run(job, {
        ...options,
        onProgress: (...step) => {
          options.onProgress?.(...step)
          if (job.kind === kind && ++signs === sign) end.abort()
        },
      })
    try {
      return await work(end.signal)
    } catch (error) {
      return error
    } finally {
      laptop.ports.share.run = run
    }
  }
})
