import type { Meeting } from '../../../core/contract/meetings.ts'
import { clockWords, dayWords, isoDay, timeWords } from '../../ui/dates.ts'
import { forecast, plannedEndOf } from './agenda-clock.ts'
import { useNow } from './use-now.ts'

/** The clock by itself, so that a second that passes draws nothing else again. */
export function MeetingTimes({ meeting }: { meeting: Meeting }) {
  if (meeting.state !== 'open') {
    const held =
      meeting.openedAt === null ? '' : ` · held ${timeWords(meeting.openedAt)}–${timeWords(meeting.closedAt)}`
    return (
      <span className="times">
        planned {meeting.startTime}–{meeting.endTime}
        {held}
      </span>
    )
  }
  return meeting.isAdjourned ? <Adjourned meeting={meeting} /> : <Running meeting={meeting} />
}

function Adjourned({ meeting }: { meeting: Meeting }) {
  const last = meeting.sittings.at(-1)
  return (
    <span className="times">
      adjourned at {timeWords(last?.endedAt ?? null)}
      {last?.reason === undefined || last.reason === '' ? '' : `: ${last.reason}`}
    </span>
  )
}

function Running({ meeting }: { meeting: Meeting }) {
  const now = useNow(1000)
  const { end, isLate, notReached } = forecast(meeting, now)
  const plannedEnd = plannedEndOf(meeting, now)
  const started = meeting.sittings.at(-1)?.startedAt ?? meeting.openedAt
  return (
    <span className="times">
      <strong>{clockWords(now)}</strong> · {meeting.sittings.length > 1 ? 'resumed' : 'started'}{' '}
      {timeWords(started)} · planned end{' '}
      {isoDay(now) === isoDay(plannedEnd)
        ? meeting.endTime
        : `${dayWords(meeting.endsOn)} ${meeting.endTime}`}{' '}
      · predicted <span className={isLate ? 'late' : ''}>{clockWords(end)}</span>
      {notReached.length === 0 ? null : (
        <span className="late" title={notReached.map(({ label, title }) => `${label} ${title}`).join('\n')}>
          {' '}
          · {String(notReached.length)} not reached
        </span>
      )}
    </span>
  )
}
