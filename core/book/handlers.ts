import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, toFileRefusal } from '../../db/durable-file.ts'
import { openStore } from '../../db/open.ts'
import type { BookState } from '../contract/book.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { AllHandlers, HostContext } from '../handler.ts'
import { bookInForce, homeOf, makeBook, newLineage, putInForce, readBook, sampleHome } from './library.ts'

export const bookHandlers = {
  'book.state': (context) => stateOf(context),
  'book.create': async (context, { name }) => {
    const { ports, workspace } = context
    const lineageId = newLineage(ports, 'book')
    const path = putInForce(homeOf(ports.places.data, { name, lineageId }), (file) => {
      makeBook(ports, file, { name, lineageId, actor: context.actor })
    })
    await workspace.open(path)
    return stateOf(context)
  },
  'book.open-sample': async (context) => {
    const home = sampleHome(context.ports.places.data) ?? (await makeSampleHome(context))
    await context.workspace.open(bookInForce(home))
    return stateOf(context)
  },
  'book.open': async (context) => {
    const path = await context.ports.dialogs.openBook()
    if (path !== null) await context.workspace.open(path)
    return stateOf(context)
  },
  'book.open-recent': async (context, { recentId }) => {
    const found = context.workspace.settings.recent().find((recent) => recent.recentId === recentId)
    if (found === undefined) {
      throw new PanelbookError('not-found', 'This book is not in the list of recent books any more.', {
        remedy: 'Open its file.',
      })
    }
    await context.workspace.open(found.at.kind === 'home' ? bookInForce(found.at.folder) : found.at.path)
    return stateOf(context)
  },
  'book.close': async (context) => {
    await context.workspace.close()
    return stateOf(context)
  },
} satisfies Partial<AllHandlers>

/** Which book is open, as every call that opens one answers. */
export function stateOf(context: HostContext): BookState {
  return { ...context.workspace.state(), person: context.actor }
}

/** The sample is written in a folder of its own and gets its place only when it is whole. */
async function makeSampleHome({ ports, makeSample }: HostContext): Promise<string> {
  const { data } = ports.places
  const folder = join(data, `making-sample-${ports.ids.next()}`)
  const made = join(folder, 'sample.panelbook')
  try {
    makeFolder(folder)
    await makeSample(made)
    const store = openStore(made, {
      migrations: ports.places.migrations,
      now: () => ports.clock.now(),
      readOnly: true,
    })
    const { name, lineage_id: lineageId } = store.read(readBook)
    store.close()
    const home = homeOf(data, { name, lineageId })
    putInForce(home, (path) => renameSync(made, path))
    return home
  } catch (error) {
    throw toFileRefusal(error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
