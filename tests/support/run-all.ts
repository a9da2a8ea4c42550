import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../../electron/start/display.ts'
import { electronPackageFolder, installedBinary } from '../../electron/start/find-electron.ts'
import { runtimeProblem } from '../../electron/node-ports/check-runtime.ts'
import { ensureChromium } from './chromium.ts'
import type { SuiteReport } from './run-suite.ts'

/** `npm test`: every gate and every test in order, each with its seconds, and one line at the end that counts. */

const root = join(import.meta.dirname, '..', '..')
const scratch = mkdtempSync(join(tmpdir(), 'panelbook-run-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const skips: string[] = []
const bin = join(root, 'node_modules', '.bin')
let reports = 0

interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** What went wrong, for people. */
  details: string
}

/** They only read, each on one core at the most: side by side. */
const gates: [name: string, program: string, ...words: string[]][] = [
  ['types', 'tsc', '-b'],
  ['format', 'prettier', '--check', '.'],
  ['lint', 'eslint', '.'],
  ['layers', 'depcruise', '--config', '.dependency-cruiser.cjs', 'core', 'db', 'electron', 'renderer'],
]

/** One after another: each uses the whole machine, and those that measure time want it for themselves. */
const suites: [name: string, ...projects: string[]][] = [
  ['unit, architecture', 'unit', 'architecture'],
  ['faults', 'faults'],
  ['hosts, built bundle, packaging', 'bundle'],
]

async function main(): Promise<void> {
  const problem = runtimeProblem()
  if (problem !== null) throw new Error(problem)
  // Before anything that prints or looks at a page with it.
  const chromium = ensureChromium()
  if (chromium.path !== null && chromium.note !== null) console.log(chromium.note)
  await Promise.all(gates.map(([name, ...words]) => step(name, () => gate(words))))
  for (const [name, ...projects] of suites) await step(name, () => suite(projects))
  const name = 'end-to-end in Chromium'
  if (chromium.path === null) skip(name, chromium.reason)
  else await endToEnd(name)
  await onElectron()
}

/** What is done in a window, and every screen as it is: each has the machine, and the time of a suite, for itself. */
async function endToEnd(name: string, environment: Record<string, string> = {}): Promise<void> {
  await step(name, () => suite(['e2e'], environment))
  await step(`${name}: screens`, () => suite(['screens'], environment))
}

/** The same tests again, in the window of the product, wherever that can be opened. */
async function onElectron(): Promise<void> {
  const name = 'end-to-end on real Electron'
  if (installedBinary(electronPackageFolder) === null) skip(name, 'its binary is not available')
  else if (!hasDisplay()) skip(name, 'there is no display to open a window on')
  else await endToEnd(name, { PANELBOOK_E2E_HOST: 'electron' })
}

async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  const started = performance.now()
  const outcome = await work()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  const counts = `${String(outcome.passed)} passed${outcome.failed > 0 ? `, ${String(outcome.failed)} FAILED` : ''}`
  console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${name.padEnd(32)} ${seconds.padStart(6)} s   ${counts}`)
  if (outcome.details !== '') console.log(`${outcome.details.trimEnd().replace(/^/gm, '    ')}\n`)
}

function skip(what: string, reason: string): void {
  total.skipped += 1
  skips.push(`${what}: ${reason}`)
}

/** A gate counts as one test. */
async function gate(words: string[]): Promise<Outcome> {
  const [program = '', ...rest] = words
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  const { status, output } = await run(join(bin, program + suffix), rest)
  return status === 0
    ? { passed: 1, failed: 0, skipped: 0, details: '' }
    : { passed: 0, failed: 1, skipped: 0, details: lastLines(output, 60) }
}

async function suite(projects: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const file = join(scratch, `${String((reports += 1))}.json`)
  const program = join(import.meta.dirname, 'run-suite.ts')
  const { status, output } = await run(process.execPath, [program, file, ...projects], environment)
  let report: SuiteReport
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as SuiteReport
  } catch {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      details: `The tests did not come to an end (status ${String(status)}).\n${lastLines(output, 60)}`,
    }
  }
  for (const { name, reason } of report.skipped) skips.push(`${name}: ${reason}`)
  if (report.files === 0) skip(projects.join(', '), 'there are no tests of this kind yet')
  return {
    passed: report.passed,
    failed: report.failed.length,
    skipped: report.skipped.length,
    details: report.failed
      .map(({ name, details }) => lastLines(`${name}\n${details}`, 40, 'first'))
      .join('\n\n'),
  }
}

function lastLines(text: string, count: number, end: 'first' | 'last' = 'last'): string {
  const lines = text.trimEnd().split('\n')
  return (end === 'last' ? lines.slice(-count) : lines.slice(0, count)).join('\n')
}

/** Runs a program to its end, and no longer than ten minutes. */
function run(
  program: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<{ status: number | string; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, words, {
      cwd: root,
      shell: program.endsWith('.cmd'),
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
      killSignal: 'SIGKILL',
    })
    const parts: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => parts.push(part))
    }
    child.once('error', (error) => {
      done({ status: 1, output: error.message })
    })
    child.once('close', (status, signal) => {
      done({ status: status ?? signal ?? 1, output: parts.join('') })
    })
  })
}

try {
  await main()
} catch (error) {
  total.failed += 1
  console.error(error)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((line) => `  ${line}`).join('\n')}`)
console.log('')
console.log(
  `${String(total.passed)} passed, ${String(total.failed)} failed${total.skipped > 0 ? `, ${String(total.skipped)} skipped` : ''}`,
)
process.exitCode = total.failed > 0 ? 1 : 0
