import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { ErrorCode } from '../../core/contract/errors.ts'

const reasons: Record<string, [ErrorCode, string]> = {
  ENOENT: ['no-such-file', 'The folder for the file is not there.'],
  ENOTDIR: ['no-such-file', 'The folder for the file is not there.'],
  EISDIR: ['already-exists', 'There is a folder of that name.'],
  EACCES: ['read-only', 'The file cannot be written to that folder.'],
  EPERM: ['read-only', 'The file cannot be written to that folder, or another program has it open.'],
  EBUSY: ['read-only', 'Another program has the file open.'],
  EROFS: ['read-only', 'The file cannot be written to that folder.'],
  ENOSPC: ['disk-full', 'There is no room left on the disk for the file.'],
}

/**
 * Writes a whole file or nothing: a new file beside it, synced, then renamed over the old one.
 *
 * @throws PanelbookError `no-such-file`, `read-only`, `disk-full`, `already-exists`.
 */
export async function writeFileSafely(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}.part`
  try {
    const file = await open(part, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    const reason = reasons[(cause as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw cause
    throw new PanelbookError(reason[0], reason[1], { safe: 'Nothing else was changed.', cause })
  }
}
