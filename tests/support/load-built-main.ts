import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Loads the built host with the stand-in in the place of `electron`, as if Electron had been started with `words`. */
export async function loadBuiltMain(root: string, words: string[], prepare: { lockIsFree: boolean }) {
  const standIn = new URL('./stand-in-electron.ts', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  })
  const electron = await import('./stand-in-electron.ts')
  electron.app.root = root
  electron.app.lockIsFree = prepare.lockIsFree
  process.argv = [process.execPath, root, ...words]
  await import(pathToFileURL(join(root, 'build', 'main', 'main.js')).href)
  return electron
}
