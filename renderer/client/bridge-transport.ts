import type { CallAnswer, CallRequest, Push } from '../../core/contract/envelope.ts'
import type { Transport } from './transport.ts'
import { hostIsSilent } from './transport.ts'

/** What Electron's preload exposes as `window.panelbook`. */
export interface PanelbookBridge {
  readonly call: (request: CallRequest) => Promise<CallAnswer>
  readonly onPush: (listener: (push: Push) => void) => () => void
}

declare global {
  interface Window {
    /** There only in Electron's window. */
    readonly panelbook?: PanelbookBridge
  }
}

/** Calls and pushes over the bridge of Electron’s preload. */
export function createBridgeTransport(bridge: PanelbookBridge): Transport {
  return {
    call: (request) => bridge.call(request).catch(hostIsSilent),
    answer: () => Promise.resolve('This host asks no questions in the page.'),
    listen: (listeners) => {
      bridge.onPush(listeners.onPush)
    },
  }
}
