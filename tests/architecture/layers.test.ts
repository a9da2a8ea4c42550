import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
// A tree of its own beside the checkout: whatever happens, nothing wrong is left in the real one.
const tree = mkdtempSync(join(tmpdir(), 'panelbook-layers-'))

/** Wrong imports, each with the rule that must name it. */
const wrong: [from: string, to: string, rule: string][] = [
  ['renderer/voting/grid.ts', '../../core/voting/tally.ts', 'renderer-knows-the-contract-only'],
  ['renderer/voting/path.ts', 'node:fs', 'renderer-has-no-node'],
  ['renderer/voting/window.ts', '../../electron/window.ts', 'renderer-knows-the-contract-only'],
  ['core/voting/window.ts', '../../electron/window.ts', 'core-knows-no-host'],
  ['core/voting/shell.ts', 'electron', 'electron-in-its-host-only'],
  ['core/voting/database.ts', 'better-sqlite3', 'sqlite-in-db-only'],
  ['core/voting/other.ts', '../actions/commands.ts', 'commands-stay-in-their-subject'],
  ['core/voting/part.ts', '../actions/commands-closing.ts', 'commands-stay-in-their-subject'],
  ['core/stray.ts', './actions/commands.ts', 'commands-are-wired-in-one-place'],
  ['core/documents/to-odt.ts', '../../db/open.ts', 'writers-are-pure'],
  ['core/documents/to-rtf.ts', 'node:fs', 'writers-are-pure'],
  ['core/contract/votes.ts', '../voting/tally.ts', 'contract-stands-alone'],
  ['core/contract/files.ts', 'node:fs', 'contract-stands-alone'],
  ['db/panel.ts', '../core/voting/tally.ts', 'db-knows-only-sqlite'],
  ['db/calls.ts', '../core/contract/calls.ts', 'db-knows-only-sqlite'],
  ['electron/loopback/dialogs.ts', 'electron', 'electron-in-its-host-only'],
  ['electron/cli/dialogs.ts', 'electron', 'electron-in-its-host-only'],
  ['electron/node-ports/dialogs.ts', 'electron', 'electron-in-its-host-only'],
  ['electron/cli/menu.ts', '../window.ts', 'small-hosts-know-no-window'],
  ['electron/listen.ts', './loopback/server.ts', 'product-has-no-loopback'],
  ['electron/page.ts', '../renderer/page.ts', 'hosts-know-no-page'],
  ['core/voting/here.ts', './there.ts', 'no-cycles'],
  ['core/voting/lost.ts', './nowhere.ts', 'nothing-unresolved'],
]

/** Right imports that look much like the wrong ones. */
const right: [from: string, to: string][] = [
  ['renderer/voting/right.ts', '../../core/contract/calls.ts'],
  ['core/voting/right.ts', '../actions/queries.ts'],
  ['core/actions/right.ts', './commands.ts'],
  ['core/handlers.ts', './actions/commands.ts'],
  ['core/create-core.ts', '../db/open.ts'],
  ['core/documents/to-right.ts', './model.ts'],
  ['db/right.ts', '../core/contract/errors.ts'],
  ['db/open-right.ts', 'better-sqlite3'],
  ['electron/right.ts', 'electron'],
  ['electron/loopback/right.ts', '../shared/headers.ts'],
]

const targets = [
  'core/voting/tally.ts',
  'core/actions/commands.ts',
  'core/actions/commands-closing.ts',
  'core/actions/queries.ts',
  'core/contract/calls.ts',
  'core/contract/errors.ts',
  'core/documents/model.ts',
  'db/open.ts',
  'electron/window.ts',
  'electron/loopback/server.ts',
  'electron/shared/headers.ts',
  'renderer/page.ts',
]

interface Violation {
  from: string
  to: string
  comment?: string
  rule: { name: string }
}
let violations: Violation[]

/** Runs the tool in the planted tree. */
function cruise(outputType: string, ...rooms: string[]): Promise<{ hasFailed: boolean; stdout: string }> {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', outputType, ...rooms]
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...words],
      { cwd: tree, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => {
        done({ hasFailed: error !== null, stdout })
      },
    )
  })
}

beforeAll(async () => {
  for (const name of ['electron', 'better-sqlite3', 'zod']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '0.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
  for (const target of targets) write(target, 'export const value = 1\n')
  for (const [from, to] of [...wrong, ...right]) write(from, `export { value } from '${to}'\n`)
  write('core/voting/there.ts', "export { value } from './here.ts'\n")
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    cpSync(join(root, name), join(tree, name))
  const { stdout } = await cruise('json', 'core', 'db', 'electron', 'renderer')
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
})
afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

function write(path: string, text: string): void {
  const file = join(tree, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

describe('the layers', () => {
  it.each(wrong)('refuse %s → %s (%s)', (from, _to, rule) => {
    expect(
      violations.filter((violation) => violation.from === from).map(({ rule: broken }) => broken.name),
    ).toContain(rule)
  })
  it.each(right)('allow %s → %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([])
  })
  it('have a rule that is never broken here only if no rule was forgotten', async () => {
    const config = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string; comment: string }[] }
    }
    const tried = new Set(wrong.map(([, , rule]) => rule))
    expect(config.default.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
    for (const { comment } of config.default.forbidden) expect(comment.length).toBeGreaterThan(30)
  })
})

describe('the command that runs them', () => {
  it('fails on a broken layer and says why', async () => {
    const { hasFailed, stdout } = await cruise('err-long', 'renderer')
    expect(hasFailed).toBe(true)
    expect(stdout.replace(/\s+/g, ' ')).toContain('The window cannot tell which host it has')
  })
  it('passes where no layer is broken', async () => {
    expect(await cruise('err-long', 'electron/right.ts')).toMatchObject({ hasFailed: false })
  })
})
