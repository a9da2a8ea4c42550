import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, session } from 'electron'
import { createCore } from '../core/create-core.ts'
import type { Core } from '../core/core.ts'
import { appOrigin, registerSchemes, serveApp } from './app-protocol.ts'
import { connectWindows } from './ipc.ts'
import { lockSession, offlineSwitches } from './lockdown.ts'
import { installMenu } from './menu.ts'
import { dataFolder } from './node-ports/data-folder.ts'
import { localActor } from './node-ports/local-actor.ts'
import { createElectronPorts } from './ports.ts'
import { openFirstBook } from './shared/first-book.ts'
import { createShutdown } from './shared/shutdown.ts'
import { createWindows } from './window.ts'

const wanted = readArguments(process.argv, process.cwd())
const data = resolve(wanted.data ?? dataFolder())
// Chromium's own files lie beside the books, and with them the lock that makes a second instance one too many.
app.setPath('userData', join(data, 'window'))
for (const [name, value] of offlineSwitches) app.commandLine.appendSwitch(name, value)
registerSchemes()
app.enableSandbox() // SECURITY(4)

// macOS tells of a double-clicked book by an event, and may do so before there is anything to open it with.
let openPath = (path: string): void => {
  wanted.book = path
}
app.on('open-file', (event, path) => {
  event.preventDefault()
  openPath(path)
})

const shutdown = createShutdown((name, error) => {
  console.error(`Stopping ${name}:`, error)
})

if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
else app.quit()

/** Starts in order; `shutdown` stops in reverse. */
async function start(): Promise<void> {
  const root = app.getAppPath()
  const context = { actor: localActor() }
  lockSession(session.defaultSession, `${appOrigin}/`, ...(app.isPackaged ? [] : ['devtools://']))
  serveApp(session.defaultSession, join(root, 'build', 'renderer'))

  const windows = createWindows(join(root, 'build', 'preload', 'preload.cjs'))
  const ports = createElectronPorts({ root, data, parentWindow: () => windows.all()[0] })
  shutdown.add('share agent', ports.stop)
  const core = createCore(ports)
  shutdown.add('core', () => core.close())
  shutdown.add('windows', connectWindows(core, windows, context))
  installMenu(windows, { isMac: process.platform === 'darwin', isDevelopment: !app.isPackaged })

  app.on('second-instance', (_event, argv, folder) => {
    windows.openMain()
    void openAnother(core, readArguments(argv, folder).book)
  })
  openPath = (path) => void openAnother(core, path)
  app.on('activate', windows.openMain)

  const refusal = await openFirstBook(core, context, wanted)
  windows.openMain()
  if (refusal !== null) showRefusal(refusal.message, [refusal.safe, refusal.remedy])
}

/** Another book was opened from the desktop. It takes the place of the open one only when the person says so. */
async function openAnother(core: Core, path: string | undefined): Promise<void> {
  if (path === undefined) return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `Open ${basename(path)} instead of the book that is open now?`,
    detail: 'Everything in the open book is saved; of a rehearsal nothing is kept.',
    buttons: ['Open', 'Cancel'],
    cancelId: 1,
  })
  if (response !== 0) return
  const refusal = await openFirstBook(core, { actor: localActor() }, { book: path, isSample: false })
  if (refusal !== null) showRefusal(refusal.message, [refusal.safe, refusal.remedy])
}

function showRefusal(message: string, more: (string | undefined)[]): void {
  void dialog.showMessageBox({
    type: 'warning',
    message,
    detail: more.filter((part) => part !== undefined).join('\n'),
  })
}

function readArguments(argv: readonly string[], folder: string) {
  const { values, positionals } = parseArgs({
    args: argv.slice(app.isPackaged ? 1 : 2),
    options: { sample: { type: 'boolean' }, book: { type: 'string' }, data: { type: 'string' } },
    strict: false,
  })
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const book = text(values['book']) ?? positionals.find((path) => path.endsWith('.panelbook'))
  return {
    book: book === undefined ? undefined : resolve(folder, book),
    isSample: values['sample'] === true,
    data: text(values['data']),
  }
}

function giveUp(error: unknown): void {
  console.error(error)
  dialog.showErrorBox('Panelbook could not start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

app.on('window-all-closed', () => {
  app.quit()
})
app.on('will-quit', (event) => {
  event.preventDefault()
  void shutdown.run().then(() => {
    app.exit(0)
  })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
