import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

/** A disk of its own, such as '6m', for the test that asks; undefined where this person may not make one. */
export function smallDisk(size: string): string | undefined {
  const folder = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}
