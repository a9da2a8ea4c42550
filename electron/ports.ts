import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { app, dialog, utilityProcess } from 'electron'
import type { Deliver, Dialogs, Ports } from '../core/ports.ts'
import { createClock } from './node-ports/clock.ts'
import { createFileLog } from './node-ports/file-log.ts'
import { createIds } from './node-ports/ids.ts'
import { createPrivateCopies } from './node-ports/private-copies.ts'
import type { ShareChildMessage } from './node-ports/share-job.ts'
import { createShareAgent } from './node-ports/share-job.ts'
import { writeFileSafely } from './node-ports/write-file-safely.ts'
import { createElectronPdfPrinter } from './pdf.ts'
import { createViewer } from './viewer.ts'

/** What Electron supplies to the core. `root` is the top of the application, inside its archive when packaged. */
export function createElectronPorts(options: {
  root: string
  data: string
  parentWindow: () => BrowserWindow | undefined
}): Ports & { stop(): void } {
  const clock = createClock()
  const viewed = createPrivateCopies(join(options.data, 'viewed'))
  const share = createShareAgent(() => startShareChild(join(options.root, 'build', 'main', 'share-agent.js')))
  return {
    clock,
    ids: createIds(),
    dialogs: createDialogs(options.parentWindow),
    deliver: createDeliver(options.parentWindow),
    view: createViewer(viewed),
    pdf: createElectronPdfPrinter(),
    share,
    log: createFileLog(join(options.data, 'logs'), clock),
    places: {
      data: options.data,
      resources: join(options.root, 'resources'),
      migrations: join(options.root, 'migrations'),
      documentWorker: join(options.root, 'build', 'main', 'document-worker.js'),
    },
    application: { version: app.getVersion(), host: 'electron' },
    stop: () => {
      share.stop()
      viewed.clear()
    },
  }
}

const bookFilter = { name: 'Panelbook book', extensions: ['panelbook'] }

function createDialogs(parent: () => BrowserWindow | undefined): Dialogs {
  const open = async (options: Electron.OpenDialogOptions) => {
    const window = parent()
    const answer = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options))
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }
  return {
    openBook: () => open({ title: 'Open a book', properties: ['openFile'], filters: [bookFilter] }),
    chooseFolder: (title) => open({ title, properties: ['openDirectory', 'createDirectory'] }),
    openPaper: (endings) =>
      open({
        title: 'File a paper',
        properties: ['openFile'],
        filters: [{ name: 'Documents', extensions: [...endings] }],
      }),
    saveBook: (suggestedName) =>
      save(parent(), { title: 'Where to keep the book', defaultPath: suggestedName, filters: [bookFilter] }),
  }
}

async function save(
  window: BrowserWindow | undefined,
  options: Electron.SaveDialogOptions,
): Promise<string | null> {
  const answer = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

function createDeliver(parent: () => BrowserWindow | undefined): Deliver {
  return async (file) => {
    const where = await save(parent(), { defaultPath: join(app.getPath('documents'), file.fileName) })
    if (where === null) return { kind: 'cancelled' }
    await writeFileSafely(where, file.bytes)
    return { kind: 'saved', where }
  }
}

function startShareChild(script: string) {
  const child = utilityProcess.fork(script, [], { serviceName: 'Panelbook shared drive', stdio: 'ignore' })
  let hasEnded = false
  child.once('exit', () => {
    hasEnded = true
  })
  return {
    post: (message: unknown) => {
      child.postMessage(message)
    },
    onMessage: (listener: (message: ShareChildMessage) => void) => {
      child.on('message', listener)
    },
    onExit: (listener: () => void) => {
      child.once('exit', listener)
    },
    kill: () => {
      // `kill` of a utility process asks; a child that hangs in a dead network path must be ended.
      if (!hasEnded && child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
  }
}
