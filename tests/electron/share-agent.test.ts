import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createForkedShareAgent } from '../../electron/node-ports/forked-share-agent.ts'

const script = join(import.meta.dirname, '..', 'support', 'share-child.ts')
const agent = createForkedShareAgent(script)
const options = { timeoutMs: 20_000 }

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('the share agent of the hosts without Electron', () => {
  it('answers, tells progress, and leaves no child behind', async () => {
    const progress: unknown[] = []
    const job = { kind: 'answer', input: { bytes: new Uint8Array([1, 2]), when: null } }
    const answer = await agent.run<{ input: unknown; pid: number }>(job, {
      ...options,
      onProgress: (...step) => progress.push(step),
    })
    expect(answer.input).toEqual(job.input)
    expect(progress).toEqual([[1, 2, 'Copying']])
    await expect.poll(() => isAlive(answer.pid)).toBe(false)
  })
  it('passes a refusal on with its code', async () => {
    await expect(agent.run({ kind: 'refuse', input: {} }, options)).rejects.toMatchObject({
      code: 'read-only',
      remedy: 'Ask.',
    })
  })
  it('says so when the child dies', async () => {
    await expect(agent.run({ kind: 'die', input: {} }, options)).rejects.toMatchObject({ code: 'internal' })
  })
  it('kills a child that hangs, in time, and keeps the host responsive meanwhile', async () => {
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 10)
    const started = performance.now()
    await expect(agent.run({ kind: 'hang', input: {} }, { timeoutMs: 1500 })).rejects.toMatchObject({
      code: 'share-unreachable',
    })
    clearInterval(ticking)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(ticks).toBeGreaterThan(20)
    if (process.platform === 'linux') {
      await expect
        .poll(() => execFileSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' }).includes(script))
        .toBe(false)
    }
  })
  it('stops when it is cancelled, before and during', async () => {
    const signal = AbortSignal.timeout(300)
    await expect(agent.run({ kind: 'hang', input: {} }, { ...options, signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(agent.run({ kind: 'answer', input: {} }, { ...options, signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})
