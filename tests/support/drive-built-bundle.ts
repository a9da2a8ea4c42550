import { type EventEmitter, once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { PanelbookBridge } from '../../renderer/client/bridge-transport.ts'
import { callThrough, exportPdf, filePaper, isCancelled, publish, recordVote } from './drive-built-work.ts'
import { loadBuiltMain } from './load-built-main.ts'

/**
 * Runs in a process of its own: loads the built host against the stand-in `electron`, drives it as Electron would,
 * and prints as JSON what it saw. `node drive-built-bundle.ts ROOT DATA`
 */
const [root = '', data = ''] = process.argv.slice(2)
const electron = await loadBuiltMain(root, [`--data=${data}`, '--sample'], { lockIsFree: true })
while (electron.recorded.windows.length === 0) await new Promise((done) => setTimeout(done, 10))
const window = electron.recorded.windows[0]!
const contents = window.webContents

const bridge = loadPreload()
const pushes: unknown[] = []
const unsubscribe = bridge.onPush((push) => pushes.push(push))

/** What a sandboxed preload finds: no process, no require but of Electron's own few modules. */
function loadPreload(): PanelbookBridge {
  const file = join(root, 'build', 'preload', 'preload.cjs')
  const module = { exports: {} }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return { contextBridge: electron.contextBridge, ipcRenderer: electron.ipcRenderer }
  }
  runInContext(readFileSync(file, 'utf8'), createContext({ require, module, exports: module.exports }))
  return electron.exposed['panelbook'] as PanelbookBridge
}

const placeOf = ({ x, y, width, height, fullscreen }: Record<string, unknown> = {}) => ({
  x,
  y,
  width,
  height,
  fullscreen,
})

async function callAs(event: unknown) {
  electron.sender.event = event
  const answer = await bridge.call({ name: 'book.state', input: {} })
  electron.sender.event = undefined
  return answer
}

function prevented(target: EventEmitter, name: string): boolean {
  let isPrevented = false
  target.emit(name, { preventDefault: () => (isPrevented = true) }, 'https://example.com/')
  return isPrevented
}

async function fetchApp(url: string) {
  const handler = electron.session.defaultSession.protocols['app'] as unknown as (
    request: object,
  ) => Promise<Response>
  // A plain object, because Request would resolve the dots before the handler sees them.
  const response = await handler({ method: 'GET', url })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

function permissionsGranted(): boolean[] {
  const { handlers } = electron.session.defaultSession
  const granted: boolean[] = []
  const request = handlers['permissionRequest'] as unknown as (
    contents: unknown,
    permission: string,
    answer: (isGranted: boolean) => void,
  ) => void
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal']) {
    request(contents, permission, (isGranted) => granted.push(isGranted))
  }
  granted.push((handlers['permissionCheck'] as unknown as () => boolean)())
  granted.push((handlers['devicePermission'] as unknown as () => boolean)())
  return granted
}

const call = callThrough(bridge)
const state = await bridge.call({ name: 'book.state', input: {} })
const vote = await recordVote(call)
const pdf = await exportPdf(call, electron, join(data, 'agenda.pdf'))
const paper = await filePaper(bridge, electron, join(data, 'Report 0620 – v1.pdf'))
const share = join(data, 'share')
mkdirSync(share)
const shared = await publish(call, electron, share)
const unknown = await bridge.call({ name: 'no.such-call', input: {} })
const closed = await bridge.call({ name: 'book.close', input: {} })
unsubscribe()
const pushesBefore = pushes.length
const reopened = await bridge.call({ name: 'book.open-sample', input: {} })

const page = contents.mainFrame
const foreign = {
  otherContents: await callAs({ sender: new electron.WebContents(), senderFrame: page }),
  subFrame: await callAs({ sender: contents, senderFrame: { url: page.url } }),
  noFrame: await callAs({ sender: contents, senderFrame: null }),
  otherPage: await (async () => {
    const { url } = page
    page.url = 'https://example.com/app://panelbook/'
    const answer = await callAs({ sender: contents, senderFrame: page })
    page.url = url
    return answer
  })(),
}
const malformed = [
  await bridge.call(null as never),
  await bridge.call([] as never),
  await bridge.call({ name: 7 } as never),
  await bridge.call({ name: 'book.state', input: {}, more: 1 } as never),
]

const popup = contents.windowOpenHandler?.({ url: 'https://example.com/' })
const windowsAfterPopup = electron.recorded.windows.length
const room = contents.windowOpenHandler?.({ url: 'app://panelbook/index.html?view=room' })
const roomWindow = electron.recorded.windows.at(-1)
// A projector is plugged in, and the room's screen is opened again.
roomWindow?.close()
electron.screen.displays.push({ id: 2, bounds: { x: 1366, y: 0, width: 1280, height: 720 } })
contents.windowOpenHandler?.({ url: 'app://panelbook/index.html?view=room' })
const projected = electron.recorded.windows.at(-1)

/** A second start: the running Panelbook comes forward and asks before it opens what was asked for. */
electron.app.emit('second-instance', {}, ['electron', root, '--book=other.panelbook'], '/elsewhere')
await new Promise((done) => setTimeout(done, 50))
const afterSecond = await bridge.call({ name: 'book.state', input: {} })

const result = {
  vote,
  pdf,
  paper,
  shared,
  afterSecond,
  questions: electron.recorded.messages,
  displayMedia: electron.session.defaultSession.handlers['displayMedia'],
  downloadIsPrevented: prevented(electron.session.defaultSession, 'will-download'),
  exposedKeys: Object.keys(bridge),
  isFrozen: Object.isFrozen(bridge),
  state,
  unknown,
  closed,
  reopened,
  pushes,
  pushesAfterUnsubscribe: pushes.length - pushesBefore,
  foreign,
  malformed,
  sandboxed: electron.recorded.sandboxed,
  switches: electron.recorded.switches,
  schemes: electron.recorded.schemes,
  webPreferences: window.options['webPreferences'],
  roomPreferences: roomWindow?.options['webPreferences'],
  popup,
  windowsAfterPopup,
  room,
  roomAddress: roomWindow?.webContents.mainFrame.url,
  roomPlaces: [roomWindow, projected].map((each) => placeOf(each?.options)),
  prevented: ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) =>
    prevented(contents, name),
  ),
  webRtcPolicy: contents.webRtcPolicy,
  spellChecks: electron.session.defaultSession.spellChecks,
  granted: permissionsGranted(),
  cancelled: Object.fromEntries(
    [
      'app://panelbook/index.html',
      'https://example.com/',
      'http://127.0.0.1:1/',
      'ws://127.0.0.1:1/',
      'file:///etc/passwd',
      'app://other/',
      'appx://panelbook/',
    ].map((url) => [url, isCancelled(electron.session.defaultSession, url)]),
  ),
  page: await fetchApp('app://panelbook/index.html'),
  outside: await Promise.all(
    [
      'app://panelbook/../main/main.js',
      'app://panelbook/%2e%2e/main/main.js',
      'app://panelbook/..%2fmain/main.js',
      'app://panelbook/assets/..%5c..%5cmain/main.js',
      'app://panelbook/%00index.html',
      'app://panelbook/%',
      'app://other/index.html',
    ].map(async (url) => (await fetchApp(url)).status),
  ),
  channelsWhileRunning: electron.ipcMain.channels(),
  channelsAfterQuit: [] as string[],
  exitStatus: undefined as number | undefined,
}

const exited = once(electron.app, 'stand-in-exit')
electron.app.quit()
await exited
result.channelsAfterQuit = electron.ipcMain.channels()
result.exitStatus = electron.recorded.exitStatus
process.stdout.write(JSON.stringify(result))
process.exit(0)
