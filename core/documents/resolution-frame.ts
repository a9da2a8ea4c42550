import type { MeetingRecord, RecordQuestion, RecordResolution } from '../minutes/record-types.ts'
import { dayOf, longDate, timeOf } from './dates.ts'
import { pair, type DefinitionPair } from './model.ts'
import { withStop } from './vote-words.ts'

/** What a written resolution has in place of a room and a clock; null for a meeting. */
export function resolutionOf({ heading: { resolution } }: MeetingRecord): RecordResolution | null {
  return resolution ?? null
}

/** The one question of a written resolution. */
export function questionOf({ items }: MeetingRecord): RecordQuestion | undefined {
  return items[0]?.questions[0]
}

/** "meeting 199", "written resolution WR1": within a sentence. */
export function occasionWords(record: MeetingRecord): string {
  const { number } = record.heading
  return resolutionOf(record) === null ? `meeting ${number}` : `written resolution ${number}`
}

/** When it went round, until when it was answered, and how that changed. */
export function resolutionPairs(record: MeetingRecord, resolution: RecordResolution): DefinitionPair[] {
  const closedAt = questionOf(record)?.rounds.at(-1)?.closedAt ?? null
  return [
    pair('Circulated', longDate(record.heading.startsOn)),
    pair('Deadline', momentWords(resolution.deadline)),
    ...resolution.deadlineMoves.map(({ from, to, movedAt, reason }) =>
      pair(
        'Moved',
        `The deadline was moved from ${momentWords(from)} to ${momentWords(to)}, on ` +
          `${longDate(dayOf(movedAt))}: ${withStop(reason)}`,
      ),
    ),
    ...(closedAt === null ? [] : [pair('Vote closed', momentWords(closedAt))]),
  ]
}

/** "Friday 30 December 2016, 17:00". */
export function momentWords(instant: string): string {
  return `${longDate(dayOf(instant))}, ${timeOf(instant)}`
}
