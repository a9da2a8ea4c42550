import { z } from 'zod'
import { command, host, query } from './define.ts'
import { id, isoDate, line, text } from './fields.ts'
import { paper, paperDeadline } from './papers.ts'
import { item } from './voting.ts'

const title = line('Title of the paper.')
const reference = text('Its reference.', 60)
const receivedOn = isoDate.nullable().describe('When it came in.')
const isLate = z
  .boolean()
  .describe('Whether it came after the deadline; asked only where the day on which it came in is not known.')
const lateAcceptance = text('How its late arrival was accepted.', 500)

/** Whether the file of a paper is as it was filed. */
export const fileStates = ['none', 'present', 'missing', 'altered'] as const

export const paperCalls = {
  'agenda.add-paper': command('Lists a paper under an item.', {
    input: z.strictObject({
      itemId: id,
      title,
      reference: reference.default(''),
      receivedOn: receivedOn.default(null),
      isLate: isLate.default(false),
      lateAcceptance: lateAcceptance.default(''),
    }),
    output: z.object({ paperId: id }),
    topics: ['items', 'agenda'],
  }),
  'paper.list': query('The papers of a meeting in the order of its agenda, and by when they were due.', {
    input: z.strictObject({ meetingId: id }),
    output: z.object({
      papers: z.array(
        z.object({
          ...paper.shape,
          itemLabel: z.string().describe('Number of its item as a sentence names it.'),
        }),
      ),
      deadline: paperDeadline.nullable().describe('Null for a written resolution, which has none.'),
      sentence: z.string().describe('How many there are, how many without a file, how many late.'),
    }),
    topics: ['items', 'agenda', 'meetings', 'bodies', 'register'],
  }),
  'paper.lateness': query(
    'Whether what comes in on a day is late for a meeting, and the usual phrases with which that is accepted.',
    {
      input: z.strictObject({
        meetingId: id,
        receivedOn: isoDate.optional().describe('The day; today where left out.'),
        what: z.enum(['paper', 'item']).default('paper').describe('What comes in, for the phrases.'),
      }),
      output: z.object({
        isLate: z.boolean(),
        sentence: z
          .string()
          .describe('“Late: papers were due Thu 8 Dec 2016.”; empty for a written resolution.'),
        acceptances: z.array(z.string()).describe('The usual phrase first.'),
      }),
      topics: ['meetings', 'bodies'],
    },
  ),
  'paper.change': command(
    'Changes what is recorded of a paper: title, reference, when it came in, acceptance.',
    {
      input: z.strictObject({
        paperId: id,
        title: title.optional(),
        reference: reference.optional(),
        receivedOn: receivedOn.optional(),
        isLate: isLate.optional(),
        lateAcceptance: lateAcceptance.optional(),
      }),
      output: item,
      topics: ['items', 'agenda'],
    },
  ),
  'paper.move': command('Moves a paper to another place under its item, or to another item of its meeting.', {
    input: z.strictObject({
      paperId: id,
      itemId: id.describe('The item under which it is to be listed.'),
      beforeId: id.nullable().describe('The paper before which it stands; null for the end.'),
    }),
    output: item.describe('The item under which it is listed then.'),
    topics: ['items', 'agenda'],
  }),
  'paper.remove': command(
    'Takes a paper off its item. Its file stays where it is kept, so that undo brings it back.',
    {
      input: z.strictObject({ paperId: id }),
      output: item,
      topics: ['items', 'agenda'],
    },
  ),
  'paper.attach': host(
    'Asks for a file and keeps it with the book: as a new paper of an item, or as the file of a listed paper. One change, which can be undone.',
    {
      input: z.strictObject({
        itemId: id.optional().describe('The item that gets a new paper. Either it or the listed paper.'),
        paperId: id
          .optional()
          .describe('The listed paper whose file it is; the same file again brings back one that is gone.'),
        title: title.optional().describe('Title; of a new paper the name of the file where left out.'),
        reference: reference.optional(),
        receivedOn: receivedOn
          .optional()
          .describe('When it came in; today where left out and nothing is recorded yet.'),
        lateAcceptance: lateAcceptance.optional(),
      }),
      output: z.object({
        outcome: z
          .enum(['filed', 'replaced', 'restored', 'cancelled'])
          .describe(
            'The paper has its first file; another file than before; the file again that it had; or nothing was chosen.',
          ),
        paperId: id.nullable().describe('The paper; null where nothing was chosen.'),
        item: item.nullable().describe('Its item as it is now; null where nothing was chosen.'),
      }),
      topics: ['items', 'agenda'],
    },
  ),
  'paper.open': host('Opens the file of a paper with the program that this machine has for it.', {
    input: z.strictObject({ paperId: id }),
    output: z.object({
      kind: z
        .enum(['opened', 'saved', 'download', 'cancelled'])
        .describe('Opened; or written or handed over as a file where this host opens none.'),
      where: z
        .string()
        .describe('Where it lies, or the address from which the page fetches it once; empty otherwise.'),
      fileName: z.string(),
    }),
  }),
  'paper.check': host('Looks whether the files of a meeting’s papers are there and as they were filed.', {
    input: z.strictObject({ meetingId: id }),
    output: z.object({
      papers: z.array(
        z.object({
          paperId: id,
          itemId: id,
          state: z
            .enum(fileStates)
            .describe('No file was filed; it is as it was filed; gone; or not the same.'),
          sentence: z.string().describe('What is wrong and what to do; empty where all is well.'),
        }),
      ),
      sentence: z.string().describe('The whole in one sentence.'),
    }),
  }),
}
