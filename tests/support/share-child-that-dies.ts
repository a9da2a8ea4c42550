import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * The real child process of the shared folder, killed by SIGKILL just before its `PANELBOOK_DIES_AT`th change of
 * that folder, `PANELBOOK_SHARE`. A write that it does not live to finish is cut in half.
 */
const share = process.env['PANELBOOK_SHARE'] ?? ''
const diesAt = Number(process.env['PANELBOOK_DIES_AT'])
const files = new Set<number>()
let changes = 0

function isLast(): boolean {
  changes += 1
  return changes === diesAt
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

const { openSync, writeSync, fsyncSync, renameSync, rmSync } = fs
Object.assign(fs, {
  openSync: (path: string, flags: string, ...more: []) => {
    const isChange = flags !== 'r' && path.startsWith(share)
    if (isChange && isLast()) die()
    const file = openSync(path, flags, ...more)
    if (isChange) files.add(file)
    return file
  },
  writeSync: (file: number, bytes: Uint8Array) => {
    if (!files.has(file) || !isLast()) return writeSync(file, bytes)
    writeSync(file, bytes.subarray(0, bytes.length / 2))
    return die()
  },
  fsyncSync: (file: number) => {
    if (files.has(file) && isLast()) die()
    fsyncSync(file)
  },
  renameSync: (from: string, to: string) => {
    if (to.startsWith(share) && isLast()) die()
    renameSync(from, to)
  },
  rmSync: (path: string, options: fs.RmOptions) => {
    if (path.startsWith(share) && fs.existsSync(path) && isLast()) die()
    rmSync(path, options)
  },
})
syncBuiltinESMExports()
await import('../../core/share/agent-main.ts')
