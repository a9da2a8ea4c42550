import { z } from 'zod'
import { command, pure, query } from './define.ts'
import { id, initials, isoDate, isoTime, line, nothing, text } from './fields.ts'
import { questionKind } from './question-kinds.ts'
import { script } from './script-words.ts'
import { snippet } from './snippets.ts'
import { bodyKinds, itemKinds, membershipRoles, purposes } from './words.ts'

const kind = z.enum(bodyKinds).describe('What sort of body it is.')
const effectiveFrom = isoDate.describe('First day on which it counts.')
const effectiveTo = isoDate.nullable().describe('Last day on which it counts; null while it goes on.')

export const templateItem = z.strictObject({
  kind: z.enum(itemKinds).describe('What the item is for.'),
  title: line('Title as printed.'),
  purpose: z.enum(purposes).describe('Whether the item is for decision, discussion or information.'),
  plannedMinutes: z.int().min(0).max(1440).describe('Planned time in minutes; 0 where none is planned.'),
  presenter: text('Who presents, by role.', 200),
})
export type TemplateItem = z.infer<typeof templateItem>

const settings = {
  kind,
  name: line('Full name of the body.', 120),
  shortName: line('Short name, used in references.', 30),
  quorumTotal: z.int().min(0).max(1000).describe('How many must be present.'),
  quorumCounts: z.enum(['people', 'votes']).describe('Whether quorum counts people or votes.'),
  recusedCountsForQuorum: z.boolean().describe('Whether a recused person still counts for quorum.'),
  chairVote: z.enum(['none', 'casting', 'full']).describe('Whether the chair votes.'),
  votesPerPersonCap: z
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('The most votes that one person may exercise, their own included; null for no cap.'),
  carriers: z.enum(['anyone', 'members']).describe('Who may carry another’s vote.'),
  itemNumbering: line('Pattern of an item’s number: {meeting}, {section}.', 60),
  subItemNumbering: line('Pattern of a sub-item’s number: {letter} or {number}.', 60),
  actionReference: line(
    'Pattern of an action’s reference: {short} {month} {sequence} {year} {meeting}; {sequence:2} fills to two digits.',
    60,
  ),
  paragraphsRunOn: z
    .boolean()
    .describe('Whether paragraph numbers of the minutes run on from meeting to meeting.'),
  paperDeadlineDays: z
    .int()
    .min(0)
    .max(60)
    .describe('Working days before the meeting by which papers are due.'),
  usualStart: isoTime.describe('Usual start of a meeting.'),
  usualEnd: isoTime.describe('Usual end of a meeting.'),
  usualPlace: text('Usual place of a meeting.', 200),
  sourceNote: text('Where these rules are from.', 2000),
}

export const constituency = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  quorumMinimum: z.int().describe('How many of it must be present for quorum; 0 for no minimum.'),
})

export const seat = z.object({
  id,
  name: z.string(),
  constituencyId: id.nullable(),
  votes: z.int().describe('Votes that go with the seat.'),
  effectiveFrom,
  effectiveTo,
})

export const membership = z.object({
  id,
  personId: id,
  name: z.string(),
  initials: z.string(),
  organisation: z.string(),
  role: z.enum(membershipRoles),
  seatId: id.nullable(),
  effectiveFrom,
  effectiveTo,
})

export const bodySummary = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  kind,
  code: z.object({ id, shortName: z.string() }).nullable(),
  seats: z.int().describe('Number of seats in force.'),
  votes: z.int().describe('Votes of all seats in force.'),
})

export const body = z.object({
  id,
  codeId: id.nullable(),
  profile: z.string().describe('The shipped profile from which it was made; empty if none.'),
  ...settings,
  constituencies: z.array(constituency),
  seats: z.array(seat),
  memberships: z.array(membership),
  questionKinds: z.array(questionKind),
  questionRules: z
    .array(z.object({ key: z.string(), name: z.string(), explanation: z.string() }))
    .describe('The rule of each kind of question in words, by the key of the kind.'),
  agendaTemplate: z.array(templateItem),
  snippets: z.array(snippet).describe('Text modules of the note-taker, in order.'),
  scripts: z.array(script).describe('What the chair says on each kind of item that has a script.'),
})
export type Body = z.infer<typeof body>

export const stage = z.object({
  id,
  key: z.string(),
  name: z.string(),
  isOpen: z.boolean().describe('Whether a proposal at this stage counts as open.'),
})

export const code = z.object({
  id,
  shortName: z.string(),
  name: z.string(),
  administrator: z.string(),
  decisionMaker: z.string(),
  referencePrefix: z.string(),
  referenceDigits: z.int(),
  sourceNote: z.string(),
  stages: z.array(stage),
  updates: z
    .array(z.object({ id, happenedOn: isoDate, title: z.string(), text: z.string() }))
    .describe('What happened to the code beside its proposals, newest first.'),
})

const person = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  organisation: z.string(),
  email: z.string(),
})
const personFields = {
  name: line('Name as it stands in the minutes.', 120),
  initials,
  organisation: text('Organisation.', 200),
  email: text('Address for the calendar and the papers.', 200),
}

export const bodyCalls = {
  'code.list': query('The codes of the book, with the stages of their process and what happened to them.', {
    input: nothing,
    output: z.object({ codes: z.array(code) }),
    topics: ['bodies', 'register'],
  }),
  'code.create': command('Adds a code: its administrator, decision-maker, reference pattern and stages.', {
    input: z.strictObject({
      shortName: line('Short name, such as UNC.', 30),
      name: line('Full name.', 120),
      administrator: text('Code administrator.', 120).default(''),
      decisionMaker: line('Who takes the final decision, as it is called now.', 120).default('the Authority'),
      referencePrefix: text('What stands before the number in a reference, such as SECMP.', 20).default(''),
      referenceDigits: z.int().min(1).max(8).default(4).describe('Digits of the number in a reference.'),
      sourceNote: text('Where these facts are from.', 1000).default(''),
      stages: z
        .array(
          z.strictObject({
            key: z
              .string()
              .regex(/^[a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens')
              .describe('Stable name.'),
            name: line('Name of the stage.', 120),
            isOpen: z.boolean().describe('Whether a proposal at this stage counts as open.'),
          }),
        )
        .min(1)
        .max(40)
        .describe('The stages in order.'),
    }),
    output: code,
    topics: ['bodies'],
  }),
  'code.change': command(
    'Changes a code’s names. The decision-maker is called what it is called at the time.',
    {
      input: z.strictObject({
        codeId: id,
        name: line('Full name.', 120).optional(),
        administrator: text('Code administrator.', 120).optional(),
        decisionMaker: line('Who takes the final decision, as it is called now.', 120).optional(),
        sourceNote: text('Where these facts are from.', 1000).optional(),
      }),
      output: code,
      topics: ['bodies', 'register'],
    },
  ),
  'body.profiles': pure('The bodies that ship with Panelbook as profiles.', {
    input: nothing,
    output: z.object({
      profiles: z.array(z.object({ key: z.string(), name: z.string(), kind, sourceNote: z.string() })),
    }),
  }),
  'body.list': query('The bodies of the book.', {
    input: nothing,
    output: z.object({ bodies: z.array(bodySummary) }),
    topics: ['bodies'],
  }),
  'body.read': query('One body whole: constituencies, seats, members, questions, agenda template.', {
    input: z.strictObject({ bodyId: id }),
    output: body,
    topics: ['bodies', 'people'],
  }),
  'body.create': command(
    'Adds a body, from a profile or bare. The profile’s constituencies, seats, questions and template come with it, and its code where the book has none of that name.',
    {
      input: z.strictObject({
        profile: z
          .string()
          .regex(/^[a-z0-9-]{1,60}$/, 'the key of a shipped profile')
          .optional()
          .describe('Key of a shipped profile.'),
        codeId: id.optional().describe('The code that the body serves.'),
        name: settings.name.optional().describe('Full name; the profile’s where left out.'),
        shortName: settings.shortName.optional().describe('Short name; the profile’s where left out.'),
        kind: kind.optional().describe('What sort of body it is; the profile’s where left out.'),
      }),
      output: body,
      topics: ['bodies'],
    },
  ),
  'body.change': command(
    'Changes a body’s settings. Votes already taken keep the rule under which they were taken.',
    {
      input: z.strictObject({ bodyId: id, ...z.strictObject(settings).partial().shape }),
      output: body,
      topics: ['bodies', 'room', 'meetings'],
    },
  ),
  'body.add-constituency': command('Adds a constituency (party category) to a body.', {
    input: z.strictObject({
      bodyId: id,
      name: line('Name.', 120),
      shortName: line('Short name for the vote table.', 30),
      quorumMinimum: z
        .int()
        .min(0)
        .max(1000)
        .default(0)
        .describe('How many of it must be present for quorum.'),
    }),
    output: body,
    topics: ['bodies', 'room'],
  }),
  'body.change-constituency': command('Changes a constituency’s names or its minimum for quorum.', {
    input: z.strictObject({
      constituencyId: id,
      name: line('Name.', 120).optional(),
      shortName: line('Short name for the vote table.', 30).optional(),
      quorumMinimum: z
        .int()
        .min(0)
        .max(1000)
        .optional()
        .describe('How many of it must be present for quorum.'),
    }),
    output: body,
    topics: ['bodies', 'room'],
  }),
  'body.add-seat': command('Adds a seat to a body.', {
    input: z.strictObject({
      bodyId: id,
      constituencyId: id.nullable().default(null).describe('Its constituency; null where the body has none.'),
      name: line('Name of the seat.', 120),
      votes: z.int().min(1).max(1000).default(1).describe('Votes that go with the seat.'),
      effectiveFrom: effectiveFrom.optional(),
      effectiveTo: effectiveTo.optional(),
    }),
    output: body,
    topics: ['bodies', 'room'],
  }),
  'body.change-seat': command('Changes a seat’s name, votes, constituency or dates.', {
    input: z.strictObject({
      seatId: id,
      constituencyId: id.nullable().optional().describe('Its constituency; null for none.'),
      name: line('Name of the seat.', 120).optional(),
      votes: z.int().min(1).max(1000).optional().describe('Votes that go with the seat.'),
      effectiveFrom: effectiveFrom.optional(),
      effectiveTo: effectiveTo.optional(),
    }),
    output: body,
    topics: ['bodies', 'room'],
  }),
  'body.add-member': command(
    'Makes a person a member, standing alternate or non-voting attendee of a body.',
    {
      input: z.strictObject({
        bodyId: id,
        personId: id,
        role: z.enum(membershipRoles).describe('As what.'),
        seatId: id.nullable().default(null).describe('The seat; members and alternates need one.'),
        effectiveFrom: effectiveFrom.optional(),
        effectiveTo: effectiveTo.optional(),
      }),
      output: body,
      topics: ['bodies', 'people', 'room'],
    },
  ),
  'body.end-membership': command('Ends a membership on a day.', {
    input: z.strictObject({ membershipId: id, effectiveTo: isoDate.describe('The last day.') }),
    output: body,
    topics: ['bodies', 'people', 'room'],
  }),
  'body.set-questions': command(
    'Replaces the questions that a body usually puts. Questions already put keep theirs.',
    {
      input: z.strictObject({
        bodyId: id,
        questionKinds: z.array(questionKind).max(100).describe('The questions in order.'),
      }),
      output: body,
      topics: ['bodies', 'items'],
    },
  ),
  'body.set-agenda-template': command('Replaces a body’s agenda template. Agendas already made stay.', {
    input: z.strictObject({
      bodyId: id,
      items: z.array(templateItem).max(100).describe('The items in order.'),
    }),
    output: body,
    topics: ['bodies'],
  }),
  'person.list': query('The people of the book.', {
    input: nothing,
    output: z.object({ people: z.array(person) }),
    topics: ['people'],
  }),
  'person.add': command('Adds a person.', {
    input: z.strictObject({
      ...personFields,
      organisation: personFields.organisation.default(''),
      email: personFields.email.default(''),
    }),
    output: person,
    topics: ['people'],
  }),
  'person.change': command(
    'Changes a person’s name, initials, organisation or address. Meetings already held keep the initials used there.',
    {
      input: z.strictObject({ personId: id, ...z.strictObject(personFields).partial().shape }),
      output: person,
      topics: ['people', 'bodies', 'room'],
    },
  ),
}
