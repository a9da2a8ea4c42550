import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { manifestFileName, parseSnapshotName } from './names.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What lies beside a snapshot for people, scripts and a quick look. The snapshot itself says the same; where the
 * two differ the snapshot is right.
 */
const manifest = z.object({
  format: z.literal(1),
  book: z.string(),
  lineageId: z.string().min(1).max(64),
  revision: z.int().min(0),
  /** Hashes of the snapshots in the folder that it directly follows. */
  parents: z.array(sha256),
  /** Per device, its last entry. */
  vector: z.record(z.string().max(64), z.int().min(1)),
  deviceId: z.string().min(1).max(64),
  person: z.string(),
  publishedAt: z.iso.datetime({ offset: true }),
  schemaVersion: z.int().min(1),
  applicationVersion: z.string(),
  rowCounts: z.record(z.string(), z.int().min(0)),
  sha256,
  /** Bytes. */
  size: z.int().min(1),
  /** Files that belong to the book and lie beside it under their hashes. */
  attachments: z.array(z.object({ sha256, size: z.int() })),
})
export type Manifest = z.infer<typeof manifest>

const largestManifest = 1024 * 1024

/** The manifest of a snapshot, or undefined where there is none that fits its name. */
export function readManifest(folder: string, snapshotName: string): Manifest | undefined {
  const path = join(folder, manifestFileName(snapshotName))
  try {
    const found = lstatSync(path)
    if (!found.isFile() || found.size > largestManifest) return undefined
    const parsed = manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success && parsed.data.sha256 === parseSnapshotName(snapshotName)?.sha256
      ? parsed.data
      : undefined
  } catch {
    // Gone, not readable or not JSON: as good as none.
    return undefined
  }
}

export function manifestText(content: Manifest): string {
  return `${JSON.stringify(manifest.parse(content), null, 2)}\n`
}
