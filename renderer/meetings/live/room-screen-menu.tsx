import { useMemo } from 'react'
import {
  Monitor,
  MonitorCheck,
  MonitorDot,
  MonitorOff,
  MonitorPause,
  MonitorUp,
  type LucideIcon,
} from 'lucide-react'
import type { Meeting } from '../../../core/contract/meetings.ts'
import type { Wall } from '../../../core/contract/wall.ts'
import { useView } from '../../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { act } from '../../state/live.ts'
import { Menu } from '../../ui/menu.tsx'
import './room-screen-menu.css'

/** Told apart by shape as well: where the header is full, the sign stands alone. */
const signs: Record<Wall['shows'], LucideIcon> = {
  nothing: MonitorUp,
  cleared: MonitorOff,
  adjourned: MonitorPause,
  item: Monitor,
  question: MonitorDot,
  result: MonitorCheck,
}

/** What the room sees now, and what can be done about it. */
export function RoomScreenMenu({
  meeting: { id, state },
  isReadOnly,
}: {
  meeting: Meeting
  isReadOnly: boolean
}) {
  const { value: wall } = useView('wall.read', {}, ['meetings', 'agenda', 'room', 'items'])
  const isOnIt = wall?.meeting?.id === id && state === 'open'
  const shows = isOnIt ? wall.shows : 'nothing'
  const canClear = isOnIt && !isReadOnly && shows !== 'adjourned'
  const commands = useMemo<KeyCommand[]>(() => {
    const clear = (isCleared: boolean) => () => void act('wall.clear', { meetingId: id, isCleared })
    return [
      { id: 'meeting.wall', title: 'Open the room’s screen', group: 'Room', run: openWall },
      {
        id: 'wall.clear',
        title: 'Clear the room’s screen',
        group: 'Room',
        isEnabled: canClear && shows !== 'cleared',
        run: clear(true),
      },
      {
        id: 'wall.show-again',
        title: 'Show the room the item again',
        group: 'Room',
        isEnabled: canClear && shows === 'cleared',
        run: clear(false),
      },
    ]
  }, [id, canClear, shows])
  useCommands('room-screen', commands)
  const Sign = signs[shows]
  const sign = isOnIt
    ? wall.sign
    : wall?.meeting
      ? 'The room’s screen shows another meeting'
      : 'The room’s screen'
  return (
    <span className="room-screen" title={sign}>
      <Menu
        label={sign}
        variant="quiet"
        items={commands
          .filter(({ isEnabled }) => isEnabled !== false)
          .map(({ id: key, title, run }) => ({ id: key, label: title, run }))}
      >
        <span className={`sees-${shows}`}>
          <Sign size={16} aria-hidden />
          {isOnIt && shows !== 'nothing' ? <span className="word">{shows}</span> : null}
        </span>
      </Menu>
    </span>
  )
}

/** The second window; the Electron host makes it itself when it sees this address. */
function openWall(): void {
  window.open(new URL('index.html?view=room', window.location.href), 'panelbook-room')
}
