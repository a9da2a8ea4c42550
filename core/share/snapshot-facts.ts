import { join } from 'node:path'
import { openStore } from '../../db/open.ts'
import { importSnapshot } from '../../db/snapshot-file.ts'
import type { Reader } from '../../db/store-types.ts'
import { readBook } from '../book/library.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Vector } from './relation.ts'

/** What a book or snapshot says of itself, read from its rows and history. */
export interface SnapshotFacts {
  name: string
  lineageId: string
  revision: number
  vector: Vector
  /** Who published it last, and from where; empty where nobody did. */
  deviceId: string
  person: string
  publishedAt: string | null
  rowCounts: Record<string, number>
}

/** Where a job may write, and what it needs to read books. */
export interface Workshop {
  /** A private folder of this job alone. */
  scratch: string
  migrations: string
  /** An id that no device has: for imports that nobody writes in. */
  unusedDeviceId: string
  now: string
}

/** The vector of a book: per device the number of its last entry. */
export function readVector(db: Reader): Vector {
  return Object.fromEntries(
    db
      .all<{ device: string; last: number }>(
        'SELECT device, max(device_seq) AS last FROM journal GROUP BY device',
      )
      .map(({ device, last }) => [device, last]),
  )
}

/** The facts of a snapshot that has been checked. One of an older version is brought up in a private copy. */
export function readSnapshotFacts(path: string, workshop: Workshop): SnapshotFacts {
  const options = { migrations: workshop.migrations, now: () => workshop.now }
  try {
    const store = openStore(path, { ...options, readOnly: true })
    try {
      return store.read(readFacts)
    } finally {
      store.close()
    }
  } catch (error) {
    if (!(error instanceof PanelbookError) || error.code !== 'read-only') throw error
  }
  const broughtUp = join(workshop.scratch, `brought-up-${Math.random().toString(36).slice(2)}.panelbook`)
  importSnapshot(path, broughtUp, { ...options, deviceId: workshop.unusedDeviceId })
  const store = openStore(broughtUp, { ...options, backups: workshop.scratch })
  try {
    const facts = store.read(readFacts)
    const vector = Object.entries(facts.vector).filter(([device]) => device !== workshop.unusedDeviceId)
    return { ...facts, vector: Object.fromEntries(vector) }
  } finally {
    store.close()
  }
}

export function readFacts(db: Reader): SnapshotFacts {
  const book = readBook(db)
  const published = db.get<{ device: string; actor: string; at: string }>(
    "SELECT device, actor, at FROM journal WHERE command = 'snapshot.publish' ORDER BY seq DESC LIMIT 1",
  )
  return {
    name: book.name,
    lineageId: book.lineage_id,
    revision: book.revision,
    vector: readVector(db),
    deviceId: published?.device ?? '',
    person: published?.actor ?? '',
    publishedAt: published?.at ?? null,
    rowCounts: readRowCounts(db),
  }
}

function readRowCounts(db: Reader): Record<string, number> {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name",
  )
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db.get<{ n: number }>(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`)?.n ?? 0,
    ]),
  )
}
