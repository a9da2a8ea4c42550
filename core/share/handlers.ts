import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { currentGeneration } from '../../db/generations.ts'
import { makeFolder, toFileRefusal } from '../../db/durable-file.ts'
import { openStore } from '../../db/open.ts'
import { stateOf } from '../book/handlers.ts'
import { homeOf, papersOf, putInForce, readBook } from '../book/library.ts'
import type { OpenBook } from '../book/workspace.ts'
import { PanelbookError } from '../contract/errors.ts'
import { dayOf, shortDate } from '../documents/dates.ts'
import type { AllHandlers, HostContext } from '../handler.ts'
import { refuseInRehearsal } from '../rehearsal/in-rehearsal.ts'
import { bringPapers, papersFolder } from '../papers/kept-papers.ts'
import { keptPapers } from '../papers/paper-view.ts'
import { contains, relationOf, type Vector, type Version } from './relation.ts'
import { runJob } from './run-job.ts'
import { shareFolder } from './share-folder.ts'
import { readVector, type SnapshotFacts, type Workshop } from './snapshot-facts.ts'

export const shareHandlers = {
  'snapshot.choose-folder': async (context) => {
    const { ports, workspace } = context
    refuseInRehearsal(workspace.current(), 'The folder on the shared drive cannot be chosen')
    const lineageId = workspace.current()?.lineageId ?? null
    if (ports.places.share === undefined) {
      const chosen = await ports.dialogs.chooseFolder('The folder on the shared drive')
      if (chosen !== null) {
        await runJob(context, 'probe', { folder: chosen })
        workspace.settings.chooseShareFolder(lineageId, chosen)
      }
    }
    return { folder: shareFolder(context) }
  },

  'snapshot.publish': async (context) => {
    const { ports, workspace } = context
    const store = workspace.store()
    refuseInRehearsal(workspace.current(), 'A snapshot cannot be published')
    if (store.readOnly) {
      throw new PanelbookError(
        'read-only',
        'This book is open read-only; there is nothing of its own to publish.',
      )
    }
    const folder = neededFolder(context)
    // Asked first, so that a folder that is gone leaves no revision that nobody has.
    await runJob(context, 'probe', { folder })
    raiseRevision(context)
    const published = await inWorkshop(context, (workshop) =>
      runJob(context, 'publish', {
        bookPath: store.path,
        folder,
        workshop,
        applicationVersion: ports.application.version,
        papersFolder: papersFolder(context),
      }),
    )
    // Said again now that the snapshot lies there: whoever looked at the first word looked too early.
    context.changed(['share'])
    return { ...published, folder }
  },

  'snapshot.list': async (context) => {
    const folder = shareFolder(context)
    if (folder === null) return { folder, snapshots: [] }
    const listed = await list(context, folder, versionOf(context.workspace.current()))
    return { folder, snapshots: listed.map(({ holdsBook: _, ...snapshot }) => snapshot) }
  },

  'snapshot.open': async (context, { snapshotId }) => {
    const { ports, workspace } = context
    refuseInRehearsal(workspace.current(), 'A snapshot cannot be opened')
    const from = neededFolder(context)
    await inWorkshop(context, async (workshop) => {
      const facts = await fetch(context, snapshotId, workshop, null)
      // The list stays the same one when the snapshot is of another book than the one that is left.
      if (workspace.settings.shareFolder(facts.lineageId) === null)
        rememberFolder(context, facts.lineageId, from)
      const folder = join(ports.places.data, 'snapshots', `open-${ports.ids.next()}`)
      makeFolder(folder)
      const path = join(folder, snapshotId)
      renameSync(join(workshop.scratch, bookName), path)
      await workspace.open(path, { readOnly: true, snapshotId, reason: readOnlyReason(facts) })
    })
    return stateOf(context)
  },

  'snapshot.take-over': async (context, { snapshotId }) => {
    const { ports, workspace } = context
    const { data } = ports.places
    const before = workspace.current()
    refuseInRehearsal(before, 'A snapshot cannot be taken over')
    const from = neededFolder(context)
    await inWorkshop(context, async (workshop) => {
      // A new device id: two laptops that go on from one history must not number their entries alike.
      const facts = await fetch(context, snapshotId, workshop, ports.ids.next())
      const home = homeOf(data, facts)
      const cleared = workingVector(context, facts.lineageId, home)
      if (cleared !== undefined) await refuseLosing(context, facts, cleared)
      rememberFolder(context, facts.lineageId, from)
      // From here to the switch nothing waits, so that no vote can come between.
      const present = workingVector(context, facts.lineageId, home)
      if (present !== undefined && (cleared === undefined || !contains(cleared, present))) {
        throw new PanelbookError('conflict', 'The book was changed while the snapshot was fetched.', {
          safe: 'Everything recorded is saved in your book.',
          remedy: 'Publish your book, then take the snapshot over.',
        })
      }
      const path = putInForce(home, (file) => renameSync(join(workshop.scratch, bookName), file))
      await workspace.open(path)
    })
    return { ...stateOf(context), notice: await takePapersOver(context, before) }
  },
} satisfies Partial<AllHandlers>

const bookName = 'book.panelbook'

/**
 * Brings the papers of the book that was taken over: from the book before it, where it was one of the same, and from the
 * shared folder. What is not there is asked for again whenever it is opened.
 * @returns what the secretary should know; empty where every file is there
 */
async function takePapersOver(context: HostContext, before: OpenBook | null): Promise<string> {
  const { ports, workspace } = context
  const wanted = workspace.store().read(keptPapers)
  const others = before === null ? [] : [papersOf(ports.places.data, before.path)]
  const missing = await bringPapers(context, wanted, others).catch(() => wanted.map(({ sha256 }) => sha256))
  if (missing.length === 0) return ''
  const files = missing.length === 1 ? 'The file of 1 paper is' : `The files of ${missing.length} papers are`
  return `${files} not in the shared folder yet. What was recorded of the papers is whole; open one to try again.`
}

function neededFolder(context: HostContext): string {
  const folder = shareFolder(context)
  if (folder !== null) return folder
  throw new PanelbookError('no-such-file', 'No shared folder has been chosen for this book yet.', {
    safe: 'Nothing was changed.',
    remedy: 'Choose the folder on the shared drive first.',
  })
}

/** A book that was fetched from a folder is published there again without asking for it a second time. */
function rememberFolder({ ports, workspace }: HostContext, lineageId: string, folder: string): void {
  if (ports.places.share === undefined) workspace.settings.chooseShareFolder(lineageId, folder)
}

/** In the book before the copy is made, so that no two snapshots of a device carry the same number. */
function raiseRevision(context: HostContext): void {
  const { ports, workspace } = context
  let summary = ''
  workspace.store().command(
    {
      requestId: ports.ids.next(),
      command: 'snapshot.publish',
      input: {},
      actor: context.actor,
      at: context.now,
      undoable: false,
      summary: () => summary,
    },
    (db) => {
      const revision = readBook(db).revision + 1
      db.update('book', 'book', { revision })
      summary = `snapshot of revision ${revision}`
    },
  )
  context.changed(['book', 'share'])
}

function list(context: HostContext, folder: string, book: Version | null) {
  return inWorkshop(context, (workshop) => runJob(context, 'list', { folder, workshop, book }))
}

async function fetch(
  context: HostContext,
  snapshotId: string,
  workshop: Workshop,
  deviceId: string | null,
): Promise<SnapshotFacts> {
  const folder = neededFolder(context)
  return runJob(context, 'fetch', { folder, snapshotId, workshop, bookName, deviceId })
}

/**
 * A take-over leaves the present book behind, so everything in it must be somewhere else: in the snapshot that is
 * taken over, or in one that was published. @throws PanelbookError `share-diverged`, `conflict`
 */
async function refuseLosing(context: HostContext, facts: SnapshotFacts, ours: Vector): Promise<void> {
  if (contains(facts.vector, ours)) return
  const book = { lineageId: facts.lineageId, vector: ours }
  const listed = await list(context, neededFolder(context), book)
  if (listed.some(({ holdsBook }) => holdsBook)) return
  const isDiverged = relationOf(facts, book) === 'diverged'
  throw new PanelbookError(
    isDiverged ? 'share-diverged' : 'conflict',
    isDiverged
      ? 'The snapshot and your book went on separately: each holds changes that the other does not have.'
      : 'Your book holds changes that this snapshot does not have.',
    {
      safe: 'Nothing was changed; your book and the snapshot are both as they were.',
      remedy: 'Publish your book first, so that nothing is lost; then take the snapshot over.',
    },
  )
}

/** The history of the book that a take-over would leave behind: the open one, or the one in force in its home. */
function workingVector(
  { ports, workspace }: HostContext,
  lineageId: string,
  home: string,
): Vector | undefined {
  const open = workspace.current()
  if (open !== null && open.snapshotId === null && open.lineageId === lineageId)
    return open.store.read(readVector)
  const generation = currentGeneration(home)
  if (generation === undefined) return undefined
  const store = openStore(generation.bookPath, {
    migrations: ports.places.migrations,
    now: () => ports.clock.now(),
    readOnly: true,
  })
  try {
    return store.read(readVector)
  } finally {
    store.close()
  }
}

function versionOf(book: OpenBook | null): Version | null {
  return book === null ? null : { lineageId: book.lineageId, vector: book.store.read(readVector) }
}

function readOnlyReason({ person, publishedAt, revision }: SnapshotFacts): string {
  const when = publishedAt === null ? '' : ` on ${shortDate(dayOf(publishedAt))}`
  return `It is revision ${revision}, published by ${person || 'somebody'}${when}: to be read, not changed.`
}

/** A private folder for one job, gone when the job is over, however it ended. */
async function inWorkshop<T>(
  { ports, workspace, now }: HostContext,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const { data, migrations } = ports.places
  const snapshots = join(data, 'snapshots')
  const scratch = join(snapshots, `work-${ports.ids.next()}`)
  try {
    makeFolder(scratch)
    removeLeftOvers(snapshots, workspace.current()?.path ?? '')
    return await work({ scratch, migrations, unusedDeviceId: ports.ids.next(), now })
  } catch (error) {
    throw toFileRefusal(error)
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Private copies that an interrupted job, or a snapshot that was looked into, has left for a day. */
function removeLeftOvers(snapshots: string, inUse: string): void {
  const yesterday = Date.now() - 86_400_000
  for (const name of readdirSync(snapshots)) {
    const path = join(snapshots, name)
    try {
      if (!/^(work|open)-/.test(name) || inUse.startsWith(path)) continue
      if (statSync(path).mtimeMs < yesterday) rmSync(path, { recursive: true })
    } catch {
      // In use on Windows, or gone: next time.
    }
  }
}
