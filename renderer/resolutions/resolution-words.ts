import type { Resolution } from '../../core/contract/resolution-calls.ts'
import type { DeadlineMove, Ratification } from '../../core/contract/resolutions.ts'
import { dayWords, timeWords } from '../ui/dates.ts'

export const resolutionStateWords: Record<Resolution['state'], string> = {
  out: 'Out',
  'past-deadline': 'Past its deadline',
  decided: 'Not carried',
  'to-ratify': 'To be ratified',
  ratified: 'Ratified',
  withdrawn: 'Withdrawn',
}

export const resolutionTones: Partial<Record<Resolution['state'], 'good' | 'warn' | 'accent'>> = {
  out: 'accent',
  'past-deadline': 'warn',
  'to-ratify': 'warn',
  ratified: 'good',
}

/** "Fri 30 Dec 2016, 17:00". */
export function momentWords(instant: string): string {
  return `${dayWords(instant)}, ${timeWords(instant)}`
}

/** How many initials are named before the rest is counted. */
const mostNamed = 6

/** "2 still to come: NR, SB"; of many the first, and how many more. */
export function toComeWords(initials: readonly string[]): string {
  if (initials.length === 0) return 'all positions are in'
  const named = initials.slice(0, mostNamed).join(', ')
  const more = initials.length - mostNamed
  return `${initials.length} still to come: ${named}${more > 0 ? ` and ${more} more` : ''}`
}

/** "Ratified at 200 (199.6), Thu 19 Jan 2017". */
export function ratifiedWords({ meeting, item, on }: Ratification): string {
  return `Ratified at ${meeting} (${item}), ${dayWords(on)}`
}

export function moveWords({ from, to, reason }: DeadlineMove): string {
  return `The deadline was moved from ${momentWords(from)} to ${momentWords(to)}: ${reason}`
}

/** What a resolution waits for, or came to, in a line of a list. */
export function progressWords(resolution: Resolution): string {
  const { state, deadline, stillToCome, result, determination, ratification } = resolution
  switch (state) {
    case 'out':
      return `Answer by ${momentWords(deadline)} · ${toComeWords(stillToCome)}`
    case 'past-deadline':
      return `Ended ${momentWords(deadline)} · ${toComeWords(stillToCome)}`
    case 'to-ratify':
      return `${determination ?? result ?? ''} · the next meeting ratifies it`
    case 'ratified':
      return ratification === null
        ? ''
        : `${ratifiedWords(ratification)}${ratification.isStale ? ' · not carried any more' : ''}`
    case 'decided':
      return determination ?? result ?? ''
    case 'withdrawn':
      return ''
  }
}

/** Whether it still asks for something: an answer, the closing of its vote, the ratification. */
export function isWaiting({ state }: Resolution): boolean {
  return state === 'out' || state === 'past-deadline' || state === 'to-ratify'
}
