import type { z } from 'zod'
import { actionLineCalls } from './action-lines.ts'
import { actionCalls } from './actions.ts'
import { agendaBuildingCalls } from './agenda-building.ts'
import { bodyCalls } from './bodies.ts'
import { bookCalls } from './book.ts'
import { closeOutCalls } from './close-out.ts'
import { determinationCalls } from './determinations.ts'
import { documentCalls } from './documents.ts'
import { electorateCalls } from './electorate.ts'
import { historyCalls } from './history.ts'
import { jointVoteCalls } from './joint-vote-calls.ts'
import { meetingCalls } from './meetings.ts'
import { paperCalls } from './paper-calls.ts'
import { onwardCalls } from './onward.ts'
import { questionEditingCalls } from './question-editing.ts'
import { registerCalls } from './register.ts'
import { rehearsalCalls } from './rehearsal.ts'
import { resolutionCalls } from './resolution-calls.ts'
import { scriptCalls } from './scripts.ts'
import { searchCalls } from './search.ts'
import { seatOrderCalls } from './seat-order.ts'
import { secondThoughtCalls } from './second-thoughts.ts'
import { shareCalls } from './share.ts'
import { sittingCalls } from './sittings.ts'
import { snippetCalls } from './snippets.ts'
import { suggestedDateCalls } from './suggested-date.ts'
import { timetableCalls } from './timetable.ts'
import { evaluationCalls } from './voting-rule.ts'
import { votingCalls } from './voting.ts'
import { wallCalls } from './wall.ts'

/** By subject, so that each subject's types are worked out once, and where it is. */
export type Calls = typeof bookCalls &
  typeof bodyCalls &
  typeof seatOrderCalls &
  typeof snippetCalls &
  typeof scriptCalls &
  typeof registerCalls &
  typeof meetingCalls &
  typeof agendaBuildingCalls &
  typeof onwardCalls &
  typeof paperCalls &
  typeof suggestedDateCalls &
  typeof sittingCalls &
  typeof closeOutCalls &
  typeof votingCalls &
  typeof jointVoteCalls &
  typeof evaluationCalls &
  typeof determinationCalls &
  typeof questionEditingCalls &
  typeof electorateCalls &
  typeof resolutionCalls &
  typeof secondThoughtCalls &
  typeof actionCalls &
  typeof actionLineCalls &
  typeof timetableCalls &
  typeof wallCalls &
  typeof historyCalls &
  typeof searchCalls &
  typeof documentCalls &
  typeof shareCalls &
  typeof rehearsalCalls

/** The contract: every call that a window, a script or a test can make. The names are stable. */
export const calls: Calls = {
  ...bookCalls,
  ...bodyCalls,
  ...seatOrderCalls,
  ...snippetCalls,
  ...scriptCalls,
  ...registerCalls,
  ...meetingCalls,
  ...agendaBuildingCalls,
  ...onwardCalls,
  ...paperCalls,
  ...suggestedDateCalls,
  ...sittingCalls,
  ...closeOutCalls,
  ...votingCalls,
  ...jointVoteCalls,
  ...evaluationCalls,
  ...determinationCalls,
  ...questionEditingCalls,
  ...electorateCalls,
  ...resolutionCalls,
  ...secondThoughtCalls,
  ...actionCalls,
  ...actionLineCalls,
  ...timetableCalls,
  ...wallCalls,
  ...historyCalls,
  ...searchCalls,
  ...documentCalls,
  ...shareCalls,
  ...rehearsalCalls,
}

export type CallName = keyof Calls
/** What a caller sends: fields with a default may be left out. */
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>
/** What a handler receives: defaults filled in. */
export type CheckedInput<Name extends CallName> = z.output<Calls[Name]['input']>
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>
export type CallNameOfKind<Kind> = {
  [Name in CallName]: Calls[Name]['kind'] extends Kind ? Name : never
}[CallName]
