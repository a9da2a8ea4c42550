import { pathToFileURL } from 'node:url'

/**
 * Runs a script as Electron's utility process would: what it finds is `process.parentPort`, and no `process.send`.
 * `node utility-child.ts SCRIPT`
 */
const send = process.send?.bind(process)
delete process.send
Object.assign(process, {
  parentPort: {
    on: (_event: 'message', listener: (message: { data: unknown }) => void) => {
      process.on('message', (data) => {
        listener({ data })
      })
    },
    postMessage: (message: unknown) => {
      send?.(message)
    },
  },
})
await import(pathToFileURL(process.argv[2] ?? '').href)
