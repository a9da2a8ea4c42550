import { create } from 'zustand'

/**
 * Where what was put off last goes, by the meeting at which it was put off: the next item is likely to go there as well.
 * Null is the next meeting, whichever that is.
 */
export const useOnward = create<Readonly<Record<string, string | null>>>(() => ({}))

/** Keeps in mind where an item of a meeting went. */
export function rememberOnward(meetingId: string, nextMeetingId: string | null): void {
  useOnward.setState({ [meetingId]: nextMeetingId })
}
