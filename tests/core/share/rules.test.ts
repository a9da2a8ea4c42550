import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  manifestFileName,
  parsePartName,
  parseSnapshotName,
  partFileName,
  shortDevice,
  snapshotFileName,
} from '../../../core/share/names.ts'
import { branchHeads, contains, relationOf, type Vector } from '../../../core/share/relation.ts'
import { snapshotsToRemove, type KnownSnapshot } from '../../../core/share/rotate.ts'

const sha256 = 'ab'.repeat(32)
const deviceId = '0158fd2c-7e00-7abc-8def-0123456789ab'

describe('names of snapshots', () => {
  it.each(['UNC Panel', 'CON', '../../etc/passwd', 'a\nb"c*?', 'É'.repeat(200), '😀', '', 'nul.txt', 'x. '])(
    'are safe for a book called %j',
    (book) => {
      const name = snapshotFileName({ book, revision: 12345, deviceId, sha256 })
      expect(name).toMatch(/^[a-z0-9-]+\.12345\.456789ab\.[0-9a-f]{64}\.panelbook$/)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./)
      expect(partFileName(name).length).toBeLessThanOrEqual(120)
      expect(name.normalize('NFC')).toBe(name)
      expect(parseSnapshotName(name)).toMatchObject({
        revision: 12345,
        device: shortDevice(deviceId),
        sha256,
      })
      expect(parsePartName(partFileName(name))).toEqual(parseSnapshotName(name))
      expect(parsePartName(partFileName(manifestFileName(name)))).toEqual(parseSnapshotName(name))
    },
  )

  it.each([
    `../b.1.456789ab.${sha256}.panelbook`,
    `b.1.456789ab.${sha256}.panelbook.part`,
    `b.1.456789ab.${sha256} (conflicted copy).panelbook`,
    `b.1.456789ab.${sha256.toUpperCase()}.panelbook`,
    `b.01.456789ab.${sha256}.panelbook`,
    `b.1.456789ab.${sha256}.panelbook\n`,
    'book.panelbook',
    '',
  ])('are nothing else: %j', (name) => {
    expect(parseSnapshotName(name)).toBeUndefined()
  })
})

const vector = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
  fc.integer({ min: 1, max: 3 }),
)

describe('relations', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, 'same'],
    [{ a: 2 }, { a: 1 }, 'newer'],
    [{ a: 1, b: 1 }, { a: 1 }, 'newer'],
    [{ a: 1 }, { a: 1, b: 4 }, 'older'],
    [{ a: 2 }, { a: 1, b: 1 }, 'diverged'],
    [{}, {}, 'same'],
  ] as [Vector, Vector, string][])('a snapshot of %j is to a book of %j: %s', (snapshot, book, relation) => {
    expect(relationOf({ lineageId: 'l', vector: snapshot }, { lineageId: 'l', vector: book })).toBe(relation)
    expect(relationOf({ lineageId: 'm', vector: snapshot }, { lineageId: 'l', vector: book })).toBe(
      'other-book',
    )
  })

  it('are an order: mirrored when the two change places, and containment goes through', () => {
    const mirrored = { same: 'same', older: 'newer', newer: 'older', diverged: 'diverged' } as Record<
      string,
      string
    >
    fc.assert(
      fc.property(vector, vector, vector, (one, two, three) => {
        const to = (left: Vector, right: Vector) =>
          relationOf({ lineageId: 'l', vector: left }, { lineageId: 'l', vector: right })
        expect(to(two, one)).toBe(mirrored[to(one, two)])
        if (contains(one, two) && contains(two, three)) expect(contains(one, three)).toBe(true)
      }),
    )
  })

  it('have the ends of the branches as heads', () => {
    const versions = [
      { n: 1, vector: { a: 1 } },
      { n: 2, vector: { a: 2 } },
      { n: 3, vector: { a: 1, b: 1 } },
    ]
    expect(branchHeads(versions).map(({ n }) => n)).toEqual([2, 3])
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1 }), (vectors) => {
        const all = vectors.map((of) => ({ vector: of }))
        const heads = branchHeads(all)
        expect(all.every(({ vector: of }) => heads.some((head) => contains(head.vector, of)))).toBe(true)
      }),
    )
  })
})

describe('rotation', () => {
  const now = '2017-03-01T12:00:00.000+00:00'
  const at = (daysAgo: number, hour = 9): string =>
    `${new Date(Date.parse('2017-03-01T00:00:00Z') - daysAgo * 86_400_000).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00.000+00:00`
  const own = { lineageId: 'l', deviceId: 'me' }
  const mine = (revision: number, publishedAt: string): KnownSnapshot => ({
    ...own,
    name: `r${revision}`,
    revision,
    vector: { me: revision },
    publishedAt,
  })

  it('keeps the newest ten whatever their age', () => {
    const all = Array.from({ length: 14 }, (_, index) => mine(index + 1, at(200 - index)))
    expect(snapshotsToRemove(all, own, now)).toEqual(['r4', 'r3', 'r2', 'r1'])
  })

  it('keeps the last of each of the past thirty days', () => {
    const all = Array.from({ length: 60 }, (_, index) =>
      mine(index + 1, at(Math.floor((59 - index) / 2), 9 + (index % 2))),
    )
    const removed = new Set(snapshotsToRemove(all, own, now))
    const kept = all.filter(({ name }) => !removed.has(name))
    expect(kept.slice(-10).map(({ revision }) => revision)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
    expect(new Set(kept.map(({ publishedAt }) => publishedAt.slice(0, 10))).size).toBe(30)
    expect(kept).toHaveLength(10 + 25)
  })

  it('keeps the end of every branch and whatever is not its own', () => {
    const branch = { ...mine(1, at(300)), name: 'branch', vector: { me: 1, other: 9 } }
    const foreign = { ...mine(1, at(300)), name: 'foreign', deviceId: 'other' }
    const otherBook = { ...mine(1, at(300)), name: 'other-book', lineageId: 'm' }
    const all = [
      branch,
      foreign,
      otherBook,
      ...Array.from({ length: 12 }, (_, index) => mine(index + 2, at(200 - index))),
    ]
    expect(snapshotsToRemove(all, own, now)).toEqual(['r3', 'r2'])
  })
})
