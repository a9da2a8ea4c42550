import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoDate, line, text } from './fields.ts'
import { proposalVote } from './proposal-votes.ts'

const optionalDate = (what: string) => isoDate.nullable().describe(`${what}; null where there is none.`)

const impacts = z
  .strictObject({
    documents: z.array(line('A document of the code.', 60)).max(60).describe('Documents of the code.'),
    systems: z.array(line('A system, or whose it is.', 60)).max(60).describe('Systems.'),
  })
  .describe('What the proposal would change.')

const proposalFields = {
  title: line('Full title.', 500),
  shortTitle: text('Short title for lists.', 200),
  summary: text('What it seeks, in a paragraph.'),
  proposer: text('Who proposed it, by organisation or role.', 200),
  path: text('Path: who decides, such as self-governance or Authority decision.', 100),
  isUrgent: z.boolean().describe('Whether it is treated as urgent.'),
  workgroupId: id.nullable().describe('The workgroup that has it; null for none.'),
  releaseId: id.nullable().describe('The release that it is meant for; null for none.'),
  releaseNote: text('What the release’s list says of it.', 1000),
  alternativeToId: id
    .nullable()
    .describe('The original to which it is an alternative; null for an original.'),
  raisedOn: optionalDate('Date on which it was raised'),
  reportingOn: optionalDate('Date by which the workgroup reports'),
  consultationClosesOn: optionalDate('Date on which the consultation closes'),
  implementationOn: optionalDate('Date of implementation'),
  link: text('Address of its page.', 500),
}

const aliases = z
  .strictObject({
    references: z
      .array(line('Another spelling of the reference.', 60))
      .max(40)
      .describe('Spellings of the reference.'),
    titles: z.array(line('Another title.', 500)).max(40).describe('Titles.'),
  })
  .describe('Other spellings and titles under which it is known.')

export const proposalBrief = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  code: z.object({ id, shortName: z.string() }),
  stage: z.object({ key: z.string(), name: z.string(), isOpen: z.boolean() }),
  stageDetail: z.string(),
  isUrgent: z.boolean(),
  workgroup: z.object({ id, shortName: z.string() }).nullable(),
  release: z.object({ id, name: z.string() }).nullable(),
  proposer: z.string(),
  reportingOn: isoDate.nullable(),
  consultationClosesOn: isoDate.nullable(),
  implementationOn: isoDate.nullable(),
})
export type ProposalBrief = z.infer<typeof proposalBrief>

export const proposal = z.object({
  ...proposalBrief.shape,
  summary: z.string(),
  path: z.string(),
  releaseNote: z.string(),
  raisedOn: isoDate.nullable(),
  link: z.string(),
  aliases,
  impacts,
  alternativeTo: z.object({ id, reference: z.string() }).nullable(),
  alternatives: z.array(z.object({ id, reference: z.string(), title: z.string() })),
  stageHistory: z.array(
    z.object({
      stage: z.string(),
      stageDetail: z.string(),
      changedOn: isoDate,
      reason: z.string(),
      determinationId: id.nullable(),
    }),
  ),
  assessments: z.array(
    z.object({
      id,
      kind: z.string(),
      askedOf: z.string(),
      requestedOn: isoDate.nullable(),
      originallyDueOn: isoDate.nullable(),
      dueOn: isoDate.nullable(),
      receivedOn: isoDate.nullable(),
      note: z.string(),
    }),
  ),
  consultations: z.array(
    z.object({ id, name: z.string(), openedOn: isoDate.nullable(), closesOn: isoDate, note: z.string() }),
  ),
  votes: z
    .array(proposalVote)
    .describe(
      'Every vote ever taken on it, newest first, superseded and withdrawn ones included. Votes taken together ' +
        'follow each other, option by option; those against objectives stand with their option.',
    ),
  determinations: z
    .array(
      z.object({
        id,
        meetingId: id,
        itemId: id,
        meeting: z.string().describe('Body, number and date.'),
        kind: z.string(),
        text: z.string(),
      }),
    )
    .describe('Determinations on it that rest on no vote, newest first.'),
})
export type Proposal = z.infer<typeof proposal>

export const workgroup = z.object({
  id,
  codeId: id,
  shortName: z.string(),
  name: z.string(),
  remit: z.string(),
  openProposals: z.int(),
  meetings: z.array(
    z.object({
      id,
      month: z.string(),
      heldOn: isoDate.nullable(),
      summary: z.string(),
      outcomes: z.array(z.object({ proposal: z.string().nullable(), text: z.string() })),
    }),
  ),
})

export const release = z.object({
  id,
  codeId: id,
  name: z.string(),
  releasedOn: isoDate,
  notes: z.string(),
  contents: z.array(
    z.object({
      proposalId: id,
      reference: z.string(),
      title: z.string(),
      note: z.string(),
      documents: z.array(z.string()),
      systems: z.array(z.string()),
    }),
  ),
  directedChanges: z.array(z.object({ origin: z.string(), reference: z.string(), text: z.string() })),
})

const stageKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'the key of a stage of the code')
  .describe('Key of a stage of the code.')

export const registerCalls = {
  'proposal.list': query('The proposals of the register.', {
    input: z.strictObject({
      codeId: id.optional().describe('Only of this code.'),
      stage: stageKey.optional(),
      workgroupId: id.optional().describe('Only those that this workgroup has.'),
      openOnly: z.boolean().default(false).describe('Leave out those at an end.'),
      text: text('Only those whose reference, title or an alias holds this.', 200).default(''),
    }),
    output: z.object({
      proposals: z.array(proposalBrief),
      total: z.int().describe('How many the register holds in all.'),
    }),
    topics: ['register'],
  }),
  'proposal.read': query(
    'One proposal whole: aliases, stage history, impacts, dates, and every vote taken on it.',
    {
      input: z.strictObject({ proposalId: id }),
      output: proposal,
      topics: ['register', 'items'],
    },
  ),
  'proposal.resolve': query(
    'The proposals that a reference can mean, in any spelling: SECMP0025, SECMP-25, SECMP25, 0025, 0621AV.',
    {
      input: z.strictObject({ reference: line('The reference as written.', 60), codeId: id.optional() }),
      output: z.object({ proposals: z.array(proposalBrief) }),
      topics: ['register'],
    },
  ),
  'proposal.add': command('Adds a proposal to the register.', {
    input: z.strictObject({
      codeId: id,
      reference: line('Reference, in the code’s own spelling; an unknown suffix is kept.', 60),
      ...z.strictObject(proposalFields).partial({
        shortTitle: true,
        summary: true,
        proposer: true,
        path: true,
        isUrgent: true,
        workgroupId: true,
        releaseId: true,
        releaseNote: true,
        alternativeToId: true,
        raisedOn: true,
        reportingOn: true,
        consultationClosesOn: true,
        implementationOn: true,
        link: true,
      }).shape,
      alternativeToId: proposalFields.alternativeToId
        .optional()
        .describe('The original to which it is an alternative; known from a suffix A, B … where left out.'),
      stage: stageKey.optional().describe('Stage at which it stands; the first where left out.'),
      stageDetail: text('Where within the stage, such as "DCC Impact Assessment".', 120).default(''),
      stageSince: isoDate.optional().describe('Since when; the day it was raised, or today, where left out.'),
      aliases: aliases.optional(),
      impacts: impacts.optional(),
    }),
    output: proposal,
    topics: ['register'],
  }),
  'proposal.change': command('Changes a proposal’s particulars.', {
    input: z.strictObject({
      proposalId: id,
      reference: line('Reference, where it was misspelt.', 60).optional(),
      ...z.strictObject(proposalFields).partial().shape,
      aliases: aliases.optional(),
      impacts: impacts.optional(),
    }),
    output: proposal,
    topics: ['register', 'items'],
  }),
  'proposal.move-stage': command(
    'Moves a proposal to another stage and keeps the change in its stage history.',
    {
      input: z.strictObject({
        proposalId: id,
        stage: stageKey,
        stageDetail: text('Where within the stage.', 120).default(''),
        on: isoDate.describe('Day of the change.'),
        reason: text('Why.', 1000).default(''),
      }),
      output: proposal,
      topics: ['register', 'items'],
    },
  ),
  'proposal.add-assessment': command('Records that an assessment or advice was asked for.', {
    input: z.strictObject({
      proposalId: id,
      kind: line('PA, IA, sub-committee advice …', 60),
      askedOf: text('Of whom.', 120).default(''),
      requestedOn: optionalDate('Asked on').default(null),
      originallyDueOn: optionalDate('First due on').default(null),
      dueOn: optionalDate('Due on').default(null),
      receivedOn: optionalDate('Received on').default(null),
      note: text('Note.', 1000).default(''),
    }),
    output: proposal,
    topics: ['register'],
  }),
  'proposal.add-consultation': command('Records a consultation on a proposal.', {
    input: z.strictObject({
      proposalId: id,
      name: line('Name, such as Modification Report Consultation.', 120),
      openedOn: optionalDate('Opened on').default(null),
      closesOn: isoDate.describe('Closes on.'),
      note: text('Note.', 1000).default(''),
    }),
    output: proposal,
    topics: ['register'],
  }),
  'workgroup.list': query('The workgroups with remit, meetings and outcomes.', {
    input: z.strictObject({ codeId: id.optional() }),
    output: z.object({ workgroups: z.array(workgroup) }),
    topics: ['register'],
  }),
  'workgroup.add': command('Adds a workgroup.', {
    input: z.strictObject({
      codeId: id,
      shortName: line('Short name, such as WG1.', 30),
      name: line('Name.', 120),
      remit: text('What it deals with.', 1000).default(''),
    }),
    output: workgroup,
    topics: ['register'],
  }),
  'workgroup.record-meeting': command(
    'Records that a workgroup met, or did not meet and why, with its outcomes.',
    {
      input: z.strictObject({
        workgroupId: id,
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2016-11')
          .describe('The month, YYYY-MM.'),
        heldOn: optionalDate('Day of the meeting').default(null),
        summary: text('What it did, or why it did not meet.').default(''),
        outcomes: z
          .array(
            z.strictObject({
              proposalId: id
                .nullable()
                .default(null)
                .describe('The proposal that it is about; null for none.'),
              text: text('The outcome.', 5000),
            }),
          )
          .max(60)
          .default([])
          .describe('What came of it.'),
      }),
      output: workgroup,
      topics: ['register'],
    },
  ),
  'release.list': query('The releases with date, contents, impacts and directed changes.', {
    input: z.strictObject({ codeId: id.optional() }),
    output: z.object({ releases: z.array(release) }),
    topics: ['register'],
  }),
  'release.add': command('Adds a release.', {
    input: z.strictObject({
      codeId: id,
      name: line('Name, such as June 2018 Release.', 120),
      releasedOn: isoDate.describe('Date of the release.'),
      notes: text('Notes.').default(''),
      directedChanges: z
        .array(
          z.strictObject({
            origin: line('Who directed it.', 120),
            reference: text('Reference, such as CR195.', 60),
            text: text('What it is.', 1000),
          }),
        )
        .max(100)
        .default([])
        .describe('Changes that somebody directed to be in it.'),
    }),
    output: release,
    topics: ['register'],
  }),
  'code.add-update': command(
    'Records what happened to a code beside its proposals: a direction, a version going live.',
    {
      input: z.strictObject({
        codeId: id,
        happenedOn: isoDate.describe('Date.'),
        title: line('Heading.', 200),
        text: text('Text.'),
      }),
      output: z.object({ id }),
      topics: ['register'],
    },
  ),
}
