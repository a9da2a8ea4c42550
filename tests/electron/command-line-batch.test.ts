import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { calls, type CallOutput } from '../../core/contract/calls.ts'
import { root } from '../support/make-core.ts'
import { readDocx } from '../support/read-docx.ts'
import { commandLineIn, expectJson } from '../support/run-panelbook.ts'

/** Whole meetings from the command line alone: an empty book, a file of calls, and the minutes. */
const folder = mkdtempSync(join(tmpdir(), 'panelbook-cli-batch-'))
const panelbook = commandLineIn(folder, join(folder, 'data'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const batch = (name: string) => join(root, 'resources/batches', `${name}.jsonl`)
const unc = readFileSync(batch('unc-meeting'), 'utf8')
const commandsOf = (lines: string[]) =>
  lines.filter((line) => {
    if (line === '') return false
    const { call } = JSON.parse(line) as { call: keyof typeof calls }
    return calls[call].kind === 'command'
  }).length

let books = 0
async function newBook(): Promise<string> {
  books += 1
  const book = join(folder, `book ${books}.panelbook`)
  expectJson(await panelbook(['new', '--book', book, '--name', 'From a script']))
  return book
}

interface Step {
  line: number
  call: string
  as?: string
  value: unknown
}
const stepsIn = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Step)

async function run(book: string, lines: string) {
  const { status, out, error } = await panelbook(['call', '--batch', '-', '--book', book], lines)
  return { status, error, steps: stepsIn(out) }
}

async function ask<Name extends keyof typeof calls>(book: string, name: Name, input: object) {
  const words = ['call', name, '--book', book, '--input', JSON.stringify(input)]
  return expectJson<CallOutput<Name>>(await panelbook(words))
}

async function minutes(book: string, meeting: string, format: 'md' | 'docx'): Promise<string> {
  const out = join(folder, `minutes ${books} ${meeting}.${format}`)
  expectJson(
    await panelbook([
      'export',
      'minutes',
      '--book',
      book,
      '--meeting',
      meeting,
      '--format',
      format,
      '--out',
      out,
    ]),
  )
  const bytes = readFileSync(out)
  const text = format === 'docx' ? readDocx(bytes) : bytes.toString('utf8').replaceAll('\\', '')
  return text.replaceAll('\u00a0', ' ')
}

async function expectSound(book: string, entries: number) {
  const verified = expectJson(await panelbook(['verify', '--book', book]))
  expect(verified).toMatchObject({ isSound: true, problems: [], entries })
}

/** Entries of a history before anything was done with the book: that it was begun. */
const begun = 1

describe('a meeting of the UNC panel as a batch', () => {
  let book = ''

  it('goes from an empty book to a closed meeting', async () => {
    book = await newBook()
    const { status, out, error } = await panelbook(['call', '--batch', batch('unc-meeting'), '--book', book])
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const steps = stepsIn(out)
    const written = unc.split('\n').flatMap((line, index) => (line === '' ? [] : [index + 1]))
    expect(steps.map(({ line }) => line)).toEqual(written)
    expect(steps.at(-1)).toMatchObject({ call: 'meeting.close', value: { number: '200', state: 'closed' } })
    const { bodies } = await ask(book, 'body.list', {})
    expect(bodies).toMatchObject([{ shortName: 'UNC Panel', seats: 13, votes: 13 }])
  })

  it('has a history that is sound, one entry for each line that changed something', async () => {
    await expectSound(book, begun + commandsOf(unc.split('\n')))
  })

  it.each(['md', 'docx'] as const)('has its minutes as %s', async (format) => {
    const text = await minutes(book, '200', format)
    const words = [
      'Thursday 19 January 2017',
      'Opened 10:30, closed 11:45',
      // Who was there, for whom, and whose vote was carried by whom.
      'Present, part meeting: left 11:20 (item 200.9 (a))',
      'Alternate for GH',
      'Vote carried by WX',
      'The vote of IJ (Shipper representative 5) was carried by Helen Archer (HA) from 11:20 (item 200.9 (a)). Told to the chair on leaving.',
      'AB said that nominations after the close of the day are common at week-ends.',
      // An abstention that decides, by roll call.
      '6 for + 5 against + 1 abstained + 0 no vote recorded + 0 recused + 1 not present = 13 votes of all seats',
      '6 of 12 votes that could be exercised are for; more than half of 12 is needed, which is 7 votes or more: not carried.',
      'Does not satisfy the Self-Governance Criteria, there being no majority in favour (6 for, 5 against, 1 abstained)',
      // An exception line with a carried vote against, and a correction.
      '10 for + 2 against + 1 abstained + 0 no vote recorded + 0 recused + 0 not present = 13 votes of all seats',
      'The vote of YZ was carried by WX',
      'KL from abstain to against',
      'KL had said against; it was noted as an abstention',
      'Issued to Workgroup 0630 with a report by the 16 March 2017 Panel, by majority (10 for, 2 against, 1 abstained)',
      // A vote that was taken again: the one before it is kept, with its count and the reason.
      'taken again (vote 2)',
      'Members had the report of an earlier meeting before them',
      'Its count was 11 for + 2 against',
      '12 for + 1 against + 0 abstained + 0 no vote recorded + 0 recused + 0 not present = 13 votes of all seats',
      'Issued to consultation, closing out on 9 February 2017, by majority (12 for, 1 against)',
      'PAN 01/01',
      'Give the number of late nominations in 2016, by month',
    ]
    expect(words.filter((each) => !text.includes(each))).toEqual([])
  })

  it('was decided by the abstention: of the votes cast, the same positions are a majority', async () => {
    const positions = { for: 6, against: 5, abstain: 1, 'not-present': 1 }
    const each = Object.entries(positions).flatMap(([value, votes]) => Array<string>(votes).fill(value))
    const count = (kind: 'majority-of-cast' | 'majority-of-exercisable') =>
      ask(book, 'voting.evaluate', {
        rule: { kind },
        seats: each.map((_value, index) => ({ id: `s${index}` })),
        positions: Object.fromEntries(each.map((value, index) => [`s${index}`, value])),
      })
    expect(await count('majority-of-cast')).toMatchObject({ verdict: 'carried' })
    expect(await count('majority-of-exercisable')).toMatchObject({ verdict: 'not-carried' })
  })

  it('moved the proposals, and left them their votes', async () => {
    const { proposals } = await ask(book, 'proposal.list', {})
    const stages = proposals.map(({ reference, stage }) => `${reference} ${stage.name}`)
    expect(stages.toSorted()).toEqual(['0618 Consultation', '0630 Workgroup'])
    const { id } = proposals.find(({ reference }) => reference === '0618') ?? { id: '' }
    const { votes, consultationClosesOn } = await ask(book, 'proposal.read', { proposalId: id })
    expect(consultationClosesOn).toBe('2017-02-09')
    expect(votes.map(({ round, state }) => `${round} ${state}`)).toEqual(['2 closed', '1 superseded'])
  })
})

describe('a bad line', () => {
  const numberOf = (part: string) => unc.split('\n').findIndex((line) => line.includes(part)) + 1
  const changed = (part: string, other: string) => {
    expect(unc.split(part)).toHaveLength(2)
    return unc.replace(part, () => other)
  }
  const inRollCall = '"initials": "OP", "value": "against"'

  it.each([
    ['no JSON', inRollCall, '"initials": "OP", "value"', 'line: is not JSON'],
    ['no call', '"call": "meeting.close"', '"call": "meeting.shut"', 'There is no call named "meeting.shut"'],
    [
      'no position',
      inRollCall,
      '"initials": "OP", "value": "maybe"',
      'vote.record: value: expected one of "for"|',
    ],
    ['no field', inRollCall, '"initials": "OP", "position": "for"', 'position: there is no such field'],
    [
      'no reason',
      '"KL had said against; it was noted as an abstention"',
      '""',
      'vote.correct: reason: must not be empty',
    ],
    [
      'no earlier line',
      '"as": "consult"',
      '"as": "other"',
      '$consult.questionId: no earlier line was kept under that name',
    ],
  ])('that can never be right changes nothing: %s', async (_what, part, other, why) => {
    const book = await newBook()
    const { status, error, steps } = await run(book, changed(part, other))
    expect({ status, steps }).toEqual({ status: 1, steps: [] })
    expect(error).toMatch(/^(bad-input|unknown-call): line \d+: [^\n]+ Nothing was changed\.[^\n]*\n$/)
    expect(error).toContain(why)
    await expectSound(book, begun)
    expect((await ask(book, 'body.list', {})).bodies).toEqual([])
  })

  it('that the book refuses stops it there, and of a line that names one wrong nothing is recorded', async () => {
    const book = await newBook()
    const { status, error, steps } = await run(book, changed('all f / cd, ef a', 'all f / cd, zz a'))
    const line = numberOf('all f / cd, ef a')
    expect(status).toBe(1)
    expect(error).toBe(
      `bad-input: line ${line}: vote.record-exceptions: Nobody at this meeting has the initials zz. ` +
        'Field: line. The lines before it were carried out.\n',
    )
    const before = unc.split('\n').slice(0, line - 1)
    expect(steps.at(-1)?.line).toBe(line - 1)
    expect(steps).toHaveLength(before.filter((text) => text !== '').length)
    await expectSound(book, begun + commandsOf(before))
    // The question stands open, and nobody is for it, though "all" came before the wrong name.
    const { itemId } = steps.find(({ as }) => as === 'i0618')?.value as { itemId: string }
    const { questions } = await ask(book, 'agenda.read', { itemId })
    expect(questions).toHaveLength(1)
    expect(questions[0]?.round).toMatchObject({
      state: 'open',
      result: null,
      evaluation: { counts: { for: 0 } },
    })
    expect(questions[0]?.round.stillToCome).toHaveLength(13)
  })

  it('is mended, and the rest goes on from the book as it stands', async () => {
    const book = await newBook()
    const line = numberOf(inRollCall)
    const { status, error } = await run(book, changed(inRollCall, '"initials": "ZZ", "value": "against"'))
    expect(status).toBe(1)
    expect(error).toMatch(
      new RegExp(
        `^not-found: line ${line}: vote.record: Nobody at this meeting has the initials ZZ. Field: initials. `,
      ),
    )
    const names = [
      { call: 'meeting.list', as: 'list' },
      { call: 'meeting.read', input: { meetingId: '$list.meetings[number=200].id' }, as: 'meeting' },
      { call: 'body.read', input: { bodyId: '$meeting.body.id' }, as: 'panel' },
      { call: 'agenda.read', input: { itemId: '$meeting.agenda[proposal.reference=0630].id' }, as: 'item' },
      ...['0630', '0618'].map((reference) => ({
        call: 'agenda.read',
        input: { itemId: `$meeting.agenda[proposal.reference=${reference}].id` },
        as: `item${reference}`,
      })),
    ].map((each) => JSON.stringify(each))
    const rest = unc
      .split('\n')
      .slice(line - 1)
      .join('\n')
      .replaceAll('$self.questionId', '$item.questions[kindKey=self-governance].id')
      .replaceAll(/\$i(0630|0618)\.itemId/g, '$item$1.line.id')
      .replaceAll(
        /\$(wx|ij|ha)\.id/g,
        (_all, initials: string) => `$meeting.room.attendees[initials=${initials.toUpperCase()}].personId`,
      )
    const after = await run(book, [...names, rest].join('\n'))
    expect(after).toMatchObject({ status: 0, error: '' })
    await expectSound(book, begun + commandsOf(unc.split('\n')))
    expect(await minutes(book, '200', 'md')).toContain('6 for + 5 against + 1 abstained')
  })
})

describe('the SEC Change Board as a batch', () => {
  it('decides the same positions by block and proportionally', async () => {
    const book = await newBook()
    const { status, error } = await run(book, readFileSync(batch('sec-change-board'), 'utf8'))
    expect({ status, error }).toEqual({ status: 0, error: '' })
    for (const format of ['md', 'docx'] as const) {
      const text = await minutes(book, '3', format)
      const words = [
        '12 for + 5 against + 0 abstained + 0 no vote recorded + 0 recused + 6 not present = 23 votes of all seats',
        'Neutral, being tied: Other SEC Parties (1 to 1). 3 of the 4 party categories that decided approve; more than half of 4 is needed, which is 3 or more: carried.',
        'Approved for implementation, by majority (3 party categories approve, 1 rejects, 1 is neutral; 12 for, 5 against)',
        'The shares add up to 59/18 (about 3.278) for and 31/18 (about 1.722) against; more for than against is needed: carried.',
        'Approved for implementation, by majority (about 3.278 to about 1.722 by party category; 12 for, 5 against)',
      ]
      expect(words.filter((each) => !text.includes(each))).toEqual([])
    }
    const markdown = await minutes(book, '3', 'md')
    expect(markdown).toContain('| Large Suppliers | 7 | 2 | 0 | Approves |')
    expect(markdown).toContain('| Large Suppliers | 7 | 2 | 0 | 7/9 to 2/9 |')
  })
})

describe('the votes that one person may exercise', () => {
  /** Six members in the room, and two away whose votes AB is to carry: the same lines for any profile. */
  const lines = (profile: string) => {
    const members = ['AB', 'CD', 'EF', 'GH', 'IJ', 'KL', 'MN', 'OP']
    const present = members.slice(0, 6)
    return [
      { call: 'body.create', input: { profile }, as: 'panel' },
      ...members.flatMap((initials, index) => [
        { call: 'person.add', input: { name: `Member ${initials}`, initials }, as: initials },
        {
          call: 'body.add-member',
          input: {
            bodyId: '$panel.id',
            personId: `$${initials}.id`,
            role: 'member',
            seatId: `$panel.seats.${index}.id`,
          },
        },
      ]),
      {
        call: 'proposal.add',
        input: { codeId: '$panel.codeId', reference: 'X1', title: 'A change' },
        as: 'proposal',
      },
      { call: 'meeting.create', input: { bodyId: '$panel.id', startsOn: '2017-01-12' }, as: 'meeting' },
      {
        call: 'agenda.add',
        input: { meetingId: '$meeting.id', title: 'A change', proposalId: '$proposal.id' },
        as: 'item',
      },
      {
        call: 'attendance.record-many',
        input: {
          meetingId: '$meeting.id',
          personIds: present.map((initials) => `$${initials}.id`),
          presence: 'present',
        },
      },
      { call: 'meeting.open', input: { meetingId: '$meeting.id' } },
      ...[6, 7].map((seat) => ({
        call: 'vote.carry',
        input: { meetingId: '$meeting.id', seatId: `$panel.seats.${seat}.id`, carrierPersonId: '$AB.id' },
      })),
      { call: 'question.put', input: { itemId: '$item.itemId', kind: 'urgency' }, as: 'urgency' },
      { call: 'vote.record-exceptions', input: { questionId: '$urgency.questionId', line: 'all f' } },
    ].map((line) => JSON.stringify(line))
  }

  it('two at the BSC Panel: a third is refused, and the second stays carried', async () => {
    const book = await newBook()
    const given = lines('bsc-panel')
    const { status, error, steps } = await run(book, given.join('\n'))
    const third = given.findLastIndex((line) => line.includes('vote.carry')) + 1
    expect(status).toBe(1)
    expect(error).toMatch(
      new RegExp(
        `^not-entitled: line ${third}: vote.carry: AB would exercise 3 votes; at BSC Panel nobody may exercise more than 2 votes\\. `,
      ),
    )
    expect(error).toContain('carrierPersonId')
    expect(steps.at(-1)).toMatchObject({ line: third - 1, call: 'vote.carry' })
    await expectSound(book, begun + third - 1)
    const { meetings } = await ask(book, 'meeting.list', {})
    const { room } = await ask(book, 'meeting.read', { meetingId: meetings[0]?.id ?? '' })
    expect(room).toMatchObject({ people: 6, quorumPeople: 6, votes: 7 })
    expect(room.carriedVotes).toMatchObject([{ givenBy: 'MN', carrier: { initials: 'AB' }, endedAt: null }])
  })

  it('without a cap at the SEC Panel: the same lines go through, and people are still people', async () => {
    const book = await newBook()
    const { status, error, steps } = await run(book, lines('sec-panel').join('\n'))
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const item = steps.at(-1)?.value as CallOutput<'agenda.read'>
    expect(item.questions[0]?.round).toMatchObject({
      result: expect.stringContaining('unanimous') as string,
      evaluation: { counts: { for: 8 } },
    })
    expect(item.questions[0]?.round.quorum).toContain('6 people with 8 votes')
  })
})
