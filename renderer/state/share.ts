import { create } from 'zustand'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { BookState } from '../../core/contract/book.ts'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { book, useBook } from './book.ts'
import { client } from './client.ts'
import { saveAllNotes } from './notes.ts'
import { notice } from './notice.ts'

export type Snapshot = CallOutput<'snapshot.list'>['snapshots'][number]
export type Relation = Snapshot['relation']
export type Published = CallOutput<'snapshot.publish'>

/** How far long work is. A total of 0 or 1 is a step without a count. */
export interface Progress {
  what: string
  done: number
  total: number
}

export type ShareAct = 'choosing' | 'publishing' | 'opening' | 'taking-over'

/** What of a book lies on the shared drive: the newest snapshot that this window published or saw there. */
export interface Shared {
  lineageId: string
  revision: number
  publishedAt: string
}

interface ShareStore {
  /** Null until the folder was looked at for the book that is open. */
  listed: CallOutput<'snapshot.list'> | null
  listing: Progress | null
  /** The one act that is going on. */
  work: (Progress & { act: ShareAct; snapshotId: string }) | null
  /** What this window published last in the open book. */
  published: Published | null
  error: Refusal | null
  shared: Shared | null
}

const nothing = { listed: null, listing: null, work: null, published: null, error: null }

/** The folder on the shared drive, and what goes on with it. */
export const useShare = create<ShareStore>(() => ({ ...nothing, shared: null }))
const { getState: get, setState: set } = useShare

/** Counts the listings, so that an answer about another book or an earlier moment never stands. */
let turn = 0

/** How a snapshot stands is a word about the open book: with another one everything is looked at anew. */
useBook.subscribe(({ state }, { state: before }) => {
  if (identityOf(state) === identityOf(before)) return
  turn += 1
  set({ ...nothing, work: get().work })
})

function identityOf(state: BookState | null): string {
  return state?.book ? `${state.book.lineageId} ${state.book.folder} ${state.book.fileName}` : ''
}

/** Makes a call that may take long, and tells how far it is. */
async function callWithProgress<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  onProgress: (progress: Progress) => void,
): Promise<CallAnswer<CallOutput<Name>>> {
  const requestId = crypto.randomUUID()
  const stop = client.subscribe((push) => {
    if (push.kind === 'progress' && push.requestId === requestId) {
      onProgress({ what: push.what, done: push.done, total: push.total })
    }
  })
  const answer = await client.call(name, input, { requestId })
  stop()
  return answer
}

/** One act at a time: a second one is not begun. Null when it was refused or not begun. */
async function act<Name extends CallName>(
  kind: ShareAct,
  what: string,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name> | null> {
  if (get().work !== null) return null
  const snapshotId = 'snapshotId' in input ? String(input.snapshotId) : ''
  set({ work: { act: kind, snapshotId, what, done: 0, total: 0 }, error: null })
  const answer = await callWithProgress(name, input, (progress) =>
    set({ work: { act: kind, snapshotId, ...progress } }),
  )
  set({ work: null, error: answer.ok ? null : answer.error })
  return answer.ok ? answer.value : null
}

async function list(): Promise<void> {
  turn += 1
  const mine = turn
  const isLate = () => mine !== turn
  set({ listing: { what: 'Looking into the shared folder', done: 0, total: 0 } })
  const answer = await callWithProgress('snapshot.list', {}, (listing) => {
    if (!isLate()) set({ listing })
  })
  if (isLate()) return
  if (!answer.ok) {
    set({ listing: null, error: answer.error })
    return
  }
  const { error, shared } = get()
  set({
    listing: null,
    listed: answer.value,
    // What the folder refused a moment ago is over when it answers; other refusals stay to be read.
    error: error?.code === 'share-unreachable' ? null : error,
    shared: newestShared(answer.value.snapshots) ?? shared,
  })
}

/** Of the snapshots that hold nothing but what the open book holds, the newest: how far the book is shared. */
function newestShared(snapshots: readonly Snapshot[]): Shared | null {
  const open = useBook.getState().state?.book ?? null
  // How they stand to a snapshot that is only read says nothing about one's own book.
  if (open === null || open.isReadOnly) return null
  const { lineageId } = open
  const [newest] = snapshots
    .flatMap(({ relation, revision, publishedAt }) =>
      (relation === 'same' || relation === 'older') && publishedAt !== null
        ? [{ lineageId, revision, publishedAt }]
        : [],
    )
    .toSorted((left, right) => Date.parse(right.publishedAt) - Date.parse(left.publishedAt))
  return newest ?? null
}

/** What is done with the folder on the shared drive. */
export const share = {
  /** Looks into the folder. Each snapshot there is read whole, so it takes its time on a slow drive. */
  list,
  chooseFolder: async (): Promise<void> => {
    const chosen = await act('choosing', 'Waiting for the folder', 'snapshot.choose-folder', {})
    if (chosen !== null && chosen.folder !== (get().listed?.folder ?? null)) {
      set({ listed: { folder: chosen.folder, snapshots: [] }, published: null })
    }
    if (chosen !== null) await list()
  },
  /** Publishes the open book as it stands. Answers whether it lies on the shared drive now. */
  publish: async (): Promise<boolean> => {
    if (get().work !== null) return false
    const before = useBook.getState().state
    set({ published: null })
    // What is being typed belongs into the snapshot.
    await saveAllNotes()
    const published = await act('publishing', 'Publishing a snapshot', 'snapshot.publish', {})
    if (published === null) return false
    const { revision, publishedAt } = published
    set({ shared: { lineageId: before?.book?.lineageId ?? '', revision, publishedAt } })
    // Another book may have been opened meanwhile; the word about this one does not belong to it.
    if (identityOf(useBook.getState().state) !== identityOf(before)) return true
    set({ published })
    notice.announce(`Snapshot of revision ${String(revision)} published.`)
    void book.load()
    void list()
    return true
  },
  /** Opens a snapshot read-only in the place of the open book. */
  open: async (snapshotId: string): Promise<boolean> =>
    switched(await act('opening', 'Fetching the snapshot', 'snapshot.open', { snapshotId })),
  /** Answers with what is to be known of it, such as papers that were left behind; null where it was refused. */
  takeOver: async (snapshotId: string): Promise<string | null> => {
    const taken = await act('taking-over', 'Fetching the snapshot', 'snapshot.take-over', { snapshotId })
    return switched(taken) ? (taken?.notice ?? '') : null
  },
  forgetError: () => set({ error: null }),
}

function switched(state: BookState | null): boolean {
  if (state !== null) book.replace(state)
  return state !== null
}
