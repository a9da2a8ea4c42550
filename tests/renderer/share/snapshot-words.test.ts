import { describe, expect, it } from 'vitest'
import { groupSnapshots } from '../../../renderer/share/group-snapshots.ts'
import {
  deviceWords,
  progressParts,
  sizeWords,
  snapshotWords,
} from '../../../renderer/share/snapshot-words.ts'
import type { Snapshot } from '../../../renderer/state/share.ts'

function snapshot(parts: Partial<Snapshot>): Snapshot {
  return {
    snapshotId: 'x',
    book: 'UNC Panel',
    revision: 41,
    device: '01a20c5d-3a3e-74f8-a2dd-5cb01792c636',
    person: 'AF',
    publishedAt: '2016-12-15T11:40:07.000+00:00',
    size: 1,
    relation: 'same',
    problem: '',
    ...parts,
  }
}

describe('a snapshot in words', () => {
  it.each([
    [512, '512 bytes'],
    [412 * 1024, '412 KB'],
    [5.6 * 1024 * 1024, '5.6 MB'],
    [1_000_000, '977 KB'],
    [1_047_000, '1.0 MB'],
  ])('%d is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words)
  })

  it('says who and when where they are known', () => {
    expect(snapshotWords(snapshot({}))).toBe('revision 41, published by AF on Thu 15 Dec 2016 at 11:40')
    expect(snapshotWords(snapshot({ person: '', publishedAt: null }))).toBe('revision 41')
    expect(deviceWords(snapshot({}).device)).toBe('1792c636')
  })

  it('counts snapshots by their number, bytes in KB, and steps not at all', () => {
    expect(progressParts({ what: 'Checking', done: 3, total: 10 })).toEqual({
      label: 'Checking',
      done: 3,
      total: 10,
    })
    expect(progressParts({ what: 'Copying', done: 1024 * 1024, total: 2 * 1024 * 1024 })).toMatchObject({
      done: 1024,
      total: 2048,
      unit: 'KB',
    })
    expect(progressParts({ what: 'Reading', done: 1, total: 1 })).toMatchObject({ total: 0 })
  })

  it('is looked for by book; of other books the one published last comes first', () => {
    const older = snapshot({
      snapshotId: 'a',
      relation: 'other-book',
      revision: 9,
      publishedAt: '2016-12-14T10:00:00.000+00:00',
    })
    const newer = snapshot({
      snapshotId: 'b',
      relation: 'other-book',
      revision: 2,
      publishedAt: '2016-12-15T10:30:00.000+01:00',
    })
    const own = snapshot({ snapshotId: 'c', relation: 'diverged' })
    const broken = snapshot({ snapshotId: 'd', relation: 'invalid' })
    expect(groupSnapshots([older, own, broken, newer])).toEqual({
      ofBook: [own],
      others: [newer, older],
      unusable: [broken],
    })
  })
})
