import type { AllHandlers } from '../handler.ts'
import { readMeeting, readMeetingSummaries } from './meeting-view.ts'

export const meetingQueries = {
  'meeting.list': ({ db }, input) => ({ meetings: readMeetingSummaries(db, input) }),
  'meeting.read': ({ db, now }, { meetingId }) => readMeeting(db, meetingId, now),
} satisfies Partial<AllHandlers>
