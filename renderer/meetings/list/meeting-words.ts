import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { dayWords, timeWords } from '../../ui/dates.ts'

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

export function itemWords({ state, items, itemsWithOutcome }: MeetingSummary): string {
  if (state === 'planned') return items === 1 ? '1 item' : `${items} items`
  return `${itemsWithOutcome} of ${items} items done`
}

export function actionWords({ actionsRaised, state }: MeetingSummary): string {
  if (actionsRaised === 0) return state === 'planned' ? '' : 'no action'
  return actionsRaised === 1 ? '1 action' : `${actionsRaised} actions`
}
