import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const eslint = new ESLint({ cwd: root })

/** Lints text as if it stood in a file; no file is written. */
async function messages(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, filePath) })
  return (result?.messages ?? []).map(({ message }) => message)
}

const wrong: [where: string, text: string, why: string][] = [
  [
    'electron/menu.ts',
    "import { ipcMain } from 'electron'\nvoid ipcMain\n",
    'checks the sender of every message',
  ],
  ['electron/cli/x.ts', "import { app } from 'electron'\nvoid app\n", 'run where it is not'],
  ['core/voting/x.ts', "import { app } from 'electron'\nvoid app\n", 'run where it is not'],
  [
    'core/voting/x.ts',
    "import Database from 'better-sqlite3'\nvoid Database\n",
    'pass by the journal and the lock',
  ],
  [
    'electron/ports.ts',
    "import Database from 'better-sqlite3'\nvoid Database\n",
    'pass by the journal and the lock',
  ],
  ['core/voting/x.ts', 'export default 1\n', 'Export by name'],
  ['core/voting/x.ts', 'export const x: any = 1\n', 'any'],
  ['core/voting/x.ts', `${'export {}\n'.repeat(401)}`, 'too many lines'],
  [
    'renderer/voting/x.tsx',
    'export const X = () => <p dangerouslySetInnerHTML={{ __html: "" }} />\n',
    'Text is data, never HTML',
  ],
  ['renderer/voting/x.ts', 'export const x = { dangerouslySetInnerHTML: 1 }\n', 'Text is data, never HTML'],
  ['renderer/voting/x.ts', "document.body.innerHTML = 'x'\n", 'Text is data, never HTML'],
  ['renderer/voting/x.ts', "void fetch('/call')\n", 'through renderer/client only'],
  ['renderer/voting/x.ts', "eval('1')\n", 'eval'],
]

const right: [where: string, text: string][] = [
  ['electron/ipc.ts', "import { ipcMain } from 'electron'\nvoid ipcMain\n"],
  ['electron/menu.ts', "import { Menu } from 'electron'\nvoid Menu\n"],
  ['db/open.ts', "import Database from 'better-sqlite3'\nvoid Database\n"],
  ['renderer/client/x.ts', "void fetch('/call')\n"],
]

describe('the linter', () => {
  it.each(wrong)('refuses in %s: %s', async (where, text, why) => {
    expect((await messages(where, text)).join('\n')).toContain(why)
  })
  it.each(right)('allows in %s: %s', async (where, text) => {
    expect(await messages(where, text)).toEqual([])
  })
})
