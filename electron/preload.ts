import { contextBridge, ipcRenderer } from 'electron'
import type { CallAnswer, CallRequest, Push } from '../core/contract/envelope.ts'

// The names are spelled again here: a sandboxed preload is one file and imports nothing but Electron.
const callChannel = 'panelbook:call'
const pushChannel = 'panelbook:push'

// SECURITY(20): two functions of our own; no ipcRenderer, no event and no channel name reaches the page.
contextBridge.exposeInMainWorld(
  'panelbook',
  Object.freeze({
    call: (request: CallRequest): Promise<CallAnswer> =>
      ipcRenderer.invoke(callChannel, request) as Promise<CallAnswer>,
    onPush: (listener: (push: Push) => void): (() => void) => {
      const forward = (_event: unknown, push: Push) => {
        listener(push)
      }
      ipcRenderer.on(pushChannel, forward)
      return () => {
        ipcRenderer.removeListener(pushChannel, forward)
      }
    },
  }),
)
