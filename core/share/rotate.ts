import { branchHeads, type Vector } from './relation.ts'

/** A snapshot in the folder whose manifest could be read. */
export interface KnownSnapshot {
  name: string
  lineageId: string
  deviceId: string
  revision: number
  vector: Vector
  /** ISO 8601 with offset, as its publisher wrote it. */
  publishedAt: string
}

const newestKept = 10
const daysKept = 30
const dayMs = 86_400_000

/**
 * The names of those that may go. Only snapshots of this device are ever among them. Kept are the newest ten,
 * the last one of each of the past thirty days, and the end of every branch.
 */
export function snapshotsToRemove(
  all: readonly KnownSnapshot[],
  own: { lineageId: string; deviceId: string },
  now: string,
): string[] {
  const ofBook = all.filter(({ lineageId }) => lineageId === own.lineageId)
  const heads = new Set(branchHeads(ofBook).map(({ name }) => name))
  // A device numbers its own entries without gaps, so its own snapshots are in one order.
  const ours = ofBook
    .filter(({ deviceId }) => deviceId === own.deviceId)
    .toSorted((left, right) => lastOfOwn(right) - lastOfOwn(left))
  const oldest = Date.parse(now) - daysKept * dayMs
  const days = new Set<string>()
  return ours.flatMap(({ name, publishedAt }, index) => {
    const day = publishedAt.slice(0, 10)
    const isLastOfDay = !days.has(day) && Date.parse(publishedAt) >= oldest
    days.add(day)
    return index < newestKept || isLastOfDay || heads.has(name) ? [] : [name]
  })
}

function lastOfOwn({ vector, deviceId }: KnownSnapshot): number {
  return vector[deviceId] ?? 0
}
