import { enableCompileCache } from 'node:module'
import { runtimeProblem } from '../node-ports/check-runtime.ts'

// `panelbook calls | head` closes the pipe early, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const problem = runtimeProblem()
if (problem === null) {
  enableCompileCache()
  const { runCommandLine } = await import('./run-command-line.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
} else {
  console.error(`not-available: ${problem}`)
  process.exitCode = 1
}
