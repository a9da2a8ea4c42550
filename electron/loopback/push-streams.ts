import type { ServerResponse } from 'node:http'
import type { Push } from '../../core/contract/envelope.ts'

const heartbeatMs = 15_000

/** The open pages, each with its stream of server-sent events. */
export interface PushStreams {
  /** Keeps a response open as the stream of a page. */
  open(page: string, response: ServerResponse): void
  /** To one page, or to all of them. Returns how many were reached. */
  send(push: Push, page?: string): number
  /** Calls back when a page has no stream left. */
  onGone(listener: (page: string) => void): void
  close(): void
}

export function createPushStreams(): PushStreams {
  const streams = new Map<ServerResponse, string>()
  const goneListeners: ((page: string) => void)[] = []
  const heartbeat = setInterval(() => {
    for (const response of streams.keys()) response.write(':\n\n')
  }, heartbeatMs).unref()
  return {
    open: (page, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 500\n\n')
      streams.set(response, page)
      response.once('close', () => {
        streams.delete(response)
        if (![...streams.values()].includes(page)) for (const listener of goneListeners) listener(page)
      })
    },
    send: (push, page) => {
      const chosen = [...streams].filter(([, owner]) => page === undefined || owner === page)
      // JSON has no line end in it, so one event is one line.
      for (const [response] of chosen) response.write(`data: ${JSON.stringify(push)}\n\n`)
      return chosen.length
    },
    onGone: (listener) => {
      goneListeners.push(listener)
    },
    close: () => {
      clearInterval(heartbeat)
      for (const response of streams.keys()) response.end()
    },
  }
}
