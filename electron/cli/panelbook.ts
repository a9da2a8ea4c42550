import { enableCompileCache } from 'node:module'
import { callersFolder } from '../node-ports/callers-folder.ts'
import { runtimeProblem } from '../node-ports/check-runtime.ts'
import { compileCacheFolder } from '../node-ports/source-places.ts'

let isOutputLost = false
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `panelbook calls | head` closes the pipe early, which is no fault; a batch is carried out to its end.
  if (error.code === 'EPIPE' || isOutputLost) return
  isOutputLost = true
  process.exitCode = 1
  const code = error.code === 'ENOSPC' ? 'disk-full' : 'internal'
  process.stderr.write(`${code}: The results could not be written out; what was to be done was done.\n`)
})
process.stderr.on('error', () => undefined)

const problem = runtimeProblem()
if (problem === null) {
  enableCompileCache(compileCacheFolder)
  process.chdir(callersFolder('panelbook'))
  const { runCommandLine } = await import('./run-command-line.ts')
  const status = await runCommandLine(process.argv.slice(2))
  process.exitCode = isOutputLost ? 1 : status
} else {
  console.error(`not-available: ${problem}`)
  process.exitCode = 1
}
