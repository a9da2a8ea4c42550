import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileToDeliver } from '../../core/ports.ts'

/**
 * Copies of documents for the system's viewer, read-only and under their own names, so that nothing that is done there
 * reaches the file that is kept. The copies are gone with the next start at the latest.
 */
export interface PrivateCopies {
  /** @returns where the copy lies */
  write(file: Pick<FileToDeliver, 'fileName' | 'bytes'>): Promise<string>
  clear(): void
}

export function createPrivateCopies(folder: string): PrivateCopies {
  const clear = () => {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // A viewer still has one open: the next start removes it.
    }
  }
  clear()
  return {
    write: async ({ fileName, bytes }) => {
      const own = join(folder, randomUUID())
      const path = join(own, fileName)
      await mkdir(own, { recursive: true, mode: 0o700 })
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
      await chmod(path, 0o400)
      return path
    },
    clear,
  }
}
