import { afterTheMeeting } from './after-the-meeting.ts'
import { beforeTheMeeting, inTheRoom } from './before-the-meeting.ts'
import type { Section } from './blocks.ts'
import { theScript } from './the-script.ts'
import { votes } from './votes.ts'

/** The guide, in the order of a secretary's day. */
export const sections: readonly Section[] = [
  ...beforeTheMeeting,
  ...inTheRoom,
  ...theScript,
  ...votes,
  ...afterTheMeeting,
]
