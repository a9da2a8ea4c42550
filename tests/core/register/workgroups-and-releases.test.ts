import { beforeEach, describe, expect, test } from 'vitest'
import { makeTwoRegisters, type TwoRegisters } from './two-registers.ts'

let book: TwoRegisters
let sec: string
let unc: string
beforeEach(() => {
  book = makeTwoRegisters()
  ;({ sec, unc } = book)
})

const add: TwoRegisters['add'] = (...proposal) => book.add(...proposal)
const references: TwoRegisters['references'] = (filter) => book.references(filter)

describe('workgroups', () => {
  const workgroup = () =>
    book.call('workgroup.add', { codeId: sec, shortName: 'WG1', name: 'Working Group 1', remit: 'Devices' })

  test('count their open proposals', () => {
    const { id } = workgroup()
    add(sec, '2', { workgroupId: id, stage: 'refinement' })
    add(sec, '3', { workgroupId: id, stage: 'withdrawn' })
    book.call('workgroup.add', { codeId: unc, shortName: 'WG1', name: 'Another code’s' })
    const { workgroups } = book.call('workgroup.list', { codeId: sec })
    expect(workgroups.map(({ shortName, openProposals }) => [shortName, openProposals])).toEqual([['WG1', 1]])
    expect(references({ workgroupId: id })).toEqual(['SECMP0002', 'SECMP0003'])
    expect(book.refusal('workgroup.add', { codeId: sec, shortName: 'wg1', name: 'X' }).code).toBe(
      'already-exists',
    )
  })

  test('keep meetings with outcomes, and months without one, newest first', () => {
    const { id } = workgroup()
    const proposalId = add(sec, '5').id
    book.call('workgroup.record-meeting', {
      workgroupId: id,
      month: '2016-10',
      summary: 'No full solution yet.',
    })
    const after = book.call('workgroup.record-meeting', {
      workgroupId: id,
      month: '2016-11',
      heldOn: '2016-11-28',
      outcomes: [{ proposalId, text: 'Advice of the SSC is asked for.' }, { text: 'An update was given.' }],
    })
    expect(after.meetings.map(({ month, heldOn }) => [month, heldOn])).toEqual([
      ['2016-11', '2016-11-28'],
      ['2016-10', null],
    ])
    expect(after.meetings[0]?.outcomes).toEqual([
      { proposal: 'SECMP0005', text: 'Advice of the SSC is asked for.' },
      { proposal: null, text: 'An update was given.' },
    ])
  })

  test('refuse a day of another month and a proposal of another code', () => {
    const { id } = workgroup()
    const meeting = { workgroupId: id, month: '2016-11' }
    expect(
      book.refusal('workgroup.record-meeting', { ...meeting, heldOn: '2016-12-01' }).fields?.[0]?.field,
    ).toBe('heldOn')
    const outcomes = [{ proposalId: add(unc, '0621').id, text: 'X' }]
    expect(book.refusal('workgroup.record-meeting', { ...meeting, outcomes }).fields?.[0]?.field).toBe(
      'outcomes.0.proposalId',
    )
    expect(book.refusal('workgroup.record-meeting', { ...meeting, workgroupId: 'nowhere' }).code).toBe(
      'not-found',
    )
  })
})

test('releases hold contents, impacts and directed changes, earliest first', () => {
  const june = book.call('release.add', { codeId: sec, name: 'June 2018 Release', releasedOn: '2018-06-28' })
  book.call('release.add', {
    codeId: sec,
    name: 'November 2017 Release',
    releasedOn: '2017-11-02',
    directedChanges: [{ origin: 'BEIS', reference: 'CR195', text: 'Self Service Interface' }],
  })
  add(sec, '12', {
    releaseId: june.id,
    releaseNote: 'Earliest point',
    impacts: { documents: ['DUIS'], systems: [] },
  })
  const { releases } = book.call('release.list', { codeId: sec })
  expect(releases.map((release) => release.name)).toEqual(['November 2017 Release', 'June 2018 Release'])
  expect(releases[0]?.directedChanges).toEqual([
    { origin: 'BEIS', reference: 'CR195', text: 'Self Service Interface' },
  ])
  expect(releases[1]?.contents).toMatchObject([
    { reference: 'SECMP0012', note: 'Earliest point', documents: ['DUIS'], systems: [] },
  ])
  expect(
    book.refusal('release.add', { codeId: sec, name: 'june 2018 release', releasedOn: '2018-06-29' }).code,
  ).toBe('already-exists')
})

test('assessments keep the date first given beside the present one', () => {
  const { id } = add(sec, '10')
  const assessment = { proposalId: id, kind: 'PA', askedOf: 'DCC', requestedOn: '2016-10-03' }
  const first = book.call('proposal.add-assessment', { ...assessment, dueOn: '2016-12-02' })
  expect(first.assessments).toMatchObject([
    { kind: 'PA', originallyDueOn: '2016-12-02', dueOn: '2016-12-02' },
  ])
  const second = book.call('proposal.add-assessment', {
    ...assessment,
    kind: 'IA',
    requestedOn: '2016-12-05',
    originallyDueOn: '2017-01-09',
    dueOn: '2017-02-09',
  })
  expect(second.assessments[1]).toMatchObject({
    originallyDueOn: '2017-01-09',
    dueOn: '2017-02-09',
    receivedOn: null,
  })
})

test('the latest consultation gives the proposal its closing date', () => {
  const { id } = add(sec, '16')
  const consult = (openedOn: string, closesOn: string) =>
    book.call('proposal.add-consultation', { proposalId: id, name: 'Consultation', openedOn, closesOn })
  expect(consult('2016-11-15', '2016-12-07').consultationClosesOn).toBe('2016-12-07')
  const after = consult('2016-06-01', '2016-06-21')
  expect(after.consultationClosesOn).toBe('2016-12-07')
  expect(after.consultations.map((consultation) => consultation.closesOn)).toEqual([
    '2016-06-21',
    '2016-12-07',
  ])
  const late = { proposalId: id, name: 'X', openedOn: '2017-01-02', closesOn: '2017-01-01' }
  expect(book.refusal('proposal.add-consultation', late).fields?.[0]?.field).toBe('closesOn')
})

test('what happens to a code beside its proposals is recorded', () => {
  const update = {
    codeId: sec,
    happenedOn: '2016-11-25',
    title: 'DCC Live in full',
    text: 'All variations cancelled.',
  }
  const { id } = book.call('code.add-update', update)
  expect(book.read((db) => db.get('SELECT title FROM code_update WHERE id = ?', id))).toEqual({
    title: 'DCC Live in full',
  })
  expect(book.refusal('code.add-update', { ...update, codeId: 'nowhere' }).code).toBe('not-found')
})
