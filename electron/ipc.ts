import type { IpcMainInvokeEvent } from 'electron'
import { ipcMain } from 'electron'
import type { CallAnswer } from '../core/contract/envelope.ts'
import type { CallContext, Core } from '../core/core.ts'
import { appOrigin } from './app-protocol.ts'
import { asCallRequest } from './shared/call-request.ts'
import type { Windows } from './window.ts'

export const callChannel = 'panelbook:call'
export const pushChannel = 'panelbook:push'

/** Connects the windows with the core: one channel in, one out. Returns how to disconnect them. */
export function connectWindows(core: Core, windows: Windows, context: CallContext): () => void {
  ipcMain.handle(callChannel, async (event, message: unknown): Promise<CallAnswer> => {
    if (!isFromOurPage(event, windows)) return refused
    const request = asCallRequest(message)
    return request === null ? malformed : core.call(request, context)
  })
  const unsubscribe = core.onPush((push) => {
    for (const window of windows.all()) {
      if (!window.isDestroyed()) window.webContents.send(pushChannel, push)
    }
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(callChannel)
  }
}

// SECURITY(17): the main frame of one of our own windows, showing our own page.
function isFromOurPage(event: IpcMainInvokeEvent, windows: Windows): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    windows.has(event.sender) &&
    frame === event.sender.mainFrame &&
    frame.url.startsWith(`${appOrigin}/`)
  )
}

const refused: CallAnswer = {
  ok: false,
  error: { code: 'not-available', message: 'Only Panelbook’s own window may call Panelbook.' },
}
const malformed: CallAnswer = {
  ok: false,
  error: { code: 'bad-input', message: 'A call is an object with a name and an input.' },
}
