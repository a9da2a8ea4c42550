import type { AllHandlers } from '../handler.ts'
import { findBeforeClosing } from './close-out/findings.ts'
import { meetingRow } from './meeting-row.ts'
import { readMeeting, readMeetingSummaries } from './meeting-view.ts'
import { suggestDate } from './suggest-date.ts'

export const meetingQueries = {
  'meeting.list': ({ db }, input) => ({ meetings: readMeetingSummaries(db, input) }),
  'meeting.read': ({ db, now }, { meetingId }) => readMeeting(db, meetingId, now),
  'meeting.suggest-date': ({ db, now }, { bodyId }) => suggestDate(db, bodyId, now),
  'meeting.check': ({ db, now }, { meetingId }) => ({
    findings: findBeforeClosing(db, meetingRow(db, meetingId), now),
  }),
} satisfies Partial<AllHandlers>
