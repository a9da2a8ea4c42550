import { join } from 'node:path'
import { createCore } from '../../core/create-core.ts'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'
import type { SampleKind } from './screens.ts'

/** The sample book as a file of its own in a folder, to be opened by a window; undefined for none. */
export async function makeSampleBook(folder: string, kind: SampleKind): Promise<string | undefined> {
  if (kind === 'none') return undefined
  const nothing = () => Promise.resolve(null)
  const ports = createNodePorts({
    host: 'cli',
    data: join(folder, 'data'),
    dialogs: { openBook: nothing, saveBook: nothing, chooseFolder: nothing, openPaper: nothing },
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
  })
  const core = createCore(ports)
  const path = join(folder, `${kind}.panelbook`)
  await core.createBook(path, { name: 'Sample book', sample: true, held: kind === 'held' })
  await core.close()
  ports.stop()
  return path
}
