import type { BrowserWindowConstructorOptions, WebContents } from 'electron'
import { BrowserWindow, screen } from 'electron'
import { lockContents, mainAddress, roomAddress } from './lockdown.ts'

export interface Windows {
  openMain(): void
  openRoom(): void
  /** Whether these contents are one of Panelbook's two windows. */
  has(contents: WebContents): boolean
  all(): BrowserWindow[]
}

/** Panelbook's windows: the secretary's, and the screen that the room sees. */
export function createWindows(preload: string): Windows {
  const windows = new Map<string, BrowserWindow>()
  const open = (address: string, place: BrowserWindowConstructorOptions) => {
    const present = windows.get(address)
    if (present !== undefined) {
      if (present.isMinimized()) present.restore()
      present.focus()
      return
    }
    const window = new BrowserWindow({
      ...place,
      minWidth: 640,
      minHeight: 480,
      title: 'Panelbook',
      show: false,
      backgroundColor: '#faf8f4',
      webPreferences: {
        preload,
        nodeIntegration: false, // SECURITY(2)
        nodeIntegrationInWorker: false, // SECURITY(2)
        nodeIntegrationInSubFrames: false, // SECURITY(2)
        contextIsolation: true, // SECURITY(3)
        sandbox: true, // SECURITY(4)
        webSecurity: true, // SECURITY(6)
        allowRunningInsecureContent: false, // SECURITY(8)
        experimentalFeatures: false, // SECURITY(9), and no enableBlinkFeatures: SECURITY(10)
        webviewTag: false, // SECURITY(11)
        spellcheck: false,
        navigateOnDragDrop: false, // SECURITY(13)
        safeDialogs: true,
        // The clock of the agenda and the room's screen must not fall asleep behind Word.
        backgroundThrottling: false,
      },
    })
    windows.set(address, window)
    lockContents(window.webContents, openRoom)
    window.once('ready-to-show', () => {
      window.show()
    })
    window.once('closed', () => {
      windows.delete(address)
      // The room's screen is a view of the secretary's window and does not outlive it.
      if (address === mainAddress) windows.get(roomAddress)?.close()
    })
    void window.loadURL(address)
  }
  const openRoom = () => {
    open(roomAddress, { ...placeOfRoom(windows.get(mainAddress)), autoHideMenuBar: true })
  }
  return {
    openMain: () => {
      open(mainAddress, { width: 1366, height: 768 })
    },
    openRoom,
    has: (contents) => [...windows.values()].some((window) => window.webContents === contents),
    all: () => [...windows.values()],
  }
}

/** The whole of another display than the secretary's, where there is one: that is the projector. */
function placeOfRoom(main: BrowserWindow | undefined): BrowserWindowConstructorOptions {
  const own = main === undefined ? screen.getPrimaryDisplay() : screen.getDisplayMatching(main.getBounds())
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id)
  return other === undefined ? { width: 1280, height: 720 } : { ...other.bounds, fullscreen: true }
}
