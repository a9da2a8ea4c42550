import type { DeadlineMove, Ratification } from '../contract/resolutions.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { Evaluation, VotingRule } from '../contract/voting-rule.ts'
import type {
  ActionStatus,
  Capacity,
  DecisionMaker,
  ItemKind,
  MeetingForm,
  MeetingState,
  Outcome,
  PositionValue,
  Presence,
  Purpose,
  VoteMethod,
} from '../contract/words.ts'

/**
 * One meeting as data: every document of the meeting is written from it and from nothing else. It is plain JSON
 * and understood without the book: names, organisations and texts are written out, ids are kept for reference
 * only. Dates are YYYY-MM-DD, times HH:MM, instants ISO 8601 with offset.
 */
export interface MeetingRecord {
  format: 'panelbook-meeting-record'
  formatVersion: 1
  heading: RecordHeading
  version: { number: string; status: MinutesStatus }
  attendance: RecordAttendance
  /** In printed order, each section followed by its items. */
  items: RecordItem[]
  actions: {
    /** Raised at this meeting. */
    raised: RecordAction[]
    /** Raised earlier and not finished when this meeting began. */
    carriedIn: RecordAction[]
    /** What was reported at this meeting on actions, raised earlier or now. */
    updates: RecordActionUpdate[]
  }
  nextMeeting: {
    number: string
    startsOn: string
    endsOn: string
    startTime: string
    endTime: string
    place: string
  } | null
  /** The newest entry of the history when the record was made: the book up to here is what it was made from. */
  history: { seq: number; hash: string }
  /** Read in a rehearsal: its votes are invented and none of it is a record. Left out everywhere else. */
  rehearsal?: true
}

export type MinutesStatus = 'draft' | 'published' | 'approved' | 'corrected'

export interface RecordHeading {
  meetingId: string
  body: { id: string; name: string; shortName: string }
  code: { shortName: string; name: string; administrator: string } | null
  number: string
  title: string
  startsOn: string
  endsOn: string
  /** Planned times of day. */
  startTime: string
  endTime: string
  openedAt: string | null
  closedAt: string | null
  /** Stretches in which the meeting sat: more than one where it was adjourned. */
  sittings: { startedAt: string; endedAt: string | null; /** Why it was adjourned then. */ reason?: string }[]
  place: string
  state: MeetingState
  /** A meeting where absent, as in a record made before there were written resolutions. */
  form?: MeetingForm
  /** What a written resolution has in place of a room and a clock. */
  resolution?: RecordResolution
}

export interface RecordResolution {
  deadline: string
  /** How it was moved, oldest first. */
  deadlineMoves: DeadlineMove[]
  /** Positions that were kept with the time when they came, by seat: those that stand. */
  letters: { seatId: string; receivedAt: string; note: string }[]
  /** Where it was ratified; null while it is not. */
  ratification: Pick<Ratification, 'meeting' | 'item' | 'on' | 'text' | 'isStale'> | null
}

export interface RecordAttendance {
  /** Voting, by constituency, in the order of the seats. `name` is empty for seats without a constituency. */
  constituencies: { id: string | null; name: string; shortName: string; seats: RecordSeat[] }[]
  /** Everybody else who is on the list, with their capacity. */
  nonVoting: RecordAttendee[]
  apologies: { initials: string; name: string; organisation: string; seat: string | null }[]
  carriedVotes: RecordCarriedVote[]
}

export interface RecordSeat {
  seatId: string
  seat: string
  votes: number
  /** Whose seat it is. */
  member: { personId: string; initials: string; name: string; organisation: string } | null
  /** Who sat for it: the member, an alternate, or one after the other. */
  attendees: RecordAttendee[]
}

export interface RecordAttendee {
  attendanceId: string
  personId: string
  initials: string
  name: string
  organisation: string
  capacity: Capacity
  /** Initials of the member for whom an alternate came. */
  alternateFor: string | null
  presence: Presence
  isRemote: boolean
  /** Whether they came after the opening, left before the close, or were away in between. */
  isPartMeeting: boolean
  intervals: {
    arrivedAt: string
    /** The item then before the meeting, as printed. */
    arrivedAtItem: string | null
    leftAt: string | null
    leftAtItem: string | null
  }[]
}

export interface RecordCarriedVote {
  seatId: string
  seat: string
  /** Initials of the member whose vote it is. */
  of: string | null
  by: { initials: string; name: string }
  givenAt: string
  givenAtItem: string | null
  endedAt: string | null
  note: string
}

export interface RecordItem {
  itemId: string
  parentId: string | null
  /** Its number as printed in the agenda: 199.6, (b). */
  label: string
  /** Its number with that of its section, for a sentence: 199.6 (b). */
  fullLabel: string
  kind: ItemKind
  title: string
  purpose: Purpose
  plannedMinutes: number
  presenter: string
  proposal: {
    id: string
    reference: string
    title: string
    proposer: string
    /** Stage when the record was made. */
    stage: string
    stageDetail: string
    code: string
    /** Who takes the final decision, as it was called then; absent in a record made before it was kept. */
    decisionMaker?: string
    isUrgent: boolean
  } | null
  isLate: boolean
  lateAcceptance: string
  timings: { startedAt: string; endedAt: string | null }[]
  outcome: Outcome | null
  outcomeReason: string
  /**
   * The meeting to which it goes on; null for the next one, whichever that is. Absent for an item that goes nowhere, and
   * in a record made before it was kept.
   */
  goesTo?: { meetingId: string; number: string; startsOn: string } | null
  paragraphs: { number: number; text: string }[]
  interests: { initials: string; name: string; kind: 'declared' | 'recused'; text: string }[]
  papers: {
    id: string
    reference: string
    title: string
    receivedOn: string | null
    isLate: boolean
    lateAcceptance: string
    /** The file that was filed for it, by the name under which it came in; absent where there is none. */
    file?: { name: string; sha256: string }
  }[]
  questions: RecordQuestion[]
  /** Votes that were taken together; absent where there are none. */
  jointVotes?: RecordJointVote[]
  /** Those that rest on no vote; the others stand with their question. */
  determinations: RecordDetermination[]
}

/** Votes that were taken together. Each is a question of its own, at this item or, in the form `items`, at others too. */
export interface RecordJointVote {
  jointVoteId: string
  /** The same question on several items, or one for each option and objective of a proposal. */
  form: 'items' | 'options'
  title: string
  /** What the options are compared with; empty where there is nothing. */
  baseline: string
  options: VotedOption[]
  objectives: VotedOption[]
  /** In the order of the rows: option by option, its objectives and then the option overall; or item by item. */
  questionIds: string[]
  /** In the form `items`: the other items of the meeting whose question stands, as printed. */
  otherItems: { itemId: string; label: string }[]
}

export interface RecordDetermination {
  id: string
  kind: string
  text: string
  decisionMaker: DecisionMaker
  writtenAt: string
}

export interface RecordQuestion {
  questionId: string
  kind: string
  text: string
  polarity: 'for-carries' | 'against-expected'
  decisionMaker: DecisionMaker
  putAt: string
  /** Its place among votes that were taken together; absent for a question of its own. */
  joint?: {
    jointVoteId: string
    option: VotedOption | null
    /** Null for the option overall. */
    objective: VotedOption | null
  }
  /** When and why a question that was put by mistake was withdrawn: its last vote counts nowhere. Absent for one that stands. */
  withdrawn?: { at: string; reason: string }
  /** Every vote on it, oldest first. The last one counts; those before it were superseded. */
  rounds: RecordRound[]
  determination: RecordDetermination | null
}

export interface RecordRound {
  roundId: string
  number: number
  state: 'open' | 'closed' | 'superseded'
  method: VoteMethod
  rule: VotingRule
  ruleName: string
  ruleExplanation: string
  /** Taken without a quorum, as an indication only. */
  isIndicative: boolean
  quorum: string
  openedAt: string
  /** Of a written resolution: until when positions were taken; absent for all else. */
  deadline?: string
  closedAt: string | null
  supersededReason: string
  positions: RecordPosition[]
  counts: Evaluation['counts']
  denominator: number
  verdict: Evaluation['verdict']
  unanimous: Evaluation['unanimous']
  arithmetic: string
  reconciliation: string
  /** What each constituency decided; null for rules that do not ask them, absent in a record made before they did. */
  byConstituency?: Evaluation['byConstituency']
  /** The votes that each option got; absent where positions name none. */
  byOption?: NonNullable<Evaluation['byOption']>
  /** What the chair declared on the voices, without names; absent where positions were taken. */
  declared?: 'carried' | 'not-carried'
  castingVote: {
    value: 'for' | 'against'
    by: { initials: string; name: string } | null
    /** A correction has left no tie for it to settle; absent where it counts. */
    isOvertaken?: true
  } | null
  /** Initials of those whose position is still to come. */
  stillToCome: string[]
  /** In words; null while positions are still to come. */
  result: string | null
}

export interface RecordPosition {
  seatId: string
  seat: string
  constituency: { id: string; name: string; shortName: string } | null
  votes: number
  /** Heading of its column: who exercises it, or whose it is. */
  initials: string
  value: PositionValue
  /** The option that it names, in a vote by preference; absent in all others. */
  option?: VotedOption
  basis: 'member' | 'alternate' | 'carried' | 'written' | 'nobody'
  castBy: { initials: string; name: string } | null
  recordedAt: string
  corrections: {
    oldValue: PositionValue
    newValue: PositionValue
    /** The options named before and from then on; null or absent where none was. */
    oldOption?: string | null
    newOption?: string | null
    recordedAt: string
    correctedAt: string
    correctedBy: string
    reason: string
  }[]
}

export interface RecordAction {
  id: string
  reference: string
  year: number
  text: string
  owners: string[]
  raisedOn: string
  /** Number of the meeting; null where it was raised outside one. */
  raisedAt: string | null
  itemId: string | null
  /** The item as printed, where it was raised at this meeting. */
  itemLabel: string | null
  proposal: string | null
  dueOn: string | null
  dueMeeting: string
  status: ActionStatus
  closedOn: string | null
}

export interface RecordActionUpdate {
  actionId: string
  reference: string
  year: number
  madeOn: string
  text: string
  statusAfter: ActionStatus
}
