import { z } from 'zod'
import { leftReasons } from './close-out.ts'
import { command, query } from './define.ts'
import { id, initials, isoDate, isoInstant, isoTime, line, text } from './fields.ts'
import { paperDeadline } from './papers.ts'
import { goesTo, nextMeetingId } from './onward.ts'
import { capacities, itemKinds, meetingForms, meetingStates, outcomes, presences, purposes } from './words.ts'

export const agendaLine = z.object({
  id,
  parentId: id.nullable(),
  label: z.string().describe('Its number as printed: 199.6, (b).'),
  fullLabel: z.string().describe('Its number as a sentence names it: 199.6, 199.6 (b).'),
  kind: z.enum(itemKinds),
  title: z.string(),
  purpose: z.enum(purposes),
  plannedMinutes: z.int(),
  secondsTaken: z
    .int()
    .describe('Time before the meeting so far, in seconds, without the stretch that is running.'),
  runningSince: isoInstant.nullable().describe('Since when it is before the meeting; null when it is not.'),
  presenter: z.string(),
  proposal: z.object({ id, reference: z.string(), title: z.string() }).nullable(),
  isLate: z.boolean(),
  lateAcceptance: z.string(),
  outcome: z.enum(outcomes).nullable(),
  outcomeReason: z.string(),
  goesTo,
  counts: z
    .object({
      paragraphs: z.int(),
      questions: z.int(),
      openVotes: z.int().describe('Votes that still wait for a position.'),
      actions: z.int(),
      papers: z.int(),
    })
    .describe('What the item holds.'),
})
export type AgendaLine = z.infer<typeof agendaLine>

export const attendee = z.object({
  attendanceId: id,
  personId: id,
  name: z.string(),
  initials: z.string().describe('Initials at this meeting.'),
  organisation: z.string(),
  capacity: z.enum(capacities),
  seatId: id.nullable(),
  presence: z.enum(presences),
  isRemote: z.boolean(),
  leavesAt: isoTime.nullable().describe('When they said they will leave.'),
  intervals: z.array(
    z.object({
      arrivedAt: isoInstant,
      arrivedAtItem: z.string().nullable(),
      leftAt: isoInstant.nullable(),
      leftAtItem: z.string().nullable(),
    }),
  ),
  carries: z.array(id).describe('Seats whose vote they carry now.'),
})
export type Attendee = z.infer<typeof attendee>

export const seatInRoom = z.object({
  seatId: id,
  name: z.string(),
  constituencyId: id.nullable(),
  votes: z.int(),
  standing: z
    .enum(['member', 'alternate', 'carried', 'nobody'])
    .describe('By whom its vote can be exercised now, if by anybody.'),
  castBy: z.object({ attendanceId: id, initials: z.string(), name: z.string() }).nullable(),
  member: z.object({ personId: id, initials: z.string(), name: z.string() }).nullable(),
})
export type SeatInRoom = z.infer<typeof seatInRoom>

/** People, seats and votes are three different numbers. */
export const room = z.object({
  people: z.int().describe('People in the room, those without a vote included.'),
  quorumPeople: z.int().describe('Individuals who count for quorum.'),
  seats: z.int().describe('Seats whose vote can be exercised now.'),
  votes: z.int().describe('Votes that can be exercised now, carried ones included.'),
  allVotes: z.int().describe('Votes of all seats in force.'),
  quorum: z.object({
    isMet: z.boolean(),
    needed: z.int(),
    counts: z.enum(['people', 'votes']),
    sentence: z.string(),
  }),
  warnings: z
    .array(z.object({ sentence: z.string(), itemIds: z.array(id) }))
    .describe(
      'Votes on the agenda that are inquorate as the room is, or will be when people leave as they said they would.',
    ),
  constituencies: z.array(
    z.object({
      id,
      name: z.string(),
      shortName: z.string(),
      present: z.int().describe('Individuals in the room who can exercise a vote of it now.'),
      votes: z.int().describe('Votes of it that can be exercised now.'),
    }),
  ),
  seatList: z.array(seatInRoom),
  attendees: z.array(attendee),
  carriedVotes: z.array(
    z.object({
      id,
      seatId: id,
      seat: z.string(),
      givenBy: z.string().nullable(),
      carrier: z.object({ attendanceId: id, initials: z.string() }),
      givenAt: isoInstant,
      endedAt: isoInstant.nullable(),
      note: z.string(),
    }),
  ),
})
export type Room = z.infer<typeof room>

export const meetingSummary = z.object({
  id,
  body: z.object({ id, name: z.string(), shortName: z.string() }),
  form: z
    .enum(meetingForms)
    .describe('A meeting, or a written resolution that goes round outside one and is kept like one.'),
  number: z.string(),
  title: z.string(),
  startsOn: isoDate,
  endsOn: isoDate,
  startTime: isoTime,
  endTime: isoTime,
  place: z.string(),
  state: z.enum(meetingStates),
  openedAt: isoInstant.nullable(),
  closedAt: isoInstant.nullable(),
  items: z.int(),
  itemsWithOutcome: z.int(),
  actionsRaised: z.int(),
})
export type MeetingSummary = z.infer<typeof meetingSummary>

export const meeting = z.object({
  ...meetingSummary.shape,
  sittings: z
    .array(
      z.object({
        startedAt: isoInstant,
        endedAt: isoInstant.nullable(),
        reason: z.string().describe('Why it was adjourned after this sitting; empty where nobody said.'),
      }),
    )
    .describe('The stretches in which it sat, oldest first.'),
  isAdjourned: z.boolean().describe('Whether it is open but does not sit at the moment.'),
  currentItemId: id.nullable(),
  firstParagraph: z.int(),
  paperDeadline: paperDeadline
    .nullable()
    .describe('By when its papers are due; null for a written resolution, which has no deadline for papers.'),
  leftAtClosing: z
    .array(z.object({ sentence: z.string(), reason: z.string().describe('Empty where none was given.') }))
    .describe('What the check before closing still found when it closed, and why it was left.'),
  recordHash: z.string().nullable().describe('Hash of the record on which the closed minutes rest.'),
  agenda: z.array(agendaLine).describe('In order, each section followed by its items.'),
  room,
})
export type Meeting = z.infer<typeof meeting>

const meetingFields = {
  number: line('Number of the meeting.', 30),
  title: text('Title, where it has one of its own.', 200),
  startsOn: isoDate.describe('First day.'),
  endsOn: isoDate.describe('Last day.'),
  startTime: isoTime.describe('Start.'),
  endTime: isoTime.describe('Planned end.'),
  place: text('Place.', 200),
}

const itemFields = {
  title: line('Title as printed.'),
  kind: z.enum(itemKinds).describe('What the item is for.'),
  purpose: z.enum(purposes).describe('Whether it is for decision, discussion or information.'),
  plannedMinutes: z.int().min(0).max(1440).describe('Planned time in minutes.'),
  presenter: text('Who presents.', 200),
  proposalId: id.nullable().describe('The proposal that it is about; null for none.'),
  isLate: z.boolean().describe('Whether it came after the papers’ deadline.'),
  lateAcceptance: text('How its late arrival was accepted.', 500),
}

export const meetingCalls = {
  'meeting.list': query('The meetings, newest first.', {
    input: z.strictObject({
      bodyId: id.optional(),
      state: z.enum(meetingStates).optional().describe('Only meetings in this state.'),
      form: z
        .enum(meetingForms)
        .optional()
        .describe('Only meetings that sit, or only written resolutions; both where left out.'),
    }),
    output: z.object({ meetings: z.array(meetingSummary) }),
    topics: ['meetings', 'agenda', 'actions', 'bodies'],
  }),
  'meeting.read': query('One meeting: its agenda and its room.', {
    input: z.strictObject({ meetingId: id }),
    output: meeting,
    topics: ['meetings', 'agenda', 'room', 'items', 'actions', 'bodies', 'people', 'register'],
  }),
  'meeting.create': command(
    'Creates a meeting from the body’s agenda template; members and non-voting attendees are expected.',
    {
      input: z.strictObject({
        bodyId: id,
        number: meetingFields.number.optional().describe('Number; one more than the last where left out.'),
        title: meetingFields.title.default(''),
        startsOn: meetingFields.startsOn,
        endsOn: meetingFields.endsOn.optional().describe('Last day; the first where left out.'),
        startTime: meetingFields.startTime.optional().describe('Start; the body’s usual one where left out.'),
        endTime: meetingFields.endTime
          .optional()
          .describe('Planned end; the body’s usual one where left out.'),
        place: meetingFields.place.optional().describe('Place; the body’s usual one where left out.'),
        fromTemplate: z.boolean().default(true).describe('Whether the body’s agenda template is laid in.'),
        fromRegister: z
          .boolean()
          .default(false)
          .describe('Whether everything that the register has for the meeting is laid in after it.'),
      }),
      output: meeting,
      topics: ['meetings', 'agenda', 'room'],
    },
  ),
  'meeting.change': command('Changes a meeting’s number, date, time or place.', {
    input: z.strictObject({ meetingId: id, ...z.strictObject(meetingFields).partial().shape }),
    output: meeting,
    topics: ['meetings', 'room'],
  }),
  'meeting.open': command('Opens the meeting: the clock runs and votes can be taken.', {
    input: z.strictObject({
      meetingId: id,
      at: isoInstant.optional().describe('When it opened; now where left out.'),
    }),
    output: meeting,
    topics: ['meetings', 'agenda', 'room', 'items'],
  }),
  'meeting.close': command(
    'Closes the meeting: paragraph numbers are written, the record is hashed, and votes, attendance and notes of it are final.',
    {
      input: z.strictObject({
        meetingId: id,
        at: isoInstant.optional().describe('When it closed; now where left out.'),
        reasons: leftReasons,
      }),
      output: meeting,
      topics: ['meetings', 'agenda', 'room', 'items', 'actions', 'minutes'],
    },
  ),
  'agenda.add': command('Adds an item to the agenda, at the end of its section or before another item.', {
    input: z.strictObject({
      meetingId: id,
      parentId: id
        .nullable()
        .default(null)
        .describe('The section that it stands in; null for a section or item of its own.'),
      beforeId: id.nullable().default(null).describe('The item before which it stands; null for the end.'),
      title: itemFields.title,
      kind: itemFields.kind.default('general'),
      purpose: itemFields.purpose.default('discussion'),
      plannedMinutes: itemFields.plannedMinutes.default(0),
      presenter: itemFields.presenter.default(''),
      proposalId: itemFields.proposalId.default(null),
      isLate: itemFields.isLate.default(false),
      lateAcceptance: itemFields.lateAcceptance.default(''),
    }),
    output: z.object({ itemId: id, meeting }),
    topics: ['agenda', 'meetings'],
  }),
  'agenda.change': command('Changes an agenda item’s title, time, presenter, purpose or proposal.', {
    input: z.strictObject({ itemId: id, ...z.strictObject(itemFields).partial().shape }),
    output: meeting,
    topics: ['agenda', 'items'],
  }),
  'agenda.move': command('Moves an item to another place, with the items under it.', {
    input: z.strictObject({
      itemId: id,
      parentId: id.nullable().describe('The section to stand in; null for the top.'),
      beforeId: id.nullable().describe('The item before which it stands; null for the end.'),
    }),
    output: meeting,
    topics: ['agenda'],
  }),
  'agenda.remove': command(
    'Takes an item off the agenda. Refused once it holds a vote, an action or a note.',
    {
      input: z.strictObject({ itemId: id }),
      output: meeting,
      topics: ['agenda', 'meetings'],
    },
  ),
  'agenda.set-current': command('Brings an item before the meeting; the one before it stops its clock.', {
    input: z.strictObject({
      itemId: id,
      at: isoInstant.optional().describe('When; now where left out.'),
    }),
    output: meeting,
    topics: ['agenda', 'meetings'],
  }),
  'agenda.set-outcome': command('Writes what became of an item, with the reason; null takes it back.', {
    input: z.strictObject({
      itemId: id,
      outcome: z.enum(outcomes).nullable().describe('What became of it.'),
      reason: text('Why.', 1000).default(''),
      nextMeetingId,
    }),
    output: meeting,
    topics: ['agenda', 'items', 'meetings'],
  }),
  'attendance.record': command(
    'Records that a person arrived, left, sent apologies or is expected; makes them an attendee if they were not. Open votes follow the door.',
    {
      input: z.strictObject({
        meetingId: id,
        personId: id,
        presence: z.enum(presences).describe('What happened.'),
        capacity: z
          .enum(capacities)
          .optional()
          .describe('In what capacity; from the body’s memberships where left out.'),
        seatId: id.nullable().optional().describe('For which seat, where the person sits for one.'),
        initials: initials
          .optional()
          .describe('Initials at this meeting; the person’s own, numbered where taken.'),
        isRemote: z.boolean().optional().describe('Whether they take part from elsewhere.'),
        leavesAt: isoTime.nullable().optional().describe('When they said they will leave.'),
        at: isoInstant.optional().describe('When; now where left out.'),
      }),
      output: meeting,
      topics: ['room', 'items', 'meetings', 'agenda'],
    },
  ),
  'attendance.record-many': command('Records the same of several people at once.', {
    input: z.strictObject({
      meetingId: id,
      personIds: z.array(id).min(1).max(500).describe('The people.'),
      presence: z.enum(presences).describe('What happened.'),
      at: isoInstant.optional().describe('When; now where left out.'),
    }),
    output: meeting,
    topics: ['room', 'items', 'meetings', 'agenda'],
  }),
  'vote.carry': command(
    'Lets somebody in the room carry the vote of a seat whose own member and alternate are absent.',
    {
      input: z.strictObject({
        meetingId: id,
        seatId: id,
        carrierPersonId: id.nullable().describe('Who carries it; null ends the carrying.'),
        note: text('How it was notified.', 500).default(''),
        at: isoInstant.optional().describe('When; now where left out.'),
      }),
      output: meeting,
      topics: ['room', 'items', 'agenda'],
    },
  ),
}
