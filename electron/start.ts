import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { callersFolder } from './node-ports/callers-folder.ts'
import { runtimeProblem } from './node-ports/check-runtime.ts'
import { compileCacheFolder } from './node-ports/source-places.ts'

const help = `npm start -- [options]        opens Panelbook

  --sample          straight into the sample book; what was changed in it is kept
  --book FILE       straight into this book
  --loopback        in the browser at 127.0.0.1, without looking for Electron
  --port NUMBER     the port for it (otherwise any free one)
  --data FOLDER     where books, backups and settings live
  --help            this text
`

const problem = runtimeProblem()
if (problem === null) {
  enableCompileCache(compileCacheFolder)
  process.chdir(callersFolder('start'))
  process.exitCode = await main()
} else {
  console.error(problem)
  process.exitCode = 1
}

async function main(): Promise<number> {
  const options = readOptions()
  if (typeof options === 'string') {
    console.error(`${options} (see: npm start -- --help)`)
    return 2
  }
  if (options.help === true) {
    process.stdout.write(help)
    return 0
  }
  const { start } = await import('./start/start-panelbook.ts')
  return start({
    book: options.book,
    isSample: options.sample === true,
    data: options.data,
    port: Number(options.port ?? 0),
    isLoopback: options.loopback === true,
  })
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        sample: { type: 'boolean' },
        book: { type: 'string' },
        loopback: { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
    })
    if (values.sample === true && values.book !== undefined) return 'Either --sample or --book, not both.'
    if (values.port !== undefined && !(/^\d{1,5}$/.test(values.port) && Number(values.port) < 65536)) {
      return 'A port is a number up to 65535.'
    }
    return values
  } catch (error) {
    return (error as Error).message.split(/\. |\n/)[0] ?? 'These words are not understood.'
  }
}
