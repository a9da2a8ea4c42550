import { useEffect, useMemo } from 'react'
import { AgendaList } from '../../agenda/agenda-list.tsx'
import { ItemPanel } from '../../agenda/item-panel.tsx'
import { RoomPanel } from '../../attendance/room-panel.tsx'
import { useIsReadOnly } from '../../state/book.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { closeLive, makeCurrent, openLive, stepTo, useLive } from '../../state/live.ts'
import { goTo } from '../../state/navigation.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { focusOn } from '../../ui/focus-on.ts'
import { ResolutionScreen } from '../../resolutions/resolution-screen.tsx'
import { MeetingHeader } from './meeting-header.tsx'

/** The meeting in the room: agenda, item, who is there. Three columns that never jump. */
export function LiveMeetingScreen({ meetingId, itemId }: { meetingId: string; itemId: string | null }) {
  const meeting = useLive((store) => store.meeting)
  const shownItemId = useLive((store) => store.itemId)
  const error = useLive((store) => store.error)
  const isReadOnly = useIsReadOnly()

  useEffect(() => {
    void openLive(meetingId, itemId)
  }, [meetingId, itemId])
  useEffect(() => closeLive, [])

  const isOpen = meeting?.state === 'open' && !isReadOnly
  // A written resolution has one item and nobody in a room.
  const isMeeting = meeting?.form !== 'written-resolution'
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'item.next',
        title: 'Next item',
        key: 'Alt+ArrowDown',
        group: 'Agenda',
        inText: true,
        isEnabled: isMeeting,
        run: () => void stepTo(1),
      },
      {
        id: 'item.previous',
        title: 'Previous item',
        key: 'Alt+ArrowUp',
        group: 'Agenda',
        inText: true,
        isEnabled: isMeeting,
        run: () => void stepTo(-1),
      },
      {
        id: 'item.current',
        title: 'Bring this item before the meeting',
        key: 'Alt+Enter',
        group: 'Agenda',
        inText: true,
        isEnabled: isOpen && isMeeting && shownItemId !== null,
        run: () => {
          if (shownItemId !== null) void makeCurrent(shownItemId)
        },
      },
      { id: 'focus.note', title: 'Write the note', key: 'w', group: 'Item', run: () => focusOn('note') },
      {
        id: 'focus.vote',
        title: 'To the vote',
        key: 'v',
        group: 'Item',
        run: () => focusOn('vote'),
      },
      { id: 'focus.action', title: 'Add an action', key: '!', group: 'Item', run: () => focusOn('action') },
      {
        id: 'meeting.history',
        title: 'History of this meeting',
        key: 'h',
        group: 'Meeting',
        run: () => goTo({ screen: 'meeting-history', meetingId }),
      },
      {
        id: 'focus.room',
        title: 'To the room',
        key: 'm',
        group: 'Room',
        isEnabled: isMeeting,
        run: () => focusOn('room'),
      },
      {
        id: 'focus.agenda',
        title: 'To the agenda',
        key: 'g',
        group: 'Agenda',
        isEnabled: isMeeting,
        run: () => focusOn('agenda'),
      },
    ],
    [isOpen, isMeeting, shownItemId, meetingId],
  )
  useCommands('live', commands)

  if (error !== null && meeting === null) {
    return (
      <div className="screen">
        <ErrorNotice error={error} />
      </div>
    )
  }
  if (meeting === null) return null
  if (!isMeeting) return <ResolutionScreen meeting={meeting} isReadOnly={isReadOnly} />
  const isEditable = meeting.state !== 'closed' && !isReadOnly
  return (
    <div className="live">
      <MeetingHeader meeting={meeting} isReadOnly={isReadOnly} />
      <AgendaList meeting={meeting} isEditable={isEditable} />
      <ItemPanel isEditable={isEditable} isOpen={isOpen} />
      <RoomPanel meeting={meeting} isEditable={isEditable} />
    </div>
  )
}
