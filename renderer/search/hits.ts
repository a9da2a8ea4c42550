import { dayWords } from '../ui/dates.ts'
import type { Route } from '../state/routes.ts'
import type { Hit } from './use-search.ts'

/** What each kind of hit is called. */
export const hitKindWords: Record<Hit['kind'], string> = {
  proposal: 'Proposal',
  meeting: 'Meeting',
  item: 'Item',
  note: 'Note',
  determination: 'Determination',
  action: 'Action',
  person: 'Person',
  body: 'Body',
  workgroup: 'Workgroup',
}

/** The screen on which a hit is to be seen. */
export function routeOfHit(hit: Hit): Route {
  switch (hit.kind) {
    case 'proposal':
      return { screen: 'proposal', proposalId: hit.proposalId ?? hit.id }
    case 'meeting':
    case 'item':
    case 'note':
    case 'determination':
      return hit.meetingId === null
        ? { screen: 'meetings' }
        : { screen: 'meeting', meetingId: hit.meetingId, itemId: hit.itemId }
    case 'action':
      return { screen: 'actions' }
    case 'workgroup':
      return { screen: 'register' }
    case 'person':
    case 'body':
      return { screen: 'bodies' }
  }
}

/** Where it is and what it says; the meeting's date as it is written everywhere in the window. */
export function detailWords(hit: Hit): string {
  if (hit.meetingId === null) return hit.detail
  return hit.detail.replace(
    /(^|, )(\d{4}-\d{2}-\d{2})(?=:|$)/,
    (_, before: string, date: string) => `${before}${dayWords(date)}`,
  )
}

/** The pieces of a text, those marked that are one of the words. */
export function markWords(text: string, words: readonly string[]): { piece: string; isMarked: boolean }[] {
  if (words.length === 0) return [{ piece: text, isMarked: false }]
  const pattern = words.map((word) => word.replace(/[\^$.*+?()[\]{}|\/-]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((piece, index) => ({ piece, isMarked: index % 2 === 1 }))
    .filter(({ piece }) => piece !== '')
}
