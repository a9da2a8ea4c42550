import type { Progress, Snapshot } from '../state/share.ts'
import { dayWords, timeWords } from '../ui/dates.ts'

/** "412 KB", "5.6 MB": as the file manager of the shared drive shows it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} bytes`
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** "Thu 15 Dec 2016, 11:40". */
export function whenWords(instant: string | null): string {
  return instant === null ? '' : `${dayWords(instant)}, ${timeWords(instant)}`
}

/** The end of a device's id, as it also stands in the snapshot's file name. */
export function deviceWords(device: string): string {
  return device.replaceAll('-', '').slice(-8)
}

/** "revision 41, published by AF on Thu 15 Dec 2016 at 11:40". */
export function snapshotWords({ revision, person, publishedAt }: Snapshot): string {
  const who = person === '' ? '' : `, published by ${person}`
  return publishedAt === null
    ? `revision ${String(revision)}${who}`
    : `revision ${String(revision)}${who} on ${dayWords(publishedAt)} at ${timeWords(publishedAt)}`
}

/** No folder holds so many snapshots, and no book is so small: above it a count is one of bytes. */
const mostSnapshots = 10_000

/**
 * Progress as a bar shows it: bytes in kilobytes with their unit, other things by their number, and a step that has
 * no count without one.
 */
export function progressParts({ what, done, total }: Progress): {
  label: string
  done: number
  total: number
  unit?: string
} {
  if (total <= 1) return { label: what, done: 0, total: 0 }
  if (total <= mostSnapshots) return { label: what, done, total }
  return { label: what, done: Math.ceil(done / 1024), total: Math.ceil(total / 1024), unit: 'KB' }
}
