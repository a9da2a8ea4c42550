import { useMemo, useState } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import type { Resolution } from '../../core/contract/resolution-calls.ts'
import { CloseMeetingDialog } from '../meetings/live/close-meeting-dialog.tsx'
import { ExportMenu } from '../meetings/live/export-menu.tsx'
import { LeftAtClosing } from '../meetings/live/left-at-closing.tsx'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { dayWords } from '../ui/dates.ts'
import { resolutionStateWords, resolutionTones } from './resolution-words.ts'

/** Which resolution it is, how it stands, and its closing: the record becomes final and is hashed. */
export function ResolutionHeader({
  meeting,
  resolution,
  isReadOnly,
}: {
  meeting: Meeting
  /** Undefined until it is read. */
  resolution: Resolution | undefined
  isReadOnly: boolean
}) {
  const [isClosing, setIsClosing] = useState(false)
  const canClose = meeting.state === 'open' && !isReadOnly
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'meeting.close',
        title: 'Close the written resolution…',
        group: 'Written resolution',
        isEnabled: canClose,
        run: () => setIsClosing(true),
      },
    ],
    [canClose],
  )
  useCommands('meeting', commands)
  const tone = resolution === undefined ? undefined : resolutionTones[resolution.state]
  return (
    <header className="live-head">
      <h1>
        Written resolution {meeting.number} · {meeting.body.name}
      </h1>
      <span>circulated {dayWords(meeting.startsOn)}</span>
      {resolution === undefined ? null : (
        <Badge {...(tone === undefined ? {} : { tone })}>{resolutionStateWords[resolution.state]}</Badge>
      )}
      {meeting.state === 'closed' ? <Badge>Closed</Badge> : null}
      <LeftAtClosing left={meeting.leftAtClosing} />
      <span className="acts">
        {canClose ? <Button onClick={() => setIsClosing(true)}>Close…</Button> : null}
        <ExportMenu meetingId={meeting.id} isResolution />
      </span>
      {isClosing ? <CloseMeetingDialog meeting={meeting} onClose={() => setIsClosing(false)} /> : null}
    </header>
  )
}
