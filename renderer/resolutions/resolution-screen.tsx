import { useEffect } from 'react'
import { ItemPanel } from '../agenda/item-panel.tsx'
import type { Meeting } from '../../core/contract/meetings.ts'
import { readItemAgain, useLive } from '../state/live.ts'
import { DeadlineBanner } from './deadline-banner.tsx'
import { MembersPanel } from './members-panel.tsx'
import { ResolutionHeader } from './resolution-header.tsx'
import { useResolutions } from './use-resolutions.ts'
import './resolutions.css'

/** A written resolution: its deadline, its one question, and who has answered. Nobody is in a room for it. */
export function ResolutionScreen({ meeting, isReadOnly }: { meeting: Meeting; isReadOnly: boolean }) {
  const item = useLive((store) => store.item)
  const resolution = useResolutions(meeting.body.id)?.find(({ meetingId }) => meetingId === meeting.id)
  const isLate = resolution?.state === 'past-deadline'
  // Nothing is changed in the book when a deadline passes; the vote takes no position from then on.
  useEffect(() => {
    if (isLate) void readItemAgain()
  }, [isLate])
  const isEditable = meeting.state === 'open' && !isReadOnly
  return (
    <div className="live resolution">
      <ResolutionHeader meeting={meeting} resolution={resolution} isReadOnly={isReadOnly} />
      {resolution === undefined || item === null ? (
        // Its row keeps its place.
        <div />
      ) : (
        <DeadlineBanner resolution={resolution} item={item} room={meeting.room} isEditable={isEditable} />
      )}
      <ItemPanel isEditable={isEditable} isOpen={false} />
      {item === null ? (
        <aside className="room" />
      ) : (
        <MembersPanel meeting={meeting} item={item} isEditable={isEditable} />
      )}
    </div>
  )
}
