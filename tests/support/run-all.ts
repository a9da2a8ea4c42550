import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { installedBinary } from '../../electron/start/find-electron.ts'
import { runtimeProblem } from '../../electron/node-ports/check-runtime.ts'
import { ensureChromium } from './chromium.ts'

/** `npm test`: every gate and every test in order, each with its seconds, and one line at the end that counts. */

const root = join(import.meta.dirname, '..', '..')
const scratch = mkdtempSync(join(tmpdir(), 'panelbook-run-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const skips: string[] = []

interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** What went wrong, for people. */
  details: string
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: {
      fullName: string
      status: string
      failureMessages: string[] | null
      meta: Record<string, unknown>
    }[]
  }[]
}

const gates: [name: string, ...words: string[]][] = [
  ['format', 'prettier', '--check', '.'],
  ['lint', 'eslint', '.'],
  ['types', 'tsc', '-b'],
  ['layers', 'depcruise', '--config', '.dependency-cruiser.cjs', 'core', 'db', 'electron', 'renderer'],
]

const suites: [name: string, ...projects: string[]][] = [
  ['unit', 'unit'],
  ['architecture', 'architecture'],
  ['faults', 'faults'],
  ['hosts, built bundle, packaging', 'bundle'],
]

async function main(): Promise<void> {
  const problem = runtimeProblem()
  if (problem !== null) throw new Error(problem)
  for (const [name, program, ...words] of gates) await step(name, () => gate(program ?? '', words))
  for (const [name, ...projects] of suites) await step(name, () => vitest(projects))
  const chromium = ensureChromium()
  if (chromium.path === null) skip('end-to-end in Chromium', chromium.reason)
  else {
    if (chromium.note !== null) console.log(chromium.note)
    await step('end-to-end in Chromium', () => vitest(['e2e']))
  }
  const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  if (installedBinary(electron) === null) skip('end-to-end on real Electron', 'its binary is not available')
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
async function gate(program: string, words: string[]): Promise<Outcome> {
  const { status, output } = await run(program, words)
  return status === 0
    ? { passed: 1, failed: 0, skipped: 0, details: '' }
    : { passed: 0, failed: 1, skipped: 0, details: lastLines(output, 60) }
}

async function vitest(projects: string[]): Promise<Outcome> {
  const file = join(scratch, `${projects.join('-')}.json`)
  const words = [
    'run',
    '--reporter=json',
    `--outputFile=${file}`,
    ...projects.flatMap((name) => ['--project', name]),
  ]
  const { status, output } = await run('vitest', words)
  let report: VitestReport
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return { passed: 0, failed: 1, skipped: 0, details: lastLines(output, 60) }
  }
  const failures: string[] = []
  let failed = report.numFailedTests
  for (const result of report.testResults) {
    const path = relative(root, result.name)
    // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
    const hasNotRun =
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed')
    if (hasNotRun) {
      failed += 1
      failures.push(`${path}\n${result.message}`)
      skips.push(`${path}: it could not be set up`)
      continue
    }
    for (const test of result.assertionResults) {
      if (test.status === 'failed')
        failures.push(`${path} › ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`)
      else if (test.status !== 'passed') skips.push(`${path} › ${test.fullName}: ${skipReason(test.meta)}`)
    }
  }
  // Nothing failed and yet it did: an unhandled error, or no test at all.
  if (status !== 0 && failed === 0) {
    failed = 1
    failures.push(lastLines(output, 60))
  }
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    details: failures.map((failure) => lastLines(withoutInnards(failure), 40, 'first')).join('\n\n'),
  }
}

function skipReason(meta: Record<string, unknown>): string {
  const reason = meta['skipReason']
  return typeof reason === 'string' ? reason : 'not possible on this machine'
}

function lastLines(text: string, count: number, end: 'first' | 'last' = 'last'): string {
  const lines = text.trimEnd().split('\n')
  return (end === 'last' ? lines.slice(-count) : lines.slice(0, count)).join('\n')
}

/** The stack of a failed test without the lines of the test runner. */
function withoutInnards(failure: string): string {
  return failure
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/.test(line))
    .join('\n')
}

/** Runs a program of node_modules/.bin to its end. */
function run(program: string, words: string[]): Promise<{ status: number; output: string }> {
  const bin = join(root, 'node_modules', '.bin')
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  const separator = process.platform === 'win32' ? ';' : ':'
  return new Promise((done) => {
    const child = spawn(join(bin, program + suffix), words, {
      cwd: root,
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${bin}${separator}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const parts: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => parts.push(part))
    }
    child.once('error', (error) => {
      done({ status: 1, output: error.message })
    })
    child.once('close', (status) => {
      done({ status: status ?? 1, output: parts.join('') })
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
