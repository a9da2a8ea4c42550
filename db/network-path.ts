import { realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { PanelbookError } from '../core/contract/errors.ts'

/** File system types that statfs(2) gives for network drives on Linux. */
const networkTypes = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x517b, 'SMB'],
  [0x564c, 'NetWare'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
])

/**
 * Whether a path lies on a network drive. The path must be resolved: on Windows that turns the letter of a
 * mapped drive into `\\server\share`. `fileSystemType` is what statfs says on Linux.
 */
export function isNetworkPath(resolved: string, platform: NodeJS.Platform, fileSystemType: number): boolean {
  if (platform === 'win32') {
    // \\?\C:\… and \\.\C:\… are local; \\?\UNC\server\… and \\server\… are not.
    const path = resolved.replaceAll('/', '\\')
    return /^\\\\(\?\\UNC\\|(?![?.]\\))/i.test(path)
  }
  return platform === 'linux' && networkTypes.has(fileSystemType >>> 0)
}

/**
 * A write-ahead log needs shared memory between processes, and a lock that a server may forget: the live book
 * stays on the laptop.
 * @throws PanelbookError `network-path`
 */
export function refuseNetworkPath(path: string): void {
  const folder = realpathSync.native(dirname(path))
  const type = process.platform === 'linux' ? Number(statfsSync(folder).type) : 0
  if (!isNetworkPath(folder, process.platform, type)) return
  throw new PanelbookError('network-path', 'The live book may not lie on a network drive.', {
    safe: 'Nothing was changed.',
    remedy: 'Keep the book on this laptop and publish snapshots to the network drive.',
  })
}
