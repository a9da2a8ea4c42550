import type { EntryPlace, HistoryEntry } from '../../core/contract/history.ts'
import type { Route } from '../state/routes.ts'
import { timeWords } from '../ui/dates.ts'

/** The screen on which it can be seen. */
export function routeOfPlace({ kind, id, meetingId }: EntryPlace): Route {
  switch (kind) {
    case 'item':
    case 'meeting':
      return { screen: 'meeting', meetingId: meetingId ?? id, itemId: kind === 'item' ? id : null }
    case 'proposal':
      return { screen: 'proposal', proposalId: id }
    case 'body':
      return { screen: 'bodies' }
  }
}

/** "11:43", or "11:40–11:43" of entries that are told as one. */
export function timesOf({ since, at }: Pick<HistoryEntry, 'since' | 'at'>): string {
  const [from, to] = [timeWords(since), timeWords(at)]
  return from === to ? to : `${from}–${to}`
}

/** Entries that follow each other at one place. */
export interface Stretch {
  place: EntryPlace | null
  entries: HistoryEntry[]
}

/** A day of the history. One can come twice, where a laptop's clock was put back. */
export interface HistoryDay {
  day: string
  stretches: Stretch[]
}

/**
 * The entries day by day, in the order in which they came.
 * @param options.byPlace whether a day is divided by where things were done; it is one stretch otherwise
 */
export function groupEntries(
  entries: readonly HistoryEntry[],
  { byPlace }: { byPlace: boolean },
): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const entry of entries) {
    const date = entry.at.slice(0, 10)
    let day = days.at(-1)
    if (day?.day !== date) {
      day = { day: date, stretches: [] }
      days.push(day)
    }
    const place = byPlace ? entry.place : null
    const stretch = day.stretches.at(-1)
    if (stretch !== undefined && stretch.place?.id === place?.id) stretch.entries.push(entry)
    else day.stretches.push({ place, entries: [entry] })
  }
  return days
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Where a key leads in a list; null for a key that leads nowhere. */
export function steppedIn(count: number, at: number, key: string): number | null {
  const step = steps[key]
  return step === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, step(at, count)))
}
