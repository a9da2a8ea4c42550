import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import './skip-reason.ts'
import { startVitest, type TestCase, type TestModule } from 'vitest/node'

/**
 * Runs one or more of vitest's projects and writes down what came of every test, the reasons of those that were
 * skipped included: vitest's own JSON leaves them out. `node run-suite.ts OUT PROJECT…`
 */
export interface SuiteReport {
  /** Files with tests that were found. None is for the caller to judge. */
  files: number
  passed: number
  skipped: { name: string; reason: string }[]
  failed: { name: string; details: string }[]
}

const unexplained = 'not possible on this machine'

async function runSuite(projects: string[]): Promise<SuiteReport> {
  const vitest = await startVitest('test', [], {
    run: true,
    watch: false,
    project: projects,
    passWithNoTests: true,
    reporters: [{}],
  })
  const report: SuiteReport = { files: 0, passed: 0, skipped: [], failed: [] }
  for (const module of vitest.state.getTestModules()) addModule(report, module)
  for (const error of vitest.state.getUnhandledErrors()) {
    report.failed.push({ name: 'outside any test', details: describeError(error) })
  }
  await vitest.close()
  return report
}

function addModule(report: SuiteReport, module: TestModule): void {
  const path = relative(process.cwd(), module.moduleId)
  report.files += 1
  const errors = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
  let hasFailed = false
  for (const test of module.children.allTests()) {
    const result = test.result()
    const name = `${path} › ${test.fullName}`
    if (result.state === 'passed') report.passed += 1
    else if (result.state === 'failed') {
      hasFailed = true
      report.failed.push({ name, details: result.errors.map(describeError).join('\n') })
    } else
      report.skipped.push({ name, reason: errors.length > 0 ? 'it could not be set up' : reasonOf(test) })
  }
  // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
  if (hasFailed || module.ok()) return
  report.failed.push({ name: path, details: errors.map(describeError).join('\n') })
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  if (result.state === 'skipped' && result.note !== undefined) return result.note
  return test.meta().skipReason ?? unexplained
}

function describeError(error: unknown): string {
  const { message, stack, diff } = error as { message?: string; stack?: string; diff?: string }
  const where = (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|<anonymous>/.test(line))
  return [message ?? String(error), ...(diff === undefined ? [] : [diff]), ...where].join('\n')
}

const [out = '', ...projects] = process.argv.slice(2)
writeFileSync(out, JSON.stringify(await runSuite(projects)))
process.exit(0)
