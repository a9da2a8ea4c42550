/**
 * The field's closed lists and the words for each member. Constants only, so that a screen, a document and a
 * rule all say a thing in the same way.
 */

/** The positions that a rule counts. */
export const countedPositions = [
  'for',
  'against',
  'abstain',
  'none',
  'not-present',
  'recused',
  'not-entitled',
  'pending',
] as const
/** All that can stand for a seat: of a vote declared on the voices, also that no name was taken. */
export const positionValues = [...countedPositions, 'unnamed'] as const
export type PositionValue = (typeof positionValues)[number]

/** What each position is called, how it is marked in a grid, and the key that records it. */
export const positionWords: Record<PositionValue, { name: string; mark: string; key: string | null }> = {
  for: { name: 'For', mark: '✓', key: 'f' },
  against: { name: 'Against', mark: '✗', key: 'a' },
  abstain: { name: 'Abstain', mark: 'A', key: 'b' },
  none: { name: 'No vote recorded', mark: '–', key: 'n' },
  'not-present': { name: 'Not present', mark: 'NP', key: 'p' },
  recused: { name: 'Recused', mark: 'R', key: 'r' },
  'not-entitled': { name: 'Not entitled', mark: 'NE', key: null },
  pending: { name: 'Still to come', mark: '·', key: null },
  unnamed: { name: 'On the voices, no name taken', mark: 'V', key: null },
}

/** What each verdict is called, and how it is marked beside the count of a vote. */
export const verdictWords: Record<
  'carried' | 'not-carried' | 'tied' | 'no-decision' | 'pending',
  { name: string; mark: string }
> = {
  carried: { name: 'Carried', mark: '✓' },
  'not-carried': { name: 'Not carried', mark: '✗' },
  tied: { name: 'Tied', mark: '=' },
  'no-decision': { name: 'No decision', mark: '–' },
  pending: { name: 'Waiting for positions', mark: '·' },
}

/** What a position answers where it is asked whether an option better facilitates an objective. */
export const objectiveAnswers: Partial<Record<PositionValue, string>> = {
  for: 'Yes',
  against: 'No',
  abstain: 'Neutral',
}

export const bodyKinds = ['panel', 'change-board', 'sub-committee', 'workgroup', 'committee'] as const
export type BodyKind = (typeof bodyKinds)[number]
/** In the order of their weight: somebody with several memberships attends in the first of them. */
export const membershipRoles = [
  'member',
  'alternate',
  'chair',
  'deputy-chair',
  'secretary',
  'authority',
  'non-voting-member',
  'observer',
  'presenter',
  'proposer',
] as const
export type MembershipRole = (typeof membershipRoles)[number]
export const capacities = [...membershipRoles, 'invitee'] as const
export type Capacity = (typeof capacities)[number]

export const capacityWords: Record<Capacity, string> = {
  member: 'Member',
  alternate: 'Alternate',
  chair: 'Chair',
  'deputy-chair': 'Deputy chair',
  secretary: 'Secretary',
  authority: 'Authority',
  'non-voting-member': 'Non-voting member',
  observer: 'Observer',
  presenter: 'Presenter',
  proposer: 'Proposer',
  invitee: 'Invitee',
}

export const presences = ['expected', 'present', 'left', 'apologies'] as const
export type Presence = (typeof presences)[number]
export const presenceWords: Record<Presence, string> = {
  expected: 'Expected',
  present: 'Present',
  left: 'Left',
  apologies: 'Apologies',
}

export const purposes = ['decision', 'discussion', 'information'] as const
export type Purpose = (typeof purposes)[number]
export const purposeWords: Record<Purpose, string> = {
  decision: 'For decision',
  discussion: 'For discussion',
  information: 'For information',
}

export const outcomes = ['done', 'noted', 'deferred', 'not-reached', 'withdrawn', 'returned'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeWords: Record<Outcome, string> = {
  done: 'Done',
  noted: 'Noted',
  deferred: 'Deferred',
  'not-reached': 'Not reached',
  withdrawn: 'Withdrawn',
  returned: 'Returned with questions',
}
/** Those with which an item goes on to another meeting. */
export const onwardOutcomes: readonly (Outcome | null)[] = ['deferred', 'not-reached', 'returned']

export const meetingForms = ['meeting', 'written-resolution'] as const
export type MeetingForm = (typeof meetingForms)[number]

export const meetingStates = ['planned', 'open', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]
export const meetingStateWords: Record<MeetingState, string> = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Closed',
}

export const actionStatuses = ['open', 'carried-forward', 'closed', 'withdrawn'] as const
export type ActionStatus = (typeof actionStatuses)[number]
export const actionStatusWords: Record<ActionStatus, string> = {
  open: 'Open',
  'carried-forward': 'Carried forward',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
}

export const voteMethods = ['roll-call', 'by-exception', 'on-the-voices', 'written'] as const
export type VoteMethod = (typeof voteMethods)[number]
export const voteMethodWords: Record<VoteMethod, string> = {
  'roll-call': 'Roll call',
  'by-exception': 'By exception',
  'on-the-voices': 'On the voices',
  written: 'By written position',
}

/** What the room's screen shows of a vote's result: nothing before it is determined, the result at once, or nothing at all. */
export const roomSees = ['when-determined', 'result', 'nothing'] as const
export type RoomSees = (typeof roomSees)[number]

export const decisionMakers = ['body', 'authority', 'view'] as const
export type DecisionMaker = (typeof decisionMakers)[number]

/** Agenda item kinds: what an item is for, so that the register and the minutes know it. */
export const itemKinds = [
  'general',
  'section',
  'alternates',
  'invitees',
  'apologies',
  'minutes',
  'actions',
  'urgent-proposals',
  'new-proposals',
  'reconsideration',
  'workgroup-issues',
  'workgroup-reports',
  'reporting-dates',
  'variation-requests',
  'final-reports',
  'any-other-business',
  'next-meeting',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** What each kind of item is called where it is chosen. */
export const itemKindWords: Record<ItemKind, string> = {
  general: 'General',
  section: 'Section',
  alternates: 'Alternates',
  invitees: 'Invitees',
  apologies: 'Apologies',
  minutes: 'Minutes of earlier meetings',
  actions: 'Actions',
  'urgent-proposals': 'Urgent proposals',
  'new-proposals': 'New proposals',
  reconsideration: 'Proposals for reconsideration',
  'workgroup-issues': 'Workgroup issues',
  'workgroup-reports': 'Workgroup reports',
  'reporting-dates': 'Reporting dates',
  'variation-requests': 'Variation requests',
  'final-reports': 'Final reports',
  'any-other-business': 'Any other business',
  'next-meeting': 'Next meeting',
}

export const documentKinds = ['minutes', 'agenda', 'vote-annex', 'action-log'] as const
export type DocumentKind = (typeof documentKinds)[number]
export const documentWords: Record<DocumentKind, string> = {
  minutes: 'Minutes',
  agenda: 'Agenda',
  'vote-annex': 'Vote annex',
  'action-log': 'Action log',
}
export const documentFormats = ['docx', 'pdf', 'html', 'md', 'csv', 'ics', 'json'] as const
export type DocumentFormat = (typeof documentFormats)[number]
