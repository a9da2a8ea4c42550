import type { Suggestions } from '../../core/contract/agenda-building.ts'
import { useView, type View } from '../state/follow-topics.ts'

/** What the register has for a meeting that is not on its agenda, kept up to date. */
export function useSuggestions(meetingId: string): View<Suggestions> {
  return useView('agenda.suggest', { meetingId }, [
    'register',
    'agenda',
    'meetings',
    'actions',
    'minutes',
    'bodies',
  ])
}
