import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Every source file of the checkout, tracked or new, but nothing that git ignores. */
function sourceFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const rooms = /^(core|db|electron|renderer|tests)\/.*\.(ts|tsx|css)$/
  return list.split('\n').filter((path) => rooms.test(path))
}

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return '' // Deleted, and not yet committed as such.
  }
}

describe('the rooms', () => {
  it('hold files of fewer than 400 lines', () => {
    const long = sourceFiles()
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines >= 400)
    expect(long).toEqual([])
  })
  it('name ipcMain in one file', () => {
    const naming = sourceFiles().filter(
      (path) => !path.startsWith('tests/') && /\bipcMain\b/.test(read(path)),
    )
    expect(naming).toEqual(['electron/ipc.ts'])
  })
  it('keep Electron’s own surface under 700 lines', () => {
    const lines = sourceFiles()
      .filter((path) => /^electron\/[^/]+(?<!\.config)\.ts$/.test(path))
      .map((path) => read(path).split('\n').length - 1)
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(700)
  })
})

/** Compiles one planted text as if it stood in a room; no file is written. */
function errorsIn(room: string, text: string): string[] {
  const folder = join(root, room)
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, 'tsconfig.json'),
    { composite: false, incremental: false, noEmit: true, emitDeclarationOnly: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  if (config === undefined) throw new Error(`${room} has no tsconfig.json`)
  delete config.options.tsBuildInfoFile
  const planted = join(folder, 'planted-by-a-test.ts')
  const host = ts.createCompilerHost(config.options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => name === planted || fileExists(name)
  host.readFile = (name) => (name === planted ? text : readFile(name))
  host.getSourceFile = (name, languageVersion, ...more) =>
    name === planted
      ? ts.createSourceFile(name, text, languageVersion)
      : getSourceFile(name, languageVersion, ...more)
  const program = ts.createProgram([planted], config.options, host)
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(planted))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

describe('the compiler', () => {
  it.each([
    ['renderer', "export { readFileSync } from 'node:fs'\n"],
    ['renderer', 'export const pid = process.pid\n'],
    ['core', 'export const title = document.title\n'],
    ['db', 'export const width = window.innerWidth\n'],
    ['core/contract', 'export const pid = process.pid\n'],
    ['core/contract', 'export const title = document.title\n'],
  ])('does not know in %s: %s', (room, text) => {
    expect(errorsIn(room, text).join('\n')).toMatch(/Cannot find/)
  })
  it.each([
    ['renderer', 'export const title: string = document.title\n'],
    ['core', "export { readFileSync } from 'node:fs'\n"],
  ])('knows in %s: %s', (room, text) => {
    expect(errorsIn(room, text)).toEqual([])
  })
})
