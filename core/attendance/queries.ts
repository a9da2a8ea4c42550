import type { AllHandlers } from '../handler.ts'
import { foreseeAttendance } from './foresee.ts'

export const attendanceQueries = {
  'attendance.foresee': ({ db, now }, input) => foreseeAttendance(db, input, now),
} satisfies Partial<AllHandlers>
