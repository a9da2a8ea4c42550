import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isFileError, makeFolder, syncFolder, toFileRefusal } from '../../db/durable-file.ts'
import type { Ports } from '../ports.ts'

const recentBook = z.strictObject({
  recentId: z.string(),
  name: z.string(),
  /** A file that is opened where it lies, or a home of the library, whose book in force is opened. */
  at: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file'), path: z.string() }),
    z.strictObject({ kind: z.literal('home'), folder: z.string() }),
  ]),
  lastOpenedAt: z.iso.datetime({ offset: true }),
})
export type RecentBook = z.infer<typeof recentBook>

const settingsFile = z.strictObject({
  format: z.literal(1),
  recent: z.array(recentBook),
  /** By lineage. */
  shareFolders: z.record(z.string(), z.string()),
  /** The folder chosen last, for when no book is open. */
  lastShareFolder: z.string().nullable(),
})
type SettingsFile = z.infer<typeof settingsFile>

const recentKept = 10

/** What is kept beside the books: which were open lately, and where each is published. */
export interface Settings {
  recent(): RecentBook[]
  /** Puts a book on top of the list. Failing to write is logged only: the book is open all the same. */
  remember(book: RecentBook): void
  /** The shared folder of a book; with null the folder chosen last. */
  shareFolder(lineageId: string | null): string | null
  /** @throws PanelbookError `read-only`, `disk-full` */
  chooseShareFolder(lineageId: string | null, folder: string): void
}

/** The settings in `<data>/settings.json`. Read anew each time: another Panelbook may have written them. */
export function createSettings(ports: Pick<Ports, 'clock' | 'ids' | 'log' | 'places'>): Settings {
  const path = join(ports.places.data, 'settings.json')

  function read(): SettingsFile {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if (isFileError(error, 'ENOENT')) return empty()
      throw toFileRefusal(error)
    }
    const parsed = settingsFile.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    setAside()
    return empty()
  }

  /** A damaged file is kept for whoever looks into it, never silently emptied. */
  function setAside(): void {
    const instant = ports.clock
      .now()
      .slice(0, 19)
      .replaceAll(/[^0-9T]/g, '')
    const aside = join(ports.places.data, `settings.damaged-${instant}-${ports.ids.next().slice(-6)}.json`)
    ports.log.error('The settings were damaged and have been set aside', { aside })
    try {
      renameSync(path, aside)
    } catch (error) {
      throw toFileRefusal(error)
    }
  }

  function write(settings: SettingsFile): void {
    try {
      makeFolder(ports.places.data)
      const unnamed = `${path}.${ports.ids.next()}.part`
      const file = openSync(unnamed, 'wx')
      try {
        writeSync(file, `${JSON.stringify(settings, null, 2)}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(unnamed, path)
      syncFolder(ports.places.data)
    } catch (error) {
      throw toFileRefusal(error)
    }
  }

  return {
    recent: () => read().recent,
    remember(book) {
      try {
        const settings = read()
        const others = settings.recent.filter(({ recentId }) => recentId !== book.recentId)
        write({ ...settings, recent: [book, ...others].slice(0, recentKept) })
      } catch (error) {
        ports.log.error('The list of recent books could not be written', { error: String(error) })
      }
    },
    shareFolder(lineageId) {
      const { shareFolders, lastShareFolder } = read()
      return lineageId === null ? lastShareFolder : (shareFolders[lineageId] ?? null)
    },
    chooseShareFolder(lineageId, folder) {
      const settings = read()
      write({
        ...settings,
        lastShareFolder: folder,
        shareFolders:
          lineageId === null ? settings.shareFolders : { ...settings.shareFolders, [lineageId]: folder },
      })
    },
  }
}

function empty(): SettingsFile {
  return { format: 1, recent: [], shareFolders: {}, lastShareFolder: null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
