import { create } from 'zustand'

/** Of which body meetings are listed; empty for all. It is there again when one comes back from a meeting. */
export const useMeetingFilter = create<{ bodyId: string }>(() => ({ bodyId: '' }))

/** Lists the meetings of one body, or of all. */
export function filterMeetings(bodyId: string): void {
  useMeetingFilter.setState({ bodyId })
}
