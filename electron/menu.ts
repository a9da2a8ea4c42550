import type { MenuItemConstructorOptions } from 'electron'
import { Menu } from 'electron'
import type { Windows } from './window.ts'

/**
 * The smallest menu with which the platforms' own keys work. Undo belongs to Panelbook itself, so only macOS,
 * whose text fields get it from nowhere else, has it here.
 */
export function installMenu(windows: Windows, options: { isMac: boolean; isDevelopment: boolean }): void {
  const undo: MenuItemConstructorOptions[] = options.isMac
    ? [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }]
    : []
  const edit: MenuItemConstructorOptions[] = [
    ...undo,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
  ]
  const view: MenuItemConstructorOptions[] = [
    { label: 'Screen for the room', click: windows.openRoom },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen', accelerator: options.isMac ? 'Ctrl+Command+F' : 'F11' },
    ...(options.isDevelopment ? [{ role: 'toggleDevTools' as const }] : []),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(options.isMac
        ? [{ role: 'appMenu' as const }]
        : [{ label: 'File', submenu: [{ role: 'quit' as const }] }]),
      { label: 'Edit', submenu: edit },
      { label: 'View', submenu: view },
      { role: 'windowMenu' },
    ]),
  )
}
