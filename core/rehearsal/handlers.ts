import { toFileRefusal } from '../../db/durable-file.ts'
import { openStore } from '../../db/open.ts'
import { stateOf } from '../book/handlers.ts'
import { newLineage } from '../book/library.ts'
import { makeRehearsalPlace, type RehearsalPlace } from '../book/rehearsal-place.ts'
import type { OpenBook, OpenOptions } from '../book/workspace.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { AllHandlers, HostContext } from '../handler.ts'
import { unclosedMeeting } from '../meetings/meeting-row.ts'
import { refuseInRehearsal } from './in-rehearsal.ts'

export const rehearsalHandlers = {
  'rehearsal.begin': async (context, { meetingId }) => {
    const { workspace } = context
    const store = workspace.store()
    const book = workspace.current()
    refuseInRehearsal(book, 'A rehearsal cannot be begun')
    if (meetingId !== undefined) store.read((db) => unclosedMeeting(db, meetingId))
    if (book !== null) await rehearse(context, book)
    return stateOf(context)
  },

  'rehearsal.end': async (context) => {
    const { workspace } = context
    const store = workspace.store()
    const rehearsal = workspace.current()?.rehearsal ?? null
    if (rehearsal === null) {
      throw new PanelbookError('not-available', 'No rehearsal was begun here, so there is none to end.', {
        safe: 'Nothing was changed.',
      })
    }
    const discarded = store.read((db) => db.get<{ count: number }>(changesSince, begun)?.count ?? 0)
    const { path, options } = rehearsal.of
    // The copy goes as soon as the book is open again; where that is refused the rehearsal goes on.
    await workspace.open(path, options)
    return { state: stateOf(context), discarded, words: endWords(discarded) }
  },
} satisfies Partial<AllHandlers>

const begun = 'rehearsal.begin'

/** Every step in the rehearsal, those back among them. */
const changesSince =
  'SELECT COUNT(*) AS count FROM journal WHERE seq > (SELECT MAX(seq) FROM journal WHERE command = ?)'

function endWords(discarded: number): string {
  const changes =
    discarded === 0
      ? 'nothing was changed in it'
      : discarded === 1
        ? '1 change was discarded'
        : `${discarded} changes were discarded`
  return `The rehearsal is over; ${changes}. This is the book again.`
}

async function rehearse(context: HostContext, book: OpenBook): Promise<void> {
  const { ports, workspace } = context
  let place: RehearsalPlace | undefined
  try {
    place = makeRehearsalPlace(ports)
    book.store.backup(place.bookPath)
    makeOwn(context, book, place.bookPath)
    const { name, path } = book
    await workspace.open(place.bookPath, {
      rehearsal: { of: { name, path, options: waysBack(book) }, place },
    })
  } catch (error) {
    place?.discard()
    throw toFileRefusal(error)
  }
}

/** The copy becomes a book of its own kind under a device of its own, before anybody can take it for the other. */
function makeOwn({ ports, actor, now }: HostContext, { name }: OpenBook, path: string): void {
  const copy = openStore(path, {
    migrations: ports.places.migrations,
    deviceId: ports.ids.next(),
    now: () => ports.clock.now(),
  })
  try {
    copy.command(
      {
        requestId: ports.ids.next(),
        command: begun,
        input: {},
        actor,
        at: now,
        undoable: false,
        summary: () => `rehearsal of ${name} begun`,
      },
      (db) => db.update('book', 'book', { lineage_id: newLineage(ports, 'rehearsal') }),
    )
  } finally {
    copy.close()
  }
}

/** How the book is opened again: as it was, a snapshot or a file that cannot be written among them. */
function waysBack({ store, snapshotId, readOnlyReason }: OpenBook): OpenOptions {
  if (!store.readOnly) return {}
  return { readOnly: true, reason: readOnlyReason, ...(snapshotId === null ? {} : { snapshotId }) }
}
