import { readItem } from '../agenda/item-view.ts'
import type { AllHandlers } from '../handler.ts'
import { openMeeting, requireRoom } from '../meetings/meeting-row.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { showRoom } from '../voting/show-room.ts'
import { readWall } from './wall-view.ts'

export const wallQueries = {
  'wall.read': ({ db }) => readWall(db),
} satisfies Partial<AllHandlers>

export const wallCommands = {
  'wall.clear': ({ db, now, summarise }, { meetingId, isCleared }) => {
    const meeting = openMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    db.update('meeting', meeting.id, { is_screen_cleared: isCleared ? 1 : 0 })
    summarise(isCleared ? 'the room’s screen cleared' : 'the room’s screen shown again')
    return readMeeting(db, meeting.id, now)
  },

  'vote.show-room': (context, input) => {
    const { itemId, summary } = showRoom(context, input)
    context.summarise(summary)
    return readItem(context.db, itemId, context.now)
  },
} satisfies Partial<AllHandlers>
