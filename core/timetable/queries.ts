import type { AllHandlers } from '../handler.ts'
import { addWorkingDays } from './working-days.ts'

export const timetableRules = {
  'timetable.add-working-days': (_context, input) => addWorkingDays(input),
} satisfies Partial<AllHandlers>
