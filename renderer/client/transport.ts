import type { CallAnswer, CallRequest, Push } from '../../core/contract/envelope.ts'

/** One way of reaching the host. */
export interface Transport {
  /** Never throws. */
  call(request: CallRequest): Promise<CallAnswer>
  answer(id: string, path: string | null): Promise<string | null>
  /** Called once, by the client. */
  listen(listeners: TransportListeners): void
}

export interface TransportListeners {
  onPush(push: Push): void
  onConnection(isConnected: boolean): void
}

/** The answer when there is none: what was not shown as saved may have to be entered again. */
export function hostIsSilent(): CallAnswer {
  return {
    ok: false,
    error: {
      code: 'not-available',
      message: 'Panelbook does not answer.',
      safe: 'Everything that is shown as saved is saved.',
      remedy: 'Wait a moment and try again; if it stays so, start Panelbook again.',
    },
  }
}
