import { z } from 'zod'
import { action } from './actions.ts'
import { phrases } from './question-kinds.ts'
import { command, query } from './define.ts'
import { determinationConsequences, determinationParameters, determinationView } from './determinations.ts'
import { id, initials, isoInstant, line, text } from './fields.ts'
import { agendaLine } from './meetings.ts'
import { jointVote } from './joint-votes.ts'
import { paper } from './papers.ts'
import { proposalBrief } from './register.ts'
import { deadlineMove, ratification } from './resolutions.ts'
import { optionKey, votedOption } from './voted-option.ts'
import { evaluation, votingRule } from './voting-rule.ts'
import { decisionMakers, meetingStates, positionValues, roomSees, voteMethods } from './words.ts'
import { writtenPosition } from './written-positions.ts'

const value = z.enum(positionValues).describe('The position of one seat.')
const recordable = z
  .enum(['for', 'against', 'abstain', 'none', 'not-present', 'recused', 'pending'])
  .describe('The position; pending takes it back while the vote is open.')

export const correction = z.object({
  oldValue: value,
  newValue: value,
  oldOption: z.string().nullable().describe('In a vote by preference: the option named before; else null.'),
  newOption: z.string().nullable().describe('The option named from then on.'),
  recordedAt: isoInstant.describe('When the old value was recorded.'),
  correctedAt: isoInstant,
  correctedBy: z.string(),
  reason: z.string(),
})

export const positionView = z.object({
  seatId: id,
  seat: z.string(),
  constituency: z.object({ id, name: z.string(), shortName: z.string() }).nullable(),
  votes: z.int(),
  initials: z.string().describe('Heading of its column: who exercises it, or whose it is.'),
  value,
  option: votedOption.nullable().describe('The option that it names, in a vote by preference.'),
  basis: z
    .enum(['member', 'alternate', 'carried', 'written', 'nobody'])
    .describe('By what right it was exercised.'),
  castBy: z.object({ attendanceId: id, initials: z.string(), name: z.string() }).nullable(),
  recordedAt: isoInstant,
  corrections: z.array(correction),
})
export type PositionView = z.infer<typeof positionView>

export const roundView = z.object({
  id,
  number: z.int(),
  state: z.enum(['open', 'closed', 'superseded']),
  method: z.enum(voteMethods),
  rule: votingRule,
  ruleName: z.string(),
  ruleExplanation: z.string(),
  isIndicative: z
    .boolean()
    .describe('Whether it was taken without a quorum, or lost it on the way: an indication only.'),
  quorum: z.string().describe('The quorum when the question was put, and whether it was lost, in words.'),
  declared: z
    .enum(['carried', 'not-carried'])
    .nullable()
    .describe('What the chair declared on the voices, without names; null where positions were taken.'),
  castingVote: z.enum(['for', 'against']).nullable(),
  castingVoteCounts: z
    .boolean()
    .describe('Whether there is a tie that the casting vote settles; a correction may have left none.'),
  openedAt: isoInstant,
  deadline: isoInstant
    .nullable()
    .describe('Of a written resolution: until when positions are taken; else null.'),
  deadlineMoves: z.array(deadlineMove).describe('How the deadline was moved, oldest first.'),
  closedAt: isoInstant.nullable(),
  supersededReason: z.string(),
  positions: z.array(positionView).describe('In the order of the seats, grouped by constituency.'),
  evaluation,
  stillToCome: z.array(z.string()).describe('Initials of those whose position is still to come.'),
  result: z.string().nullable().describe('The result in words; null while positions are still to come.'),
  roomSees: z.enum(roomSees).describe('What the secretary lets the room’s screen show of its result.'),
  isShownToRoom: z
    .boolean()
    .describe('Whether the room’s screen shows its result now, while its item is there.'),
})
export type RoundView = z.infer<typeof roundView>

export const questionView = z.object({
  id,
  kindKey: z.string(),
  text: z.string(),
  polarity: z.enum(['for-carries', 'against-expected']),
  decisionMaker: z.enum(decisionMakers),
  phrases,
  putAt: isoInstant,
  joint: z
    .object({
      id,
      option: votedOption.nullable().describe('The option; null where it is taken together over items.'),
      objective: votedOption.nullable().describe('The objective; null for the option overall.'),
    })
    .nullable()
    .describe('The joint vote to which it belongs; null for a question of its own.'),
  withdrawn: z
    .object({ at: isoInstant, reason: z.string() })
    .nullable()
    .describe('When and why a question that was put by mistake was withdrawn; null for one that stands.'),
  ratification: ratification
    .nullable()
    .describe('Where a written resolution was ratified; null for all else.'),
  round: roundView.describe('The vote that counts.'),
  superseded: z.array(roundView).describe('Votes that were taken again, oldest first.'),
  determination: determinationView.nullable(),
})
export type QuestionView = z.infer<typeof questionView>

/** A question as it stands while somebody is at it. */
export const askedQuestion = questionView.extend({
  whyNoPositions: z
    .string()
    .nullable()
    .describe(
      'Why nobody answers it for, against or abstain any more, in one sentence; null while positions are taken.',
    ),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

export const noteParagraph = z.object({
  number: z.int().describe('Number in the minutes; it may still move until the meeting closes.'),
  text: z.string(),
})

export const item = z.object({
  line: agendaLine,
  meetingId: id,
  meetingState: z.enum(meetingStates),
  proposal: proposalBrief.nullable(),
  papers: z.array(paper).describe('In order.'),
  note: z.object({ text: z.string(), paragraphs: z.array(noteParagraph) }),
  interests: z.array(
    z.object({
      attendanceId: id,
      personId: id,
      initials: z.string(),
      name: z.string(),
      kind: z.enum(['declared', 'recused']),
      text: z.string(),
    }),
  ),
  writtenPositions: z
    .array(writtenPosition)
    .describe('Positions sent beforehand for questions of this item, in the order of the seats.'),
  questions: z.array(askedQuestion),
  jointVotes: z
    .array(jointVote)
    .describe(
      'Votes of this item that are taken together, with those of other items where they belong to it.',
    ),
  determinations: z.array(determinationView).describe('Those that rest on no vote.'),
  actions: z.array(action),
  questionKinds: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        text: z.string(),
        ruleName: z.string(),
        asksForPreference: z.boolean().describe('Whether it asks which of several options is preferred.'),
        objectives: z
          .array(votedOption)
          .describe('The objectives against which options are usually voted with it.'),
      }),
    )
    .describe('The questions that the body usually puts, ready to put here.'),
})
export type Item = z.infer<typeof item>

const seatChoice = {
  seatId: id.optional().describe('The seat. Either it or the initials.'),
  initials: initials.optional().describe('Initials, at this meeting, of who exercises the seat’s vote.'),
}

const namedOption = optionKey
  .optional()
  .describe('In a vote by preference, with the position for: the key of the option that is named.')

const exceptionLine = text(
  'Parts divided by /, each with initials, "all" (whose vote can be exercised) or "rest" (still to come) and last the position: f, a, b, n, p, r or the word. In a vote by preference, instead of f and a, an option by its number, mark, key or label.',
  2000,
)

export const votingCalls = {
  'agenda.read': query(
    'One agenda item whole: proposal, papers, note, questions with votes, determinations, actions.',
    {
      input: z.strictObject({ itemId: id }),
      output: item,
      topics: ['items', 'agenda', 'room', 'actions', 'register', 'bodies', 'people', 'meetings'],
    },
  ),
  'attendance.declare-interest': command(
    'Records an interest in an item, or that a person is recused from it; null takes it back.',
    {
      input: z.strictObject({
        itemId: id,
        personId: id,
        kind: z.enum(['declared', 'recused']).nullable().describe('Declared and voting, or recused.'),
        text: text('What the interest is.', 1000).default(''),
      }),
      output: item,
      topics: ['items', 'room', 'agenda'],
    },
  ),
  'question.put': command(
    'Puts a question and opens its vote; the electorate is who is in the room. The rule comes with the kind of question.',
    {
      input: z.strictObject({
        itemId: id,
        kind: z
          .string()
          .regex(/^[a-z0-9-]{1,60}$/, 'the key of a question of the body')
          .describe('Key of one of the body’s kinds of question.'),
        text: line('The question as put; the usual words where left out.', 1000).optional(),
        rule: votingRule.optional().describe('Another rule than the usual one, for this vote alone.'),
        options: z
          .array(votedOption)
          .min(2, 'must name at least two options')
          .max(30)
          .optional()
          .describe('The options of which one is preferred, for a question that asks for a preference.'),
        method: z.enum(voteMethods).default('roll-call').describe('How the vote is taken.'),
        isIndicative: z
          .boolean()
          .default(false)
          .describe('Take it although there is no quorum, as an indication only.'),
      }),
      output: z.object({ questionId: id, item }),
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'vote.record': command('Records the position of one seat while the vote is open.', {
    input: z.strictObject({ questionId: id, ...seatChoice, value: recordable, option: namedOption }),
    output: item,
    topics: ['items', 'agenda', 'register'],
  }),
  'vote.record-many': command('Records several positions at once, and the same for all the rest.', {
    input: z.strictObject({
      questionId: id,
      positions: z
        .array(z.strictObject({ ...seatChoice, value: recordable, option: namedOption }))
        .max(1000)
        .default([])
        .describe('The exceptions, or all.'),
      rest: recordable.optional().describe('The position of every seat that is still to come.'),
      restOption: namedOption,
    }),
    output: item,
    topics: ['items', 'agenda', 'register'],
  }),
  'vote.read-exceptions': query(
    'What an exception line would record and how the vote would then stand, without recording it.',
    {
      input: z.strictObject({ questionId: id, line: exceptionLine }),
      output: z.object({
        positions: z
          .array(
            z.object({
              seatId: id,
              initials: z.string(),
              value,
              option: votedOption
                .nullable()
                .describe('The option that it would name, in a vote by preference.'),
            }),
          )
          .describe('What would be recorded, in the order of the seats.'),
        problems: z
          .array(
            z.object({
              word: z.string(),
              from: z.int().describe('Its first character in the line, counted from 0.'),
              to: z.int().describe('The character after its last.'),
              message: z.string(),
            }),
          )
          .describe('The words at fault; with one of them the line is not recorded.'),
        reconciliation: z.string().describe('The counts as they would be.'),
        result: z
          .string()
          .nullable()
          .describe('The result in words; null while positions are still to come.'),
        stillToCome: z.array(z.string()),
      }),
      topics: ['items', 'room'],
    },
  ),
  'vote.record-exceptions': command(
    'Records an exception line, such as "all f / kb n / af,gn a / rl recuse": the same for all, and who differs.',
    {
      input: z.strictObject({ questionId: id, line: exceptionLine }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'vote.cast-casting': command('Records the chair’s casting vote. The tied count is kept.', {
    input: z.strictObject({
      questionId: id,
      personId: id.describe('The chair, who must be in the room.'),
      value: z.enum(['for', 'against']).describe('The casting vote.'),
    }),
    output: item,
    topics: ['items', 'agenda', 'register'],
  }),
  'vote.close': command(
    'Closes a vote in which every position is in. From then on it can be corrected, not recorded again.',
    {
      input: z.strictObject({ questionId: id }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'vote.correct': command(
    'Corrects a position of a closed vote. The old value, its time and the reason are kept.',
    {
      input: z.strictObject({
        questionId: id,
        ...seatChoice,
        value: z
          .enum(['for', 'against', 'abstain', 'none', 'not-present', 'recused'])
          .describe('The right position.'),
        option: namedOption,
        reason: line('Why it is corrected.', 500),
      }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'vote.take-again': command(
    'Supersedes a vote and opens another on the same question. The superseded one is kept with the reason.',
    {
      input: z.strictObject({
        questionId: id,
        reason: line('Why it is taken again.', 500),
        method: z.enum(voteMethods).default('roll-call').describe('How it is taken this time.'),
        isIndicative: z
          .boolean()
          .default(false)
          .describe('Take it although there is no quorum, as an indication only.'),
      }),
      output: item,
      topics: ['items', 'agenda', 'register'],
    },
  ),
  'determination.compose': query(
    'The sentence of the determination in the body’s phrase, without writing it.',
    {
      input: z.strictObject({ questionId: id, parameters: determinationParameters.default({}) }),
      output: z.object({ text: z.string().describe('Empty while positions are still to come.') }),
      topics: ['items'],
    },
  ),
  'determination.write': command(
    'Writes the determination of a question, in the body’s phrase or in words of its own, or one that needs no vote; closes the vote; moves the proposal where told.',
    {
      input: z.strictObject({
        itemId: id,
        questionId: id
          .nullable()
          .default(null)
          .describe('The question that it answers; null where no vote was needed.'),
        kind: text('What kind of determination; the question’s where left out.', 60).default(''),
        text: text('Its words; composed where left out.', 2000).default(''),
        parameters: determinationParameters.default({}),
        consequences: determinationConsequences.default({}),
      }),
      output: item,
      topics: ['items', 'register', 'agenda'],
    },
  ),
  'note.write': command('Writes the note of an item: its numbered paragraphs, divided by blank lines.', {
    input: z.strictObject({
      itemId: id,
      text: text(
        'The note, whole. Its markup: **bold**, *italic*, [words](https://…) and lines that begin with "- " or "1. " for a list, which belongs to the paragraph before it. A backslash makes a mark an ordinary character; everything else, HTML too, is literal.',
      ),
    }),
    output: z.object({
      itemId: id,
      savedAt: isoInstant,
      paragraphs: z.array(noteParagraph),
    }),
    topics: ['items', 'agenda'],
  }),
}
