import { Pencil } from 'lucide-react'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { addressOf } from '../../state/routes.ts'
import { IconButton } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { joinWords } from '../../ui/words.ts'
import { actionWords, itemWords, meetingDays, meetingTimes } from './meeting-words.ts'

/** One meeting in a line; the whole line is its link. */
export function MeetingRow({
  meeting,
  onChange,
}: {
  meeting: MeetingSummary
  /** Left out where it cannot be changed. */
  onChange?: () => void
}) {
  return (
    <li className="meeting-row">
      <a
        href={addressOf({ screen: 'meeting', meetingId: meeting.id, itemId: null })}
        data-meeting-link={meeting.state}
      >
        <VisuallyHidden>{meeting.body.name}, </VisuallyHidden>
        Meeting {meeting.number}
      </a>
      <span>{meetingDays(meeting)}</span>
      <span>{meetingTimes(meeting)}</span>
      <span className="quiet">{itemWords(meeting)}</span>
      <span className="quiet">{actionWords(meeting)}</span>
      <span className="place">{joinWords([meeting.title, meeting.place])}</span>
      <span className="acts">
        {onChange === undefined ? null : (
          <IconButton
            label={`Change meeting ${meeting.number} of the ${meeting.body.name}`}
            onClick={onChange}
          >
            <Pencil size={14} aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  )
}
