import { join } from 'node:path'
import { slug } from '../book/slug.ts'

/** What the name of a snapshot says. Judge by content: the name is where to look. */
export interface SnapshotName {
  book: string
  revision: number
  /** The end of the device's id. */
  device: string
  sha256: string
}

/** The longest name that every system and sync client takes. */
const longestName = 120

/** `<book>.<revision>.<device>.<sha256>.panelbook`: nobody else can have the same name for other bytes. */
export function snapshotFileName(of: {
  book: string
  revision: number
  deviceId: string
  sha256: string
}): string {
  return `${slug(of.book, 20)}.${of.revision}.${shortDevice(of.deviceId)}.${of.sha256}.panelbook`
}

/** Undefined for whatever is not named like a snapshot: links to other folders, parts, conflicted copies. */
export function parseSnapshotName(name: string): SnapshotName | undefined {
  if (name.length > longestName) return undefined
  const match = /^([a-z0-9-]{1,20})\.(0|[1-9]\d{0,8})\.([a-z0-9]{1,8})\.([0-9a-f]{64})\.panelbook$/.exec(name)
  const [, book, revision, device, sha256] = match ?? []
  if (book === undefined || revision === undefined || device === undefined || sha256 === undefined) {
    return undefined
  }
  return { book, revision: Number(revision), device, sha256 }
}

/** The manifest beside a snapshot. */
export function manifestFileName(snapshotName: string): string {
  return snapshotName.replace(/\.panelbook$/, '.json')
}

/** A file while it is being written. It never has the name of a snapshot. */
export function partFileName(name: string): string {
  return `${name}.part`
}

/** What the name of a part says that would have become a snapshot. */
export function parsePartName(name: string): SnapshotName | undefined {
  const whole = /^(.*)\.part$/.exec(name)?.[1]
  if (whole === undefined) return undefined
  return parseSnapshotName(whole.replace(/\.json$/, '.panelbook'))
}

/** Where the papers of all books of a shared folder lie, each under its hash. */
export function papersInShare(folder: string): string {
  return join(folder, 'papers')
}

/** A UUIDv7 differs from device to device at its end: it begins with the time. */
export function shortDevice(deviceId: string): string {
  return deviceId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-8)
}
