import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { dayWords, timeWords } from '../../ui/dates.ts'
import { countWords } from '../../ui/words.ts'

/** "Thu 15 Dec 2016", or both days of a meeting that spans two. */
export function meetingDays({ startsOn, endsOn }: Pick<MeetingSummary, 'startsOn' | 'endsOn'>): string {
  return startsOn === endsOn ? dayWords(startsOn) : `${dayWords(startsOn)} to ${dayWords(endsOn)}`
}

/** The times that were planned, or those at which it was held. */
export function meetingTimes({ startTime, endTime, openedAt, closedAt }: MeetingSummary): string {
  return openedAt === null || closedAt === null
    ? `${startTime}–${endTime}`
    : `held ${timeWords(openedAt)}–${timeWords(closedAt)}`
}

/** How much is on the agenda or, once it sits, how much of it is done. */
export function itemWords({ state, items, itemsWithOutcome }: MeetingSummary): string {
  if (state === 'planned') return countWords(items, 'item')
  return `${itemsWithOutcome} of ${items} items done`
}

/** How many actions were raised; nothing before there could be one. */
export function actionWords({ actionsRaised, state }: MeetingSummary): string {
  if (actionsRaised === 0) return state === 'planned' ? '' : 'no action'
  return countWords(actionsRaised, 'action')
}
