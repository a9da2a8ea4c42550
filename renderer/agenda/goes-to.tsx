import type { AgendaLine } from '../../core/contract/meetings.ts'
import { addressOf } from '../state/routes.ts'

/** Where an item goes that was put off: a link where it is a certain meeting. */
export function GoesTo({ line: { goesTo } }: { line: AgendaLine }) {
  if (goesTo === null) return null
  const { meetingId, sentence } = goesTo
  if (meetingId === null) return <span>{sentence}</span>
  return <a href={addressOf({ screen: 'meeting', meetingId, itemId: null })}>{sentence}</a>
}
