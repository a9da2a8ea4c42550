import type { Session, WebContents } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** Before `ready`: what Chromium would otherwise do on the network by itself. */
export const offlineSwitches: readonly [name: string, value?: string][] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

/** Denies a session everything that a page could ask for, and every address that is not Panelbook's own. */
export function lockSession(session: Session, ...allowedPrefixes: string[]): void {
  // SECURITY(5): no permission exists that Panelbook would grant.
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false) // SECURITY(5)
  session.setDevicePermissionHandler(() => false) // SECURITY(5)
  session.setDisplayMediaRequestHandler(null) // SECURITY(5)
  // SECURITY(1): nothing is loaded but what is packaged; http, https, ws, file, ftp … all end here.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowedPrefixes.some((prefix) => details.url.startsWith(prefix)) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.setSpellCheckerEnabled(false) // Its dictionaries would be a download.
}

/** Keeps a page where it is. `openRoom` answers the one address for which a second window exists. */
export function lockContents(contents: WebContents, openRoom: () => void): void {
  // SECURITY(13)
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(name as 'will-navigate', (event) => {
      event.preventDefault()
    })
  }
  // SECURITY(14): Chromium opens no window. The room's screen is a window that the host itself makes.
  contents.setWindowOpenHandler(({ url }) => {
    if (url === roomAddress) openRoom()
    return { action: 'deny' }
  })
  // SECURITY(11), SECURITY(12)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

export const mainAddress = `${appOrigin}/index.html`
/** What the page gives to window.open for the screen that the room sees. */
export const roomAddress = `${appOrigin}/index.html?view=room`
