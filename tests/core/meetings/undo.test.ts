import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls, type CallInput, type CallNameOfKind, type CallOutput } from '../../../core/contract/calls.ts'
import { houseTables } from '../../../db/schema.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/** Undo and redo are not commands of their own: they are what is tried here. */
type CommandName = Exclude<CallNameOfKind<'command'>, 'history.undo' | 'history.redo'>
type Meeting = CallOutput<'meeting.read'>

let book: TestCore
beforeAll(async () => {
  book = await makeCore({ sample: true, now: '2016-12-15T10:30:00.000+00:00' })
  const meeting = await theMeeting()
  const personIds = meeting.room.attendees
    .filter(
      ({ presence, capacity, initials }) =>
        capacity === 'chair' || (presence === 'expected' && capacity === 'member' && initials !== 'EF'),
    )
    .map(({ personId }) => personId)
  await book.must('attendance.record-many', { meetingId: meeting.id, personIds, presence: 'present' })
  await book.must('meeting.open', { meetingId: meeting.id })
})
afterAll(() => book.close())

/** Every row of every table but the history's, in the order of the keys. */
function everything(): Record<string, unknown[]> {
  const file = new Database(book.book, { readonly: true })
  try {
    const tables = file
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .filter(({ name }) => !houseTables.has(name))
    return Object.fromEntries(
      tables.map(({ name }) => [name, file.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
    )
  } finally {
    file.close()
  }
}

async function restart(): Promise<void> {
  await book.core.close()
  await book.core.openBook(book.book)
}

const theBody = async (shortName = 'UNC Panel') => {
  const { bodies } = await book.must('body.list', {})
  const bodyId = bodies.find((body) => body.shortName === shortName)?.id ?? shortName
  return book.must('body.read', { bodyId })
}
const theMeeting = async (number = '199'): Promise<Meeting> => {
  const { meetings } = await book.must('meeting.list', {})
  const meetingId = meetings.find((one) => one.number === number)?.id ?? number
  return book.must('meeting.read', { meetingId })
}
const person = async (initials: string) => {
  const { room } = await theMeeting()
  return room.attendees.find((one) => one.initials === initials)?.personId ?? initials
}
const seat = async (initials: string) => {
  const { room } = await theMeeting()
  return room.seatList.find(({ member }) => member?.initials === initials)?.seatId ?? initials
}
const code = async () => {
  const { codes } = await book.must('code.list', {})
  const found = codes.find(({ shortName }) => shortName === 'UNC')
  if (found === undefined) throw new Error('There is no code UNC.')
  return found
}
const proposal = async (reference = '0620') => {
  const { proposals } = await book.must('proposal.resolve', { reference, codeId: (await code()).id })
  return proposals[0]?.id ?? reference
}
const item = async (title: string) => {
  const { agenda } = await theMeeting()
  return agenda.find((line) => line.title === title)?.id ?? title
}
const action = async () => {
  const { actions } = await book.must('action.list', { status: 'unfinished' })
  return actions[0]?.id ?? 'none'
}
/** A question that nobody has put before, with the positions of this many seats for and against. */
const asked = async (votes?: { for: number; against: number; isClosed?: boolean }) => {
  const { questionId, item: asking } = await book.must('question.put', {
    itemId: await item('Modification 0620'),
    kind: 'self-governance',
    rule: { kind: 'majority-of-cast', tie: 'casting-vote' },
  })
  const seats = asking.questions
    .flatMap(({ id, round }) => (id === questionId ? round.positions : []))
    .filter(({ value }) => value === 'pending')
  if (votes !== undefined) {
    const positions = seats.map(({ seatId }, index) => ({
      seatId,
      value: index < votes.for ? ('for' as const) : index < votes.for + votes.against ? 'against' : 'none',
    })) as NonNullable<CallInput<'vote.record-many'>['positions']>
    await book.must('vote.record-many', { questionId, positions })
  }
  if (votes?.isClosed === true) await book.must('vote.close', { questionId })
  return questionId
}

/**
 * An input for each command of the contract, of which the sample’s open meeting is changed. What is prepared on
 * the way stays. A command of the contract without an entry here does not compile.
 */
const inputs: { [Name in CommandName]: () => Promise<CallInput<Name>> } = {
  'code.create': async () => ({
    shortName: 'XNC',
    name: 'Another Network Code',
    stages: [{ key: 'new', name: 'New', isOpen: true }],
  }),
  'code.change': async () => ({ codeId: (await code()).id, decisionMaker: 'the Authority' }),
  'code.add-update': async () => ({
    codeId: (await code()).id,
    happenedOn: '2016-12-14',
    title: 'A direction',
    text: 'What was directed.',
  }),
  'body.create': async () => ({ profile: 'generic-committee' }),
  'body.change': async () => ({ bodyId: (await theBody()).id, quorumTotal: 7, usualPlace: 'Hall' }),
  'body.add-constituency': async () => ({
    bodyId: (await theBody()).id,
    name: 'Storage operators',
    shortName: 'Storage',
  }),
  'body.change-constituency': async () => ({
    constituencyId: (await theBody()).constituencies[0]?.id ?? '',
    quorumMinimum: 3,
  }),
  'body.add-seat': async () => ({ bodyId: (await theBody()).id, name: 'One more' }),
  'body.change-seat': async () => ({ seatId: (await theBody()).seats[0]?.id ?? '', votes: 2 }),
  'body.add-member': async () => ({
    bodyId: (await theBody()).id,
    personId: await person('PR'),
    role: 'observer',
  }),
  'body.end-membership': async () => ({
    membershipId: (await theBody()).memberships[0]?.id ?? '',
    effectiveTo: '2017-01-31',
  }),
  'body.set-questions': async () => {
    const { id, questionKinds } = await theBody()
    return { bodyId: id, questionKinds: questionKinds.slice(1).reverse() }
  },
  'body.set-agenda-template': async () => {
    const { id, agendaTemplate } = await theBody()
    return { bodyId: id, items: agendaTemplate.slice(0, 3) }
  },
  'person.add': async () => ({ name: 'Shipper representative 6', initials: 'NN' }),
  'person.change': async () => ({ personId: await person('AB'), organisation: 'Shipper, small' }),
  'proposal.add': async () => ({
    codeId: (await code()).id,
    reference: '0700A',
    title: 'Another',
    aliases: { references: ['700-A'], titles: ['One more'] },
    impacts: { documents: ['TPD'], systems: ['UK Link'] },
  }),
  'proposal.change': async () => ({
    proposalId: await proposal(),
    title: 'Hourly gas quality data',
    aliases: { references: ['620'], titles: ['Gas quality'] },
    impacts: { documents: ['TPD'], systems: [] },
  }),
  'proposal.move-stage': async () => ({
    proposalId: await proposal(),
    stage: 'withdrawn',
    on: '2016-12-15',
    reason: 'By its proposer.',
  }),
  'proposal.add-assessment': async () => ({ proposalId: await proposal(), kind: 'Cost estimate' }),
  'proposal.add-consultation': async () => ({
    proposalId: await proposal(),
    name: 'Consultation',
    closesOn: '2017-02-01',
  }),
  'workgroup.add': async () => ({ codeId: (await code()).id, shortName: '0620', name: 'Workgroup 0620' }),
  'workgroup.record-meeting': async () => {
    const { workgroups } = await book.must('workgroup.list', {})
    const workgroupId = workgroups[0]?.id ?? ''
    return { workgroupId, month: '2016-12', heldOn: '2016-12-14', outcomes: [{ text: 'Agreed.' }] }
  },
  'release.add': async () => ({
    codeId: (await code()).id,
    name: 'June 2017',
    releasedOn: '2017-06-30',
    directedChanges: [{ origin: 'Ofgem', reference: 'D1', text: 'A change' }],
  }),
  'meeting.create': async () => ({ bodyId: (await theBody()).id, startsOn: '2017-02-16' }),
  'meeting.change': async () => ({ meetingId: (await theMeeting()).id, place: 'Hall', endTime: '14:00' }),
  'meeting.open': async () => ({ meetingId: (await theMeeting('200')).id }),
  'meeting.close': async () => {
    await asked({ for: 3, against: 2 })
    return { meetingId: (await theMeeting()).id }
  },
  'agenda.add': async () => ({
    meetingId: (await theMeeting()).id,
    title: 'At the top',
    beforeId: (await theMeeting()).agenda[0]?.id ?? '',
  }),
  'agenda.change': async () => ({
    itemId: await item('Modification 0620'),
    plannedMinutes: 40,
    isLate: true,
  }),
  'agenda.move': async () => ({
    itemId: await item('Modification 0621'),
    parentId: await item('Workgroup reports for consideration'),
    beforeId: await item('Modification 0618'),
  }),
  'agenda.remove': async () => ({ itemId: await item('Modification 0618') }),
  'agenda.add-paper': async () => ({
    itemId: await item('Modification 0620'),
    title: 'Late letter',
    isLate: true,
  }),
  'agenda.set-current': async () => ({ itemId: await item('Modification 0621') }),
  'agenda.set-outcome': async () => ({
    itemId: await item('Modification 0621'),
    outcome: 'deferred',
    reason: 'For want of time.',
  }),
  'attendance.record': async () => ({
    meetingId: (await theMeeting()).id,
    personId: await person('AB'),
    presence: 'left',
    leavesAt: '11:00',
  }),
  'attendance.record-many': async () => ({
    meetingId: (await theMeeting()).id,
    personIds: [await person('EF'), await person('RG'), await person('HA')],
    presence: 'present',
  }),
  'attendance.declare-interest': async () => ({
    itemId: await item('Modification 0620'),
    personId: await person('AB'),
    kind: 'recused',
  }),
  'vote.carry': async () => {
    const { id, room } = await theMeeting()
    const seatId = room.seatList.find(({ member }) => member?.initials === 'YZ')?.seatId ?? ''
    return { meetingId: id, seatId, carrierPersonId: await person('WX') }
  },
  'written-position.hold': async () => ({
    itemId: await item('Modification 0620'),
    seatId: await seat('YZ'),
    value: 'against',
    note: 'by e-mail',
  }),
  'written-position.withdraw': async () => {
    const { writtenPositions } = await book.must('written-position.hold', {
      itemId: await item('Modification 0621'),
      seatId: await seat('YZ'),
      value: 'for',
    })
    return { writtenPositionId: writtenPositions.at(-1)?.id ?? '' }
  },
  'question.put': async () => ({ itemId: await item('Modification 0620'), kind: 'scr-relation' }),
  'vote.record': async () => ({ questionId: await asked(), initials: 'AB', value: 'against' }),
  'vote.record-many': async () => ({
    questionId: await asked(),
    positions: [{ initials: 'AB', value: 'abstain' }],
    rest: 'for',
  }),
  'vote.record-exceptions': async () => ({ questionId: await asked(), line: 'all f / ab a' }),
  'vote.cast-casting': async () => {
    await book.must('body.change', { bodyId: (await theBody()).id, chairVote: 'casting' })
    return { questionId: await asked({ for: 2, against: 2 }), personId: await person('CH'), value: 'for' }
  },
  'vote.declare': async () => ({ questionId: await asked(), result: 'carried' }),
  'vote.close': async () => ({ questionId: await asked({ for: 2, against: 1 }) }),
  'vote.correct': async () => ({
    questionId: await asked({ for: 2, against: 1, isClosed: true }),
    initials: 'AB',
    value: 'none',
    reason: 'Misheard.',
  }),
  'vote.take-again': async () => ({
    questionId: await asked({ for: 2, against: 1, isClosed: true }),
    reason: 'Somebody had not understood the question.',
  }),
  'determination.write': async () => ({
    itemId: await item('Modification 0620'),
    questionId: await asked({ for: 5, against: 1 }),
    consequences: { stage: 'workgroup', reportingOn: '2017-03-16' },
  }),
  'note.write': async () => ({ itemId: await item('Modification 0620'), text: 'One.\n\nTwo.' }),
  'action.add': async () => ({
    itemId: await item('Modification 0620'),
    text: 'Give the cost',
    owners: ['KL', 'Joint Office'],
  }),
  'action.change': async () => ({ actionId: await action(), text: 'Something else', owners: ['AB'] }),
  'action.update': async () => ({
    actionId: await action(),
    text: 'Half of it is done.',
    status: 'carried-forward',
    dueOn: '2017-02-01',
  }),
  'action.close': async () => ({ actionId: await action(), update: 'Done.' }),
}

const send = (name: string, input: unknown, requestId: string) =>
  book.core.call({ name, input, requestId }, { actor: 'Secretary' })

test.each(Object.entries(inputs))(
  '%s is undone whole after a restart, redone, and done once however often it is sent',
  async (name, makeInput) => {
    const input = await makeInput()
    const before = everything()
    book.setNow('2016-12-15T10:45:00.000+00:00')
    const requestId = v7()
    const answer = await send(name, input, requestId)
    expect(answer).toMatchObject({ ok: true })
    const after = everything()
    expect(after).not.toEqual(before)
    const { undo } = await book.must('history.state', {})
    expect(undo).not.toBe(name)

    await restart()
    expect(await send(name, input, requestId)).toEqual(answer)
    expect(everything()).toEqual(after)
    expect(await book.must('history.undo', {})).toMatchObject({ summary: undo, state: { redo: undo } })
    expect(everything()).toEqual(before)
    await restart()
    await book.must('history.redo', {})
    expect(everything()).toEqual(after)
    await book.must('history.undo', {})
    expect(everything()).toEqual(before)
  },
)

test('every command of the contract was tried', () => {
  const commands = Object.entries(calls)
    .filter(([name, { kind }]) => kind === 'command' && !name.startsWith('history.'))
    .map(([name]) => name)
  expect(Object.keys(inputs).sort()).toEqual(commands.sort())
})

test('the history of all that is whole', async () => {
  expect(await book.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
})

test('what was undone is cleared by a new change, and the history keeps both', async () => {
  await book.must('note.write', await inputs['note.write']())
  await book.must('history.undo', {})
  await book.must('person.add', await inputs['person.add']())
  expect(await book.refused('history.redo', {})).toBe('nothing-to-undo')
  const { entries } = await book.must('history.list', { limit: 3 })
  expect(entries.map(({ summary, isUndone }) => [summary, isUndone])).toEqual([
    ['NN Shipper representative 6 added', false],
    ['Undone: note on 0620', false],
    ['note on 0620', true],
  ])
})
