import type { Session } from 'electron'
import { protocol } from 'electron'
import { securityHeaders } from './shared/security-headers.ts'
import { readStaticFile } from './shared/static-file.ts'

export const appScheme = 'app'
export const appOrigin = 'app://panelbook'
export const printScheme = 'print'

/** Before `ready`: the page's scheme has an origin of its own, like https. It cannot bypass the policy. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // SECURITY(18): a scheme of our own instead of file://
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } },
  ])
}

/** Serves the built page, and only it, to this session. */
export function serveApp(session: Session, pageFolder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const address = new URL(request.url)
    const file =
      request.method === 'GET' && address.host === 'panelbook'
        ? await readStaticFile(pageFolder, rawPath(request.url))
        : null
    if (file === null) return new Response('Not found', { status: 404, headers: securityHeaders })
    return new Response(Buffer.from(file.bytes), {
      headers: { ...securityHeaders, 'content-type': file.mediaType }, // SECURITY(7)
    })
  })
}

/** The path as it was sent: `URL` would already have resolved the dots that the check must see. */
function rawPath(url: string): string {
  return url.slice(appOrigin.length).replace(/[?#].*$/s, '') || '/'
}
