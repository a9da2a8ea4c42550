import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away: a status and one sentence for the person in front of the browser. */
export interface Rejection {
  status: number
  sentence: string
}

/** Decides who may talk to the loopback host: the one browser that opened the printed address, and nobody else. */
export interface Gate {
  /** The part of the printed address that works once. */
  readonly token: string
  /** Checks that hold for every request: where it was sent to, and which page sent it. */
  checkOrigin(method: string, headers: IncomingHttpHeaders): Rejection | null
  /** Whether the request carries the cookie that the token was changed into. */
  hasSession(headers: IncomingHttpHeaders): boolean
  /** Changes the token into the value of a Set-Cookie header, once. */
  redeem(token: string): string | Rejection
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${String(port)}`
  const origin = `http://${host}`
  // Cookies ignore the port: without it in the name, two Panelbooks would overwrite each other's.
  const cookieName = `panelbook-${String(port)}`
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  let isSpent = false
  return {
    token,
    checkOrigin: (method, headers) => {
      if (headers.host !== host) return { status: 421, sentence: `Panelbook answers only as ${host}.` }
      const site = headers['sec-fetch-site']
      const isPageLoad = method === 'GET' && site === 'none'
      if (site !== undefined && site !== 'same-origin' && !isPageLoad) return foreign
      const mustName = method !== 'GET' && method !== 'HEAD'
      if ((mustName || headers.origin !== undefined) && headers.origin !== origin) return foreign
      return null
    },
    hasSession: (headers) =>
      (headers.cookie ?? '')
        .split(';')
        .map((part) => part.trim())
        .some(
          (part) => part.startsWith(`${cookieName}=`) && isSame(part.slice(cookieName.length + 1), session),
        ),
    redeem: (candidate) => {
      if (!isSame(candidate, token)) {
        return { status: 403, sentence: 'This is not the address that Panelbook printed when it started.' }
      }
      if (isSpent) {
        return {
          status: 403,
          sentence: `This address has been used already and works once; in the same browser go to ${origin}/, anywhere else start Panelbook again.`,
        }
      }
      isSpent = true
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
  }
}

const foreign: Rejection = { status: 403, sentence: 'Only Panelbook’s own page may call Panelbook.' }

/** Constant time whatever the lengths: what is compared are digests. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
