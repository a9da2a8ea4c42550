import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first installed browser of the Chromium family, or null. Edge counts: every Windows has it. */
export function findChromium(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  return candidates(platform, environment).find(isExecutable) ?? null
}

function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [
      environment['ProgramFiles'],
      environment['ProgramFiles(x86)'],
      environment['LOCALAPPDATA'],
    ]
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ]
    return programs.flatMap((program) =>
      folders.flatMap((folder) => (folder === undefined ? [] : [join(folder, ...program)])),
    )
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
