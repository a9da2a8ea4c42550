import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * A module that stands in for `electron` where its binary is not: it opens nothing, and writes down with what the
 * host called it. Only what the host uses is here; using more fails the import, which is what a test wants.
 */
export const recorded = {
  switches: [] as string[][],
  schemes: [] as unknown[],
  windows: [] as BrowserWindow[],
  sandboxed: false,
  exitStatus: undefined as number | undefined,
  paths: {} as Record<string, string>,
  menus: [] as unknown[],
  messages: [] as unknown[],
  utilities: [] as string[],
  /** What the system was asked to open: the path, its mode and what it held then. */
  opened: [] as { path: string; mode: number; content: string }[],
  quits: 0,
}

type Handler = (...values: never[]) => unknown

class App extends EventEmitter {
  isPackaged = false
  root = ''
  lockIsFree = true
  commandLine = { appendSwitch: (...words: string[]) => recorded.switches.push(words) }
  setPath(name: string, path: string) {
    recorded.paths[name] = path
  }
  getPath(name: string) {
    return recorded.paths[name] ?? `/${name}`
  }
  getAppPath() {
    return this.root
  }
  getVersion() {
    return '0.0.0'
  }
  enableSandbox() {
    recorded.sandboxed = true
  }
  requestSingleInstanceLock() {
    return this.lockIsFree
  }
  whenReady() {
    return Promise.resolve()
  }
  quit() {
    recorded.quits += 1
    this.emit('will-quit', { preventDefault: () => undefined })
  }
  exit(status: number) {
    recorded.exitStatus = status
    this.emit('stand-in-exit')
  }
}
export const app = new App()

export class Session extends EventEmitter {
  handlers: Record<string, Handler | null> = {}
  protocols: Record<string, Handler> = {}
  spellChecks = true
  webRequest = { onBeforeRequest: (handler: Handler) => (this.handlers['beforeRequest'] = handler) }
  protocol = { handle: (scheme: string, handler: Handler) => (this.protocols[scheme] = handler) }
  setPermissionRequestHandler = (handler: Handler) => (this.handlers['permissionRequest'] = handler)
  setPermissionCheckHandler = (handler: Handler) => (this.handlers['permissionCheck'] = handler)
  setDevicePermissionHandler = (handler: Handler) => (this.handlers['devicePermission'] = handler)
  setDisplayMediaRequestHandler = (handler: Handler | null) => (this.handlers['displayMedia'] = handler)
  setSpellCheckerEnabled = (isOn: boolean) => (this.spellChecks = isOn)
}
const partitions = new Map<string, Session>()
export const session = {
  defaultSession: new Session(),
  fromPartition: (name: string) => {
    const present = partitions.get(name) ?? new Session()
    partitions.set(name, present)
    return present
  },
  partitions,
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => recorded.schemes.push(...schemes),
}

export class WebContents extends EventEmitter {
  mainFrame = { url: 'about:blank' }
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined
  webRtcPolicy = ''
  sent: unknown[][] = []
  printOptions: unknown
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.windowOpenHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string) {
    this.webRtcPolicy = policy
  }
  send(...message: unknown[]) {
    this.sent.push(message)
    ipcRenderer.emit(String(message[0]), {}, message[1])
  }
  printToPDF(options: unknown) {
    this.printOptions = options
    return Promise.resolve(Buffer.from('%PDF-1.7'))
  }
}

/** The displays that are plugged in; the first is the primary one, on which the secretary's window is. */
export const screen = {
  displays: [{ id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }],
  getPrimaryDisplay: () => screen.displays[0],
  getDisplayMatching: ({ x }: { x: number }) =>
    screen.displays.findLast(({ bounds }) => bounds.x <= x) ?? screen.displays[0],
  getAllDisplays: () => screen.displays,
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents()
  options: Record<string, unknown>
  isGone = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    recorded.windows.push(this)
  }
  loadURL(url: string) {
    this.webContents.mainFrame.url = url
    queueMicrotask(() => this.emit('ready-to-show'))
    return Promise.resolve()
  }
  show() {
    this.emit('stand-in-shown')
  }
  focus() {
    this.emit('stand-in-focused')
  }
  getBounds() {
    return { x: 0, y: 0, width: 1366, height: 768, ...this.options }
  }
  isMinimized() {
    return false
  }
  restore() {
    return undefined
  }
  isDestroyed() {
    return this.isGone
  }
  close() {
    this.destroy()
  }
  destroy() {
    this.isGone = true
    this.emit('closed')
  }
}

const invokeHandlers = new Map<string, Handler>()
export const ipcMain = {
  handle: (channel: string, handler: Handler) => invokeHandlers.set(channel, handler),
  removeHandler: (channel: string) => invokeHandlers.delete(channel),
  channels: () => [...invokeHandlers.keys()],
}

/** Who the next message seems to come from; by default the main frame of the first window. */
export const sender: { event: unknown } = { event: undefined }

class IpcRenderer extends EventEmitter {
  async invoke(channel: string, ...values: unknown[]) {
    const handler = invokeHandlers.get(channel)
    if (handler === undefined) throw new Error(`nothing listens on ${channel}`)
    const contents = recorded.windows[0]?.webContents
    const event = sender.event ?? { sender: contents, senderFrame: contents?.mainFrame }
    // What crosses is copied, as between processes: a function or a class would not survive it.
    const answer = await (handler as (...all: unknown[]) => unknown)(event, ...structuredClone(values))
    return structuredClone(answer)
  }
}
export const ipcRenderer = new IpcRenderer()

export const exposed: Record<string, unknown> = {}
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => (exposed[name] = value),
}

export const dialog = {
  next: { filePath: '', filePaths: [] as string[], canceled: true, response: 0 },
  showOpenDialog: () => Promise.resolve(dialog.next),
  showSaveDialog: () => Promise.resolve(dialog.next),
  showMessageBox: (message: unknown) => {
    recorded.messages.push(message)
    return Promise.resolve(dialog.next)
  },
  showErrorBox: (...message: unknown[]) => recorded.messages.push(message),
}
/** `answer` is what is wrong with opening; empty where the system has opened it. */
export const shell = {
  answer: '',
  openPath: (path: string) => {
    const mode = statSync(path).mode & 0o777
    recorded.opened.push({ path, mode, content: readFileSync(path, 'utf8') })
    return Promise.resolve(shell.answer)
  },
}
export const Menu = {
  setApplicationMenu: (menu: unknown) => recorded.menus.push(menu),
  buildFromTemplate: (template: unknown) => template,
}

/** A utility process is a child process here as well: the built agent runs in it and can be killed. */
export const utilityProcess = {
  fork: (script: string) => {
    const shim = fileURLToPath(new URL('./utility-child.ts', import.meta.url))
    const child = fork(shim, [script], { stdio: 'ignore', serialization: 'advanced' })
    recorded.utilities.push(script)
    return Object.assign(child, {
      postMessage: (message: unknown) => {
        child.send(message as object)
      },
    })
  },
}
