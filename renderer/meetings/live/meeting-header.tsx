import { useMemo, useState } from 'react'
import { Drama } from 'lucide-react'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { meetingStateWords } from '../../../core/contract/words.ts'
import { useBeginCommand } from '../../rehearsal/use-begin-command.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { act } from '../../state/live.ts'
import { rehearsal } from '../../state/rehearsal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { dayWords } from '../../ui/dates.ts'
import { AdjournDialog, adjourn } from './adjourn-dialog.tsx'
import { CloseMeetingDialog } from './close-meeting-dialog.tsx'
import { ExportMenu } from './export-menu.tsx'
import { LeftAtClosing } from './left-at-closing.tsx'
import { MeetingTimes } from './meeting-times.tsx'
import { RoomScreenMenu } from './room-screen-menu.tsx'

/** Which meeting, how late it is, and how it will end. */
export function MeetingHeader({ meeting, isReadOnly }: { meeting: Meeting; isReadOnly: boolean }) {
  const [shows, setShows] = useState<'closing' | 'adjourning' | null>(null)
  const { id, state, isAdjourned } = meeting
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'meeting.open',
        title: 'Open the meeting',
        group: 'Meeting',
        isEnabled: state === 'planned' && !isReadOnly,
        run: () => void act('meeting.open', { meetingId: id }),
      },
      {
        id: 'meeting.close',
        title: 'Close the meeting…',
        group: 'Meeting',
        isEnabled: state === 'open' && !isReadOnly,
        run: () => setShows('closing'),
      },
      {
        id: 'meeting.adjourn',
        title: 'Adjourn the meeting…',
        group: 'Meeting',
        isEnabled: state === 'open' && !isAdjourned && !isReadOnly,
        run: () => setShows('adjourning'),
      },
      {
        id: 'meeting.pause',
        title: 'Pause for a short break',
        key: 'Shift+P',
        group: 'Meeting',
        isEnabled: state === 'open' && !isAdjourned && !isReadOnly,
        run: () => void adjourn(id, 'Short break'),
      },
      {
        id: 'meeting.resume',
        title: 'Resume the meeting',
        key: 'Shift+P',
        group: 'Meeting',
        isEnabled: isAdjourned && !isReadOnly,
        run: () => void act('meeting.resume', { meetingId: id }),
      },
    ],
    [id, state, isAdjourned, isReadOnly],
  )
  useCommands('meeting', commands)
  const canRehearse = useBeginCommand(meeting)
  return (
    <header className="live-head">
      <h1>
        Meeting {meeting.number} · {meeting.body.name}
      </h1>
      <span>{dayWords(meeting.startsOn)}</span>
      <Badge
        {...(isAdjourned
          ? { tone: 'warn' as const }
          : state === 'open'
            ? { tone: 'good' as const }
            : state === 'planned'
              ? { tone: 'accent' as const }
              : {})}
      >
        {isAdjourned ? 'Adjourned' : meetingStateWords[state]}
      </Badge>
      <MeetingTimes meeting={meeting} />
      <LeftAtClosing left={meeting.leftAtClosing} />
      <span className="acts">
        {state === 'planned' && !isReadOnly ? (
          <Button variant="primary" onClick={() => void act('meeting.open', { meetingId: id })}>
            Open the meeting
          </Button>
        ) : null}
        {isAdjourned && !isReadOnly ? (
          <Button variant="primary" onClick={() => void act('meeting.resume', { meetingId: id })}>
            Resume
          </Button>
        ) : null}
        {state === 'open' && !isReadOnly ? (
          <>
            {isAdjourned ? null : (
              <Button variant="quiet" onClick={() => setShows('adjourning')}>
                Adjourn…
              </Button>
            )}
            <Button onClick={() => setShows('closing')}>Close…</Button>
          </>
        ) : null}
        {/* Once it is open the line is full; the key and the palette still begin one. */}
        {canRehearse && state === 'planned' ? (
          <IconButton label="Rehearse this meeting" onClick={() => void rehearsal.begin(id)}>
            <Drama size={16} aria-hidden />
          </IconButton>
        ) : null}
        <RoomScreenMenu meeting={meeting} isReadOnly={isReadOnly} />
        <ExportMenu meetingId={meeting.id} />
      </span>
      {shows === 'closing' ? <CloseMeetingDialog meeting={meeting} onClose={() => setShows(null)} /> : null}
      {shows === 'adjourning' ? <AdjournDialog meeting={meeting} onClose={() => setShows(null)} /> : null}
    </header>
  )
}
