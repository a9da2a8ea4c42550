import type { Meeting } from '../../core/contract/meetings.ts'

type Planned = Pick<Meeting, 'agenda' | 'startsOn' | 'endsOn' | 'startTime' | 'endTime'>

/** Planned minutes of the whole agenda. A section's own count where nothing in it has minutes of its own. */
export function plannedMinutesOf({ agenda }: Pick<Meeting, 'agenda'>): number {
  return agenda.reduce((sum, line) => {
    const isBudget = agenda.some(({ parentId, plannedMinutes }) => parentId === line.id && plannedMinutes > 0)
    return sum + (isBudget ? 0 : line.plannedMinutes)
  }, 0)
}

/** What the plan adds up to, and against a planned end on the same day how that fits. */
export function plannedTime(meeting: Planned): { words: string; fit: string; isOver: boolean } {
  const minutes = plannedMinutesOf(meeting)
  if (minutes === 0) return { words: 'No time planned yet', fit: '', isOver: false }
  const words = `${minutesWords(minutes)} planned`
  // Over several days nobody has said how long each of them is.
  if (meeting.startsOn !== meeting.endsOn) return { words, fit: '', isOver: false }
  const start = minuteOf(meeting.startTime)
  const spare = minuteOf(meeting.endTime) - start - minutes
  const end = `ends ${clockOf(start + minutes)}`
  if (spare === 0) return { words, fit: `${end}, as planned`, isOver: false }
  return spare > 0
    ? { words, fit: `${end}, ${minutesWords(spare)} to spare`, isOver: false }
    : { words, fit: `${end}, ${minutesWords(-spare)} over`, isOver: true }
}

/** "45 min", "2 h", "2 h 5 min". */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

function clockOf(minute: number): string {
  const inDay = minute % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
