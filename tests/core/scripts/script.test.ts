import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput, CallOutput } from '../../../core/contract/calls.ts'
import { everyRow } from '../../support/every-row.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
let bodyId: string
let meetingId: string
let proposalId: string
/** An item for a new proposal, and one for other business, of an open meeting. */
let itemId: string
let other: string

beforeEach(async () => {
  book = await makeCore({ now: '2016-12-15T10:30:00.000+00:00' })
  const { must } = book
  bodyId = (await must('body.create', { profile: 'unc-modification-panel' })).id
  const [code] = (await must('code.list', {})).codes
  meetingId = (
    await must('meeting.create', { bodyId, number: '199', startsOn: '2016-12-15', fromTemplate: false })
  ).id
  await must('meeting.create', { bodyId, number: '200', startsOn: '2017-01-19', fromTemplate: false })
  const proposal = { codeId: code?.id ?? '', reference: '0621', title: 'Charging', proposer: 'Gas & Co' }
  proposalId = (await must('proposal.add', proposal)).id
  itemId = (await must('agenda.add', { meetingId, title: '0621', kind: 'new-proposals', proposalId })).itemId
  other = (await must('agenda.add', { meetingId, title: 'Letter', kind: 'any-other-business' })).itemId
  await must('meeting.open', { meetingId })
})
afterEach(() => book.close())

type Steps = CallInput<'script.change'>['steps']
type Branch = NonNullable<Steps[number]['branches']>[number]

/** The script of new proposals is one step with these branches. */
const branches = (...all: Branch[]) =>
  book.must('script.change', {
    bodyId,
    itemKind: 'new-proposals',
    steps: [{ say: '{reference} by {proposer}', branches: all }],
  })
const read = (id = itemId, parameters = {}) => book.must('script.read', { itemId: id, parameters })
const branchOf = async (number: number, id = itemId, parameters = {}) => {
  const all = (await read(id, parameters)).steps.flatMap((step) => step.branches)
  const branch = all.find((each) => each.number === number)
  if (branch === undefined) throw new Error(`There is no branch ${number}.`)
  return branch
}
const take = (branch: number, parameters = {}) => book.must('script.take', { itemId, branch, parameters })
const proposal = async (): Promise<CallOutput<'proposal.read'>> => book.must('proposal.read', { proposalId })

const toWorkgroup: Branch = {
  label: 'To workgroup',
  outcome: 'done',
  determination: { kind: 'to-workgroup', text: 'Issued to Workgroup {workgroup}, reporting by {report}' },
  action: '{proposer} to provide legal text for {reference} by next panel',
  consequences: [
    { kind: 'stage', stage: 'workgroup', stageDetail: 'Until {report}' },
    {
      kind: 'date',
      key: 'report',
      label: 'Reporting date',
      parameter: 'date',
      count: { workingDays: 20, after: 'meeting' },
      sets: 'reportingOn',
    },
  ],
}

describe('the script at an item', () => {
  test('is that of its kind, with its places filled and its questions ready', async () => {
    const { steps, itemKind, whyNone, sourceNote } = await read()
    expect({ itemKind, whyNone }).toEqual({ itemKind: 'new-proposals', whyNone: '' })
    expect(sourceNote).toMatch(/check against the code/)
    expect(steps[0]?.say).toBe(
      '0621, Charging, is raised by Gas & Co. Will the proposer please take us through it?',
    )
    expect(steps.flatMap(({ ask }) => (ask === null ? [] : [[ask.key, ask.text, ask.put]]))[1]).toEqual([
      'self-governance',
      'Does 0621 satisfy the Self-Governance Criteria?',
      null,
    ])
    expect(steps.flatMap((step) => step.branches).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  test('is missing where the body has none for the kind, and above items that have their own', async () => {
    await book.must('agenda.change', { itemId: other, kind: 'general' })
    expect(await read(other)).toMatchObject({
      steps: [],
      whyNone: 'UNC Modification Panel has no script for items of the kind “general”.',
    })
    await book.must('agenda.add', { meetingId, parentId: other, title: 'Under it' })
    expect(await read(other)).toMatchObject({ steps: [], whyNone: 'The items under it have the script.' })
  })

  test('is kept when the kind of question is no more, and says so', async () => {
    const { questionKinds } = await book.must('body.read', { bodyId })
    await book.must('body.set-questions', { bodyId, questionKinds: questionKinds.slice(1) })
    const ask = (await read()).steps[1]?.ask
    expect(ask).toMatchObject({ key: 'scr-relation', problem: expect.stringMatching(/Bodies/) as string })
  })

  test('is none of a written resolution, which nobody reads out', async () => {
    const circulated = { bodyId, kind: 'implement', proposalId, deadline: '2016-12-30T12:00:00.000+00:00' }
    const resolution = await book.must('resolution.circulate', circulated)
    await book.must('agenda.change', { itemId: resolution.itemId, kind: 'new-proposals' })
    expect(await read(resolution.itemId)).toMatchObject({
      steps: [],
      whyNone: expect.stringMatching(/written resolution/) as string,
    })
    expect(await book.refused('script.take', { itemId: resolution.itemId, branch: 1 })).toBe('not-found')
  })

  test('shows what a branch will do, with its dates counted', async () => {
    await branches(toWorkgroup)
    expect(await branchOf(1, itemId, { workgroup: '0621' })).toEqual({
      number: 1,
      label: 'To workgroup',
      effects: [
        'Done',
        'Determination “Issued to Workgroup 0621, reporting by 17 January 2017”',
        'Moves to Workgroup: Until 17 January 2017',
        'Reporting date Tue 17 Jan 2017 (20 working days after Thu 15 Dec 2016; 26 Dec, 27 Dec and 2 Jan are bank holidays; calendar England and Wales 2016–2027)',
        'Action for Gas & Co: Provide legal text for 0621, due meeting 200, 19 January 2017',
      ],
      sentence: expect.stringMatching(/^Done\. Determination “.*\. Action for Gas & Co: .*\.$/) as string,
      problem: null,
      warnings: [],
      asks: [
        { name: 'workgroup', label: 'Workgroup', isDate: false, value: '0621' },
        { name: 'date', label: 'Reporting date', isDate: true, value: '2017-01-17' },
      ],
      taken: null,
    })
  })
})

describe('a branch that is taken', () => {
  test.each<[string, Branch, object]>([
    [
      'an outcome',
      { label: 'Noted', outcome: 'noted', reason: 'Heard by {body}' },
      { line: { outcome: 'noted', outcomeReason: 'Heard by UNC Modification Panel' } },
    ],
    [
      'an item put off',
      { label: 'Deferred', outcome: 'deferred' },
      { line: { outcome: 'deferred', goesTo: { sentence: 'goes to meeting 200, Thu 19 Jan 2017' } } },
    ],
    [
      'a determination',
      { label: 'Agreed', determination: { kind: 'agreed', text: 'Agreed: {reference}' } },
      { determinations: [{ kind: 'agreed', text: 'Agreed: 0621' }], line: { outcome: null } },
    ],
    [
      'an action',
      { label: 'Legal text', action: '{proposer} to provide legal text by 12 Jan' },
      { actions: [{ text: 'Provide legal text', owners: [{ name: 'Gas & Co' }], dueOn: '2017-01-12' }] },
    ],
    [
      'a stage',
      {
        label: 'Withdrawn',
        outcome: 'withdrawn',
        determination: { kind: 'withdraw', text: 'Withdrawn' },
        consequences: [{ kind: 'stage', stage: 'withdrawn' }],
      },
      {
        proposal: { stage: { key: 'withdrawn' } },
        determinations: [{ consequences: { stage: 'withdrawn' } }],
      },
    ],
  ])('sets %s in one step, shows that it stands, and is undone whole', async (_what, branch, expected) => {
    await branches(branch)
    const before = everyRow(book.book)
    expect(await take(1)).toMatchObject(expected)
    expect(await branchOf(1)).toMatchObject({
      problem: 'It stands already.',
      taken: expect.any(String) as string,
    })
    expect(await book.must('history.undo', {})).toMatchObject({ summary: `“${branch.label}” on 0621` })
    expect(everyRow(book.book)).toEqual(before)
    expect(await branchOf(1)).toMatchObject({ problem: null, taken: null })
  })

  test('sets everything at once, with what was given in place of what was counted', async () => {
    await branches(toWorkgroup)
    const before = everyRow(book.book)
    const item = await take(1, { workgroup: '0621', date: '2017-03-16' })
    expect(item).toMatchObject({
      line: { outcome: 'done' },
      determinations: [
        {
          text: 'Issued to Workgroup 0621, reporting by 16 March 2017',
          consequences: { stage: 'workgroup', stageDetail: 'Until 16 March 2017', reportingOn: '2017-03-16' },
        },
      ],
      actions: [{ text: 'Provide legal text for 0621', dueMeeting: 'meeting 200, 19 January 2017' }],
    })
    expect(await proposal()).toMatchObject({ reportingOn: '2017-03-16', stage: { key: 'workgroup' } })
    const [reference] = item.actions.map((action) => action.reference)
    expect((await branchOf(1)).taken).toBe(
      `Done · “Issued to Workgroup 0621, reporting by 16 March 2017” · action ${reference ?? ''}`,
    )
    await book.must('history.undo', {})
    expect(everyRow(book.book)).toEqual(before)
  })

  test('stands no more once a part of it is changed', async () => {
    await branches({ label: 'Noted', outcome: 'noted' })
    await take(1)
    await book.must('agenda.set-outcome', { itemId, outcome: 'deferred' })
    expect(await branchOf(1)).toMatchObject({ taken: null, problem: null })
  })

  test('names the workgroup of the register, and puts the proposal to it', async () => {
    const sec = await book.must('body.create', { profile: 'sec-panel' })
    const code = (await book.must('code.list', {})).codes.find(({ id }) => id === sec.codeId)
    const codeId = code?.id ?? ''
    const workgroup = await book.must('workgroup.add', { codeId, shortName: 'WG1', name: 'One' })
    const { id } = await book.must('meeting.create', {
      bodyId: sec.id,
      startsOn: '2016-12-09',
      fromTemplate: false,
    })
    const secmp = await book.must('proposal.add', { codeId, reference: 'SECMP0025', title: 'New' })
    const { itemId: secItem } = await book.must('agenda.add', {
      meetingId: id,
      title: 'New',
      kind: 'new-proposals',
      proposalId: secmp.id,
    })
    await book.must('meeting.open', { meetingId: id })
    const all = (await read(secItem)).steps.flatMap((step) => step.branches)
    const refine = all.find(({ label }) => label === 'To refinement')
    expect(refine?.asks).toMatchObject([
      { name: 'workgroup', value: null },
      { name: 'date', value: null },
    ])
    const parameters = { workgroup: '1', date: '2017-03-10' }
    await book.must('script.take', { itemId: secItem, branch: refine?.number ?? 0, parameters })
    expect(await book.must('proposal.read', { proposalId: secmp.id })).toMatchObject({
      stage: { key: 'refinement' },
      workgroup: { id: workgroup.id },
      reportingOn: '2017-03-10',
    })
  })
})

describe('a branch is refused, and nothing is changed,', () => {
  const refused = async (input: Partial<CallInput<'script.take'>>, code: string, message: RegExp) => {
    const before = everyRow(book.book)
    const answer = await book.call('script.take', { itemId, branch: 1, ...input })
    expect(answer).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string },
    })
    expect(everyRow(book.book)).toEqual(before)
  }

  test('while what it asks for is not given', async () => {
    await branches(toWorkgroup)
    await refused({}, 'bad-input', /Workgroup is not given yet/)
    expect(await branchOf(1)).toMatchObject({ problem: null })
  })

  test('before the meeting is open, and after it has closed', async () => {
    await branches({ label: 'Noted', outcome: 'noted' })
    const planned = (await book.must('meeting.list', { state: 'planned' })).meetings[0]?.id ?? ''
    const later = await book.must('agenda.add', {
      meetingId: planned,
      title: 'x',
      kind: 'new-proposals',
      proposalId,
    })
    await refused({ itemId: later.itemId }, 'meeting-not-open', /not been opened/)
    expect((await branchOf(1, later.itemId)).problem).toBe('The meeting has not been opened yet.')
    await book.must('meeting.close', { meetingId })
    await refused({}, 'meeting-closed', /closed/)
    expect((await branchOf(1)).problem).toBe('The meeting is closed and its record is final.')
  })

  test('a second time, while it stands', async () => {
    await branches({ label: 'Action', action: 'Secretary to write' })
    await take(1)
    await refused({}, 'conflict', /stands already/)
  })

  test('where it would decide beside a vote that is still open', async () => {
    await branches(
      { label: 'Agreed', determination: { kind: 'x', text: 'Agreed' } },
      { label: 'Noted', outcome: 'noted' },
    )
    const { must } = book
    const body = await must('body.read', { bodyId })
    for (const [index, seat] of body.seats.entries()) {
      const person = await must('person.add', { name: `Member ${index}`, initials: `M${index}` })
      await must('body.add-member', { bodyId, personId: person.id, role: 'member', seatId: seat.id })
      await must('attendance.record', { meetingId, personId: person.id, presence: 'present' })
    }
    const { questionId } = await must('question.put', { itemId, kind: 'self-governance' })
    expect((await branchOf(2)).problem).toBeNull()
    await refused({}, 'conflict', /vote on this item is still open/)
    await must('question.withdraw', { questionId, reason: 'put by mistake' })
    await take(1)
  })

  test.each<[string, Branch, RegExp]>([
    [
      'a proposal that could move',
      {
        label: 'x',
        determination: { kind: 'x', text: 'x' },
        consequences: [{ kind: 'stage', stage: 'withdrawn' }],
      },
      /about no proposal/,
    ],
    [
      'who raised it',
      { label: 'x', action: '{proposer} to write' },
      /not known here: who raised the proposal/,
    ],
  ])('where the item lacks %s', async (_what, branch, message) => {
    await branches(branch)
    await book.must('agenda.change', { itemId, proposalId: null })
    await refused({}, 'conflict', message)
  })

  test('where the action is due before it is raised, and where the script has no such branch', async () => {
    await branches({ label: 'x', action: 'Secretary to write by 1 Dec 2016' })
    await refused({}, 'conflict', /before the day on which it is raised/)
    await refused({ branch: 2 }, 'not-found', /no such branch/)
  })
})
