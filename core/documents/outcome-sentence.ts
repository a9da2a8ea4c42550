import { outcomeWords } from '../contract/words.ts'
import type { RecordItem } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { withStop } from './vote-words.ts'

type Ended = Pick<RecordItem, 'outcome' | 'outcomeReason' | 'goesTo'>

/**
 * What became of an item, why, and where it goes: "Deferred to meeting 200 (19 January 2017): awaiting legal text." It is
 * empty while there is no outcome.
 */
export function outcomeSentence({ outcome, outcomeReason, goesTo }: Ended): string {
  if (outcome === null) return ''
  const words = outcomeWords[outcome]
  const reason = outcomeReason.trim()
  if (goesTo === undefined) return `${words}.${reason === '' ? '' : ` ${capital(withStop(reason))}`}`
  const where = `${words}${outcome === 'deferred' ? '' : '; goes'} to ${meetingWords(goesTo)}`
  return withStop(reason === '' ? where : `${where}: ${reason}`)
}

function meetingWords(meeting: NonNullable<RecordItem['goesTo']> | null): string {
  return meeting === null ? 'the next meeting' : `meeting ${meeting.number} (${dayInWords(meeting.startsOn)})`
}
