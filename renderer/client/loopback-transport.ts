import type { CallAnswer, Push } from '../../core/contract/envelope.ts'
import type { Transport } from './transport.ts'
import { hostIsSilent } from './transport.ts'

const pauseMs = 250

/** Calls as POST, pushes as server-sent events, both to the origin that the page came from. */
export function createLoopbackTransport(): Transport {
  const page = crypto.randomUUID()
  return {
    call: async (request) => {
      const body = JSON.stringify(request)
      // Lost on the way: asked once more under the same request id, so that a command is applied once.
      const response =
        (await post('/call', body, page)) ?? (await afterPause(() => post('/call', body, page)))
      if (response === null) return hostIsSilent()
      if (!response.ok) return turnedAway(await response.text().catch(() => ''))
      return (await response.json().catch(hostIsSilent)) as CallAnswer
    },
    answer: async (id, path) => {
      const response = await post('/answer', JSON.stringify({ id, path }), page)
      if (response === null) return 'Panelbook does not answer.'
      if (!response.ok)
        return (await response.text().catch(() => '')).trim() || 'Panelbook did not take the answer.'
      const taken = (await response.json()) as { ok: boolean; sentence?: string }
      return taken.ok ? null : (taken.sentence ?? 'Panelbook did not take the answer.')
    },
    listen: ({ onPush, onConnection }) => {
      let wasLost = false
      const connect = () => {
        const source = new EventSource(`/push?page=${page}`)
        source.onopen = () => {
          onConnection(true)
          // What was pushed meanwhile is gone for good: read everything again.
          if (wasLost) onPush({ kind: 'book', reason: 'opened' })
          wasLost = false
        }
        source.onmessage = (event: MessageEvent<string>) => {
          onPush(JSON.parse(event.data) as Push)
        }
        source.onerror = () => {
          wasLost = true
          onConnection(false)
          // The browser itself reconnects after a broken stream, but gives up after a refusal.
          if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
        }
      }
      connect()
    },
  }
}

function post(path: string, body: string, page: string): Promise<Response | null> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-panelbook-page': page },
    body,
    cache: 'no-store',
  }).catch(() => null)
}

async function afterPause<Result>(work: () => Promise<Result>): Promise<Result> {
  await new Promise((resolve) => setTimeout(resolve, pauseMs))
  return work()
}

/** The host is there and will not have us: its one sentence says why. */
function turnedAway(sentence: string): CallAnswer {
  return {
    ok: false,
    error: {
      code: 'not-available',
      message: sentence.trim() || 'Panelbook turned this page away.',
      safe: 'Everything that is shown as saved is saved.',
      remedy: 'Open the address that Panelbook printed when it started.',
    },
  }
}
