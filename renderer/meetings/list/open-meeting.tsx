import { ArrowRight } from 'lucide-react'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { addressOf } from '../../state/routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { timeWords } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { actionWords, itemWords, meetingDays } from './meeting-words.ts'

/** A meeting that is sitting now: nothing on the screen is more important. */
export function OpenMeeting({ meeting, hasKey }: { meeting: MeetingSummary; hasKey: boolean }) {
  const { body, number, title, items, itemsWithOutcome } = meeting
  return (
    <li className="open-meeting">
      <div>
        <h2>
          {body.name} · Meeting {number}
          <Badge tone="good">Open now</Badge>
        </h2>
        <p>
          {title === '' ? '' : `${title} · `}
          {meetingDays(meeting)} · started {timeWords(meeting.openedAt)} · planned end {meeting.endTime}
          {meeting.place === '' ? '' : ` · ${meeting.place}`}
        </p>
        <p className="quiet progress-line">
          <progress aria-label="Items done" value={itemsWithOutcome} max={Math.max(items, 1)} />
          {itemWords(meeting)} · {actionWords(meeting)}
        </p>
      </div>
      <a
        className="button primary"
        href={addressOf({ screen: 'meeting', meetingId: meeting.id, itemId: null })}
        data-meeting-link="open"
      >
        Go to the meeting{' '}
        <VisuallyHidden>
          {number} of the {body.name}
        </VisuallyHidden>
        <ArrowRight size={16} aria-hidden />
        {hasKey ? <Kbd>O</Kbd> : null}
      </a>
    </li>
  )
}
