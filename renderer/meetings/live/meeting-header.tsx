import { useMemo, useState } from 'react'
import { MonitorUp } from 'lucide-react'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { meetingStateWords } from '../../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { act } from '../../state/live.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { clockWords, dayWords, timeWords } from '../../ui/dates.ts'
import { CloseMeetingDialog } from './close-meeting-dialog.tsx'
import { ExportMenu } from './export-menu.tsx'
import { useNow } from './use-now.ts'

/** Which meeting, how late it is, and how it will end. */
export function MeetingHeader({ meeting, isReadOnly }: { meeting: Meeting; isReadOnly: boolean }) {
  const [isClosing, setIsClosing] = useState(false)
  const { id, state } = meeting
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
        run: () => setIsClosing(true),
      },
      { id: 'meeting.wall', title: 'Open the room’s screen', group: 'Meeting', run: openWall },
    ],
    [id, state, isReadOnly],
  )
  useCommands('meeting', commands)
  return (
    <header className="live-head">
      <h1>
        Meeting {meeting.number} · {meeting.body.name}
      </h1>
      <span>{dayWords(meeting.startsOn)}</span>
      <Badge
        {...(state === 'open'
          ? { tone: 'good' as const }
          : state === 'planned'
            ? { tone: 'accent' as const }
            : {})}
      >
        {meetingStateWords[state]}
      </Badge>
      {state === 'open' ? (
        <Times meeting={meeting} />
      ) : (
        <span className="times">
          planned {meeting.startTime}–{meeting.endTime}
          {meeting.openedAt === null
            ? ''
            : ` · held ${timeWords(meeting.openedAt)}–${timeWords(meeting.closedAt)}`}
        </span>
      )}
      <span className="acts">
        {state === 'planned' && !isReadOnly ? (
          <Button variant="primary" onClick={() => void act('meeting.open', { meetingId: id })}>
            Open the meeting
          </Button>
        ) : null}
        {state === 'open' && !isReadOnly ? <Button onClick={() => setIsClosing(true)}>Close…</Button> : null}
        <IconButton label="Open the room’s screen" onClick={openWall}>
          <MonitorUp size={16} aria-hidden />
        </IconButton>
        <ExportMenu meetingId={meeting.id} />
      </span>
      {isClosing ? <CloseMeetingDialog meeting={meeting} onClose={() => setIsClosing(false)} /> : null}
    </header>
  )
}

/** The clock by itself, so that a second that passes draws nothing else again. */
function Times({ meeting }: { meeting: Meeting }) {
  const now = useNow(1000)
  const left = meeting.agenda
    .filter((line) => line.outcome === null && !meeting.agenda.some((other) => other.parentId === line.id))
    .reduce((sum, line) => sum + Math.max(0, line.plannedMinutes * 60 - taken(line, now)), 0)
  const end = clockWords(new Date(now.getTime() + left * 1000))
  const isLate = end > meeting.endTime
  return (
    <span className="times">
      <strong>{clockWords(now)}</strong> · started {timeWords(meeting.openedAt)} · planned end{' '}
      {meeting.endTime} · predicted <span className={isLate ? 'late' : ''}>{end}</span>
    </span>
  )
}

/** Seconds that an item has been before the meeting, the stretch that is running included. */
export function taken(line: Meeting['agenda'][number], now: Date): number {
  const running = line.runningSince === null ? 0 : (now.getTime() - Date.parse(line.runningSince)) / 1000
  return line.secondsTaken + Math.max(0, running)
}

/** The second window; the Electron host makes it itself when it sees this address. */
function openWall(): void {
  window.open(new URL('index.html?view=room', window.location.href), 'panelbook-room')
}
