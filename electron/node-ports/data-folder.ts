import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the platform keeps a person's application data: the folder of the books, backups and settings. */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') {
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Panelbook')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Panelbook')
  const share = environment['XDG_DATA_HOME']
  return join(share?.startsWith('/') ? share : join(homedir(), '.local', 'share'), 'Panelbook')
}
