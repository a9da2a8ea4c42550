import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '../../core/contract/calls.ts'
import type { Core } from '../../core/core.ts'
import { createCore } from '../../core/create-core.ts'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'
import { openFirstBook } from '../../electron/shared/first-book.ts'
import { root } from '../support/make-core.ts'

let folder: string
let book: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'panelbook-kill-rehearsal-'))
  book = join(folder, 'kept.panelbook')
  const core = coreHere()
  await core.createBook(book, { name: 'Kept', sample: true })
  await core.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const data = () => join(folder, 'data')
const rehearsals = () =>
  existsSync(join(data(), 'rehearsals')) ? readdirSync(join(data(), 'rehearsals')) : []
const hash = () => createHash('sha256').update(readFileSync(book)).digest('hex')

function coreHere(): Core {
  const unused = () => Promise.reject(new Error('not part of this test'))
  return createCore(
    createNodePorts({
      host: 'cli',
      data: data(),
      dialogs: { openBook: unused, saveBook: unused, chooseFolder: unused, openPaper: unused },
      deliver: unused,
    }),
  )
}

async function must<Value>(core: Core, name: string, input: unknown): Promise<Value> {
  const answer = await core.call({ name, input }, { actor: 'Secretary' })
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as Value
}

/** A batch of the command line that has begun a rehearsal and is in the middle of it. */
async function rehearse() {
  const child = spawn(
    process.execPath,
    [join(root, 'electron/cli/panelbook.ts'), 'call', '--batch', '-', '--book', book, '--data', data()],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = [
    { call: 'rehearsal.begin', input: {} },
    ...Array.from({ length: 5000 }, (_, index) => ({
      call: 'person.add',
      input: { name: `Person ${String(index)}`, initials: `Q${String(index)}` },
    })),
  ]
  child.stdin.on('error', () => undefined)
  child.stdin.end(lines.map((line) => JSON.stringify(line)).join('\n'))
  return { child, steps: createInterface({ input: child.stdout }) }
}

describe('SIGKILL in a rehearsal', () => {
  it('leaves the book as it was, and the next start tidies up and opens it again', async () => {
    const first = coreHere()
    await first.openBook(book)
    const before = await must<CallOutput<'history.state'>>(first, 'history.state', {})
    await first.close()
    const { child, steps } = await rehearse()
    let asLeft = ''
    for await (const step of steps) {
      const { line } = JSON.parse(step) as { line: number }
      // By now the book itself is closed, and its copy is open.
      if (line === 1) asLeft = hash()
      if (line === 40) break
    }
    expect(rehearsals()).toHaveLength(1)
    child.kill('SIGKILL')
    if (child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    expect(rehearsals(), 'it was killed in the middle of it').toHaveLength(1)
    expect(hash()).toBe(asLeft)

    const core = coreHere()
    expect(rehearsals()).toEqual([])
    expect(existsSync(join(data(), 'rehearsals'))).toBe(false)
    // As the window starts without being told a book.
    expect(await openFirstBook(core, { actor: 'Secretary' }, { isSample: false })).toBeNull()
    const { book: open } = await must<CallOutput<'book.state'>>(core, 'book.state', {})
    expect(open).toMatchObject({ name: 'Kept', isRehearsal: false, fileName: 'kept.panelbook' })
    const { seq, lastHash } = await must<CallOutput<'history.state'>>(core, 'history.state', {})
    expect({ seq, lastHash }).toEqual({ seq: before.seq, lastHash: before.lastHash })
    expect(await must(core, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    await core.close()
  }, 120_000)
})
