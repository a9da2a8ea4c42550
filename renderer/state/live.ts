import { create } from 'zustand'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import type { Item } from '../../core/contract/voting.ts'
import { change, client } from './client.ts'
import { followTopics } from './follow-topics.ts'
import { goTo } from './navigation.ts'
import { notice } from './notice.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** The meeting on the screen and the item that is looked at: the core's views, replaced whole by its answers. */
interface LiveState {
  meeting: Meeting | null
  item: Item | null
  itemId: string | null
  error: Refusal | null
  /** What is on its way to be saved: `position:<question>:<seat>` and the like. */
  saving: ReadonlySet<string>
}

const nothing: LiveState = { meeting: null, item: null, itemId: null, error: null, saving: new Set() }
/** The meeting on the screen. */
export const useLive = create<LiveState>(() => nothing)

const { setState: set, getState: get } = useLive

/** Counts what answers to commands have replaced: a reading begun before is made again instead of being laid over it. */
const versions = { meeting: 0, item: 0 }
/** The change that was told of last, and that after which the item on the screen was answered; null for another book. */
const changes: { told: number | null; shown: number | null } = { told: null, shown: null }
let stopFollowing: (() => void) | null = null
let reloadTimer: ReturnType<typeof setTimeout> | undefined

/** Shows a meeting, at an item or where it stands. */
export async function openLive(meetingId: string, itemId: string | null): Promise<void> {
  if (get().meeting?.id === meetingId) {
    if (itemId !== null) await selectItem(itemId)
    return
  }
  closeLive()
  stopFollowing = followTopics(
    ['meetings', 'agenda', 'room', 'items', 'actions', 'bodies', 'people', 'register'],
    (seq) => {
      changes.told = seq
      if (seq === null) changes.shown = null
      clearTimeout(reloadTimer)
      reloadTimer = setTimeout(() => void reload(), 40)
    },
  )
  const answer = await client.call('meeting.read', { meetingId })
  if (!answer.ok) {
    set({ ...nothing, error: answer.error })
    return
  }
  const meeting = answer.value
  set({ ...nothing, meeting })
  await selectItem(itemId ?? meeting.currentItemId ?? meeting.agenda[0]?.id ?? null)
}

/** Leaves the meeting on the screen. */
export function closeLive(): void {
  stopFollowing?.()
  stopFollowing = null
  clearTimeout(reloadTimer)
  versions.meeting += 1
  versions.item += 1
  changes.shown = null
  set(nothing)
}

/** Looks at an item without bringing it before the meeting. */
export async function selectItem(itemId: string | null): Promise<void> {
  const { meeting } = get()
  if (meeting === null || itemId === null || itemId === get().itemId) return
  set({ itemId })
  goTo({ screen: 'meeting', meetingId: meeting.id, itemId }, { replaces: true })
  await readItem(itemId)
}

async function readItem(itemId: string): Promise<void> {
  const answer = await readAfresh('item', 'agenda.read', { itemId }, () => get().itemId === itemId)
  if (answer === null) return
  if (answer.ok) set({ item: answer.value, error: null })
  else set({ item: null, error: answer.error })
}

/** Reads until no command has answered with the same view meanwhile; null where it is not wanted any more. */
async function readAfresh<Name extends CallName>(
  view: keyof typeof versions,
  name: Name,
  input: CallInput<Name>,
  isWanted: () => boolean,
): Promise<CallAnswer<CallOutput<Name>> | null> {
  for (;;) {
    const asked = versions[view]
    const answer = await client.call(name, input)
    if (!isWanted()) return null
    if (asked === versions[view]) return answer
  }
}

/** Reads what is shown again; the item only where something was changed after its last answer. */
const reload = oneAtATime(async () => {
  const { meeting, itemId } = get()
  if (meeting === null) return
  const { id: meetingId } = meeting
  const answer = await readAfresh(
    'meeting',
    'meeting.read',
    { meetingId },
    () => get().meeting?.id === meetingId,
  )
  if (answer?.ok === true) takeMeeting(answer.value)
  const isShown = changes.told !== null && changes.told === changes.shown
  if (itemId !== null && get().itemId === itemId && !isShown) await readItem(itemId)
})

/** Reads the item on the screen again, where something about it has changed with time alone. */
export async function readItemAgain(): Promise<void> {
  const { itemId } = get()
  if (itemId !== null) await readItem(itemId)
}

/** Makes a call for the meeting on the screen. While it is on its way `key` counts as saving. */
export async function act<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: { key?: string; isQuiet?: boolean } = {},
): Promise<CallAnswer<CallOutput<Name>>> {
  const { key } = options
  if (key !== undefined) set(({ saving }) => ({ saving: new Set([...saving, key]) }))
  const answer = await change(name, input)
  if (key !== undefined)
    set(({ saving }) => ({ saving: new Set([...saving].filter((other) => other !== key)) }))
  if (answer.ok) {
    take(answer.value, answer.seq)
    readIfOlder(answer.seq)
    notice.clear()
  } else if (options.isQuiet !== true) notice.refuse(answer.error)
  return answer
}

/** Puts the view that a command answers with in the place of the one on the screen. */
function take(value: unknown, seq: number | undefined): void {
  const { meeting, itemId } = get()
  if (typeof value !== 'object' || value === null) return
  if ('agenda' in value && 'room' in value) {
    const next = value as Meeting
    if (next.id !== meeting?.id) return
    versions.meeting += 1
    takeMeeting(next)
  } else if ('meeting' in value) take(value.meeting, seq)
  else if ('questions' in value && 'line' in value) {
    const next = value as Item
    versions.item += 1
    if (next.line.id === itemId) changes.shown = seq ?? null
    set(({ item }) => ({ item: next.line.id === itemId ? next : withJointVotes(item, next) }))
  } else if ('item' in value) take(value.item, seq)
}

/** A newer view of the meeting. Where the item that is looked at has gone, the next one that is left is looked at. */
function takeMeeting(next: Meeting): void {
  const { meeting, itemId } = get()
  set({ meeting: next })
  const isLeft = (line: { id: string }) => next.agenda.some(({ id }) => id === line.id)
  if (next.agenda.some(({ id }) => id === itemId)) return
  const before = meeting?.agenda ?? []
  const at = before.findIndex(({ id }) => id === itemId)
  const neighbour = before.slice(at + 1).find(isLeft) ?? before.slice(0, Math.max(at, 0)).findLast(isLeft)
  if (itemId !== null) set({ item: null, itemId: null })
  void selectItem((neighbour ?? next.agenda[0])?.id ?? null)
}

/** An item that has a part in votes taken at another one shows them as that one has them. */
function withJointVotes(item: Item | null, { jointVotes }: Item): Item | null {
  if (item === null || !item.jointVotes.some(({ id }) => jointVotes.some((vote) => vote.id === id)))
    return item
  return {
    ...item,
    jointVotes: item.jointVotes.map((vote) => jointVotes.find(({ id }) => id === vote.id) ?? vote),
  }
}

/** The note as the book has it now; a reading begun before is out of date. */
export function takeNote(itemId: string, note: Item['note'], seq: number | undefined): void {
  versions.item += 1
  set(({ item }) => (item?.line.id === itemId ? { item: { ...item, note } } : {}))
  readIfOlder(seq)
}

/** An answer that comes after another window's change was told of may have replaced what shows that change. */
function readIfOlder(seq: number | undefined): void {
  if (seq !== undefined && changes.told !== null && seq < changes.told) void reload()
}

/** The item before or after the one that is looked at, in printed order. */
function neighbour(step: 1 | -1): AgendaLine | undefined {
  const { meeting, itemId } = get()
  const agenda = meeting?.agenda ?? []
  return agenda[agenda.findIndex(({ id }) => id === itemId) + step]
}

/** Goes to the next or previous item; in an open meeting it is brought before the meeting. */
export async function stepTo(step: 1 | -1): Promise<void> {
  const next = neighbour(step)
  if (next === undefined) return
  await selectItem(next.id)
  if (get().meeting?.state === 'open') await makeCurrent(next.id)
}

/** Brings an item before the meeting. */
export async function makeCurrent(itemId: string): Promise<void> {
  if (get().meeting?.currentItemId !== itemId) await act('agenda.set-current', { itemId })
}
