import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { keepJob } from '../../core/papers/keep-job.ts'
import { hashFile } from '../../core/share/share-files.ts'
import { root } from '../support/make-core.ts'
import { tempFolder } from '../support/temp-folder.ts'

const rounds = 12

it(`leaves nothing half under a hash, killed at ${rounds} moments of filing a paper`, async () => {
  const from = join(tempFolder(), 'report.pdf')
  writeFileSync(from, Buffer.alloc(60_000_000, 'the report '))
  const folder = join(tempFolder(), 'papers')
  let cutShort = 0
  for (let round = 0; round < rounds; round += 1) {
    const child = fork(join(root, 'core/share/agent-main.ts'), [], { serialization: 'advanced' })
    const exit = once(child, 'exit')
    let isAnswered = false
    const hasBegun = new Promise<void>((begun) => {
      child.on('message', (message: { kind: string }) => {
        isAnswered ||= message.kind === 'answer'
        begun()
      })
    })
    child.send({ kind: 'keep-paper', input: { from, folder } })
    await hasBegun
    await setTimeout(round * 25)
    child.kill('SIGKILL')
    await exit
    if (!isAnswered) cutShort += 1
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (!name.endsWith('.part')) expect(hashFile(join(folder, name)).sha256).toBe(name)
    }
  }
  // Otherwise nothing of this was tried.
  expect(cutShort).toBeGreaterThan(0)
  const kept = keepJob({ from, folder }, () => undefined)
  expect(kept.sha256).toBe(hashFile(from).sha256)
  expect(readdirSync(folder).filter((name) => !name.endsWith('.part'))).toEqual([kept.sha256])
})
