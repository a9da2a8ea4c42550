import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Paper } from '../../../core/contract/papers.ts'
import type { FileToDeliver, Ports } from '../../../core/ports.ts'
import { createForkedShareAgent } from '../../../electron/node-ports/forked-share-agent.ts'
import { makeCore, root, type TestCore } from '../../support/make-core.ts'

export interface Desk extends TestCore {
  meetingId: string
  /** What the viewer was given. */
  viewed: FileToDeliver[]
  /** Where the papers of the book are kept. */
  papersFolder: string
  itemId(title: string): Promise<string>
  papersOf(itemId: string): Promise<Paper[]>
  /** Lays a file on the desk: the next dialog answers with it. */
  lay(name: string, content?: string | Uint8Array): string
  /** The next dialog is cancelled. */
  layNothing(): void
  /** Files a new paper under an item. @returns it as the item has it then */
  attach(itemId: string, name: string, content?: string | Uint8Array): Promise<Paper>
  kept(): string[]
  keptText(sha256: string): string
}

/** The sample’s December meeting, papers to file and a viewer that only notes what it was given. */
export async function makeDesk(overrides: Partial<Ports> = {}): Promise<Desk> {
  let next: string | null = null
  const viewed: FileToDeliver[] = []
  const share = createForkedShareAgent(join(root, 'core/share/agent-main.ts'))
  const core = await makeCore({
    sample: true,
    overrides: {
      share,
      dialogs: {
        openBook: async () => null,
        saveBook: async () => null,
        chooseFolder: async () => null,
        openPaper: async () => next,
      },
      view: async (file) => {
        viewed.push(file)
        return { kind: 'opened' }
      },
      ...overrides,
    },
  })
  onTestFinished(async () => {
    share.stop()
    await core.close()
  })
  const { meetings } = await core.must('meeting.list', {})
  const meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
  const papersFolder = core.book.replace(/\.panelbook$/, '.papers')
  const desk: Desk = {
    ...core,
    meetingId,
    viewed,
    papersFolder,
    async itemId(title) {
      const { agenda } = await core.must('meeting.read', { meetingId })
      const line = agenda.find((each) => each.title === title)
      if (line === undefined) throw new Error(`There is no item ${title}.`)
      return line.id
    },
    papersOf: async (itemId) => (await core.must('agenda.read', { itemId })).papers,
    lay(name, content = `The content of ${name}.`) {
      const folder = join(core.folder, 'desk')
      mkdirSync(folder, { recursive: true })
      next = join(folder, name)
      writeFileSync(next, content)
      return next
    },
    layNothing() {
      next = null
    },
    async attach(itemId, name, content) {
      desk.lay(name, content)
      const { paperId, item } = await core.must('paper.attach', { itemId })
      const paper = item?.papers.find(({ id }) => id === paperId)
      if (paper === undefined) throw new Error(`${name} was not filed.`)
      return paper
    },
    kept: () => readdirSync(papersFolder).toSorted(),
    keptText: (sha256) => readFileSync(join(papersFolder, sha256), 'utf8'),
  }
  return desk
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
