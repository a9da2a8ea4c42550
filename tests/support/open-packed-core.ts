import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import type { createCore as CreateCore } from '../../core/create-core.ts'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'

/**
 * Runs in a process of its own: loads the core out of an unpacked application archive, makes the sample book with
 * what was packed (migrations, profiles, native database, document worker) and prints as JSON what it says.
 * `node open-packed-core.ts ROOT DATA`
 */
const [root = '', data = ''] = process.argv.slice(2)
const { createCore } = (await import(pathToFileURL(join(root, 'build', 'main', 'core.js')).href)) as {
  createCore: typeof CreateCore
}
const sizes: number[] = []
const no = () => Promise.reject(new Error('nobody to ask'))
const core = createCore({
  ...createNodePorts({
    host: 'cli',
    data,
    dialogs: { openBook: no, saveBook: no, chooseFolder: no, openPaper: no },
    deliver: (file) => {
      sizes.push(file.bytes.byteLength)
      return Promise.resolve({ kind: 'saved', where: file.fileName })
    },
  }),
  places: {
    data,
    resources: join(root, 'resources'),
    migrations: join(root, 'migrations'),
    documentWorker: join(root, 'build', 'main', 'document-worker.js'),
  },
})
const context = { actor: 'Secretary' }
await core.createBook(join(data, 'sample.panelbook'), { name: 'Sample', sample: true })
const list = await core.call({ name: 'meeting.list', input: {} }, context)
if (!list.ok) throw new Error(list.error.message)
const [meeting] = (list.value as { meetings: { id: string }[] }).meetings
const choice = { document: 'agenda', meetingId: meeting?.id }
const answers: CallAnswer[] = [
  await core.call({ name: 'book.state', input: {} }, context),
  await core.call({ name: 'history.verify', input: {} }, context),
  await core.call({ name: 'document.export', input: { ...choice, format: 'docx' } }, context),
]
await core.close()
process.stdout.write(JSON.stringify({ answers, sizes }))
process.exit(0)
