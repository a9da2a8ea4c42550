import { beforeEach, describe, expect, test } from 'vitest'
import { moveProposal } from '../../../core/register/move-proposal.ts'
import { makeTwoRegisters, type TwoRegisters } from './two-registers.ts'

let book: TwoRegisters
let sec: string
let unc: string
beforeEach(() => {
  book = makeTwoRegisters()
  ;({ sec, unc } = book)
})

const add: TwoRegisters['add'] = (...proposal) => book.add(...proposal)

describe('a new proposal', () => {
  test('stands at the first stage since the day it was raised', () => {
    const proposal = add(sec, 'SECMP-25', { raisedOn: '2016-11-21', proposer: 'A Network Party' })
    expect(proposal).toMatchObject({
      reference: 'SECMP0025',
      code: { shortName: 'SEC' },
      stage: { key: 'initial-modification-report', isOpen: true },
      proposer: 'A Network Party',
      workgroup: null,
    })
    expect(proposal.stageHistory).toEqual([
      {
        stage: 'Initial Modification Report',
        stageDetail: '',
        changedOn: '2016-11-21',
        reason: '',
        determinationId: null,
      },
    ])
    expect(book.summaries.at(-1)).toBe('SECMP0025 added')
  })

  test('or at the stage and day that are given; today where no day is known', () => {
    const given = { stage: 'refinement', stageDetail: 'DCC Impact Assessment', stageSince: '2016-03-01' }
    expect(add(sec, '4', given)).toMatchObject({
      stage: { name: 'Refinement' },
      stageDetail: 'DCC Impact Assessment',
      stageHistory: [{ changedOn: '2016-03-01' }],
    })
    expect(add(sec, '5').stageHistory[0]?.changedOn).toBe('2016-12-15')
  })

  test('keeps aliases and impacts, each once', () => {
    const proposal = add(sec, '4', {
      aliases: { references: ['Mod 4', 'Mod 4'], titles: ['Including the DSN', 'Add MSN data item in SMI'] },
      impacts: { documents: ['SMETS2', 'GBCS', 'DUIS', 'GBCS'], systems: ['DCC'] },
    })
    expect(proposal.aliases.references).toEqual(['Mod 4'])
    expect(proposal.aliases.titles).toEqual(['Including the DSN', 'Add MSN data item in SMI'])
    expect(proposal.impacts).toEqual({ documents: ['SMETS2', 'GBCS', 'DUIS'], systems: ['DCC'] })
  })

  test('a reference is had once in a code, in whatever spelling', () => {
    add(sec, 'SECMP0025')
    const refusal = book.refusal('proposal.add', { codeId: sec, reference: '25', title: 'Another' })
    expect(refusal.code).toBe('already-exists')
    expect(refusal.message).toContain('SECMP0025')
    expect(add(unc, '25').reference).toBe('0025')
    expect(add(unc, '25A').reference).toBe('0025A')
    expect(add(sec, 'DP25').reference).toBe('DP25')
  })

  test('a stage that the code has not is refused with those that it has', () => {
    const refusal = book.refusal('proposal.add', {
      codeId: sec,
      reference: '1',
      title: 'X',
      stage: 'consultation',
    })
    expect(refusal.fields?.[0]).toMatchObject({ field: 'stage' })
    expect(refusal.fields?.[0]?.problem).toContain(
      'initial-modification-report, refinement, modification-report',
    )
  })

  test('what it refers to must be there and of its code', () => {
    const workgroupId = book.call('workgroup.add', {
      codeId: unc,
      shortName: '0621',
      name: 'Workgroup 0621',
    }).id
    const refused = (more: object) =>
      book.refusal('proposal.add', { codeId: sec, reference: '1', title: 'X', ...more })
    expect(refused({ workgroupId }).fields?.[0]?.field).toBe('workgroupId')
    expect(refused({ workgroupId: 'nowhere' }).code).toBe('not-found')
    expect(refused({ releaseId: 'nowhere' }).code).toBe('not-found')
    expect(refused({ alternativeToId: 'nowhere' }).code).toBe('not-found')
    expect(refused({ codeId: 'nowhere' }).code).toBe('not-found')
    expect(refused({ reference: 'AOB' }).fields?.[0]?.field).toBe('reference')
  })
})

describe('alternatives', () => {
  test('hang on their original by suffix or by name', () => {
    const original = add(unc, '0621')
    const alternative = add(unc, '0621A')
    expect(alternative.alternativeTo).toEqual({ id: original.id, reference: '0621' })
    expect(add(unc, '0621V').alternativeTo).toBeNull()
    expect(add(unc, '0621B', { alternativeToId: null }).alternativeTo).toBeNull()
    expect(add(unc, '0700', { alternativeToId: original.id }).alternativeTo?.reference).toBe('0621')
    expect(
      book.call('proposal.read', { proposalId: original.id }).alternatives.map(({ reference }) => reference),
    ).toEqual(['0621A', '0700'])
  })

  test('make neither chains nor circles', () => {
    const original = add(unc, '0621')
    const alternative = add(unc, '0621A')
    const other = add(unc, '0700')
    const refused = (proposalId: string, alternativeToId: string) =>
      book.refusal('proposal.change', { proposalId, alternativeToId }).fields?.[0]?.field
    expect(refused(other.id, alternative.id)).toBe('alternativeToId')
    expect(refused(original.id, other.id)).toBe('alternativeToId')
    expect(refused(other.id, other.id)).toBe('alternativeToId')
    expect(refused(other.id, add(sec, '1').id)).toBe('alternativeToId')
  })
})

describe('changing a proposal', () => {
  test('changes what is given and nothing else', () => {
    const before = add(sec, '25', { summary: 'Old', aliases: { references: ['M25'], titles: [] } })
    const after = book.call('proposal.change', { proposalId: before.id, isUrgent: true, summary: 'New' })
    expect(after).toEqual({ ...before, isUrgent: true, summary: 'New' })
    const aliases = { references: [], titles: ['Load switching'] }
    expect(book.call('proposal.change', { proposalId: before.id, aliases }).aliases).toEqual(aliases)
  })

  test('a misspelt reference is put right, but not onto another', () => {
    const { id } = add(sec, '52')
    add(sec, '24')
    expect(book.call('proposal.change', { proposalId: id, reference: 'SECMP25' }).reference).toBe('SECMP0025')
    expect(book.refusal('proposal.change', { proposalId: id, reference: '24' }).code).toBe('already-exists')
    expect(
      book.call('proposal.resolve', { reference: '25' }).proposals.map((proposal) => proposal.id),
    ).toEqual([id])
  })

  test('an unknown proposal is refused', () => {
    expect(book.refusal('proposal.change', { proposalId: 'nowhere', title: 'X' }).code).toBe('not-found')
    expect(book.refusal('proposal.read', { proposalId: 'nowhere' }).code).toBe('not-found')
  })
})

describe('moving a proposal', () => {
  test('keeps every stage with day and reason', () => {
    const { id } = add(sec, '3', { raisedOn: '2016-03-01' })
    const move = { proposalId: id, on: '2016-11-11', reason: 'No request to adopt it', stage: 'withdrawn' }
    const after = book.call('proposal.move-stage', move)
    expect(after.stage).toMatchObject({ key: 'withdrawn', isOpen: false })
    expect(after.stageHistory.map(({ stage, changedOn, reason }) => [stage, changedOn, reason])).toEqual([
      ['Initial Modification Report', '2016-03-01', ''],
      ['Withdrawn', '2016-11-11', 'No request to adopt it'],
    ])
    expect(book.summaries.at(-1)).toBe('SECMP0003 moved to Withdrawn')
  })

  test('within a stage the detail alone may change', () => {
    const { id } = add(sec, '4', { stage: 'refinement', stageDetail: 'Solution', raisedOn: '2016-03-01' })
    const move = {
      proposalId: id,
      on: '2016-04-01',
      stage: 'refinement',
      stageDetail: 'DCC Preliminary Assessment',
    }
    expect(book.call('proposal.move-stage', move).stageHistory).toHaveLength(2)
    expect(book.refusal('proposal.move-stage', move).fields?.[0]?.field).toBe('stage')
  })

  test('not to an unknown stage, nor back in time', () => {
    const { id } = add(sec, '4', { raisedOn: '2016-03-01' })
    const move = { proposalId: id, on: '2016-02-29', stage: 'refinement' }
    expect(book.refusal('proposal.move-stage', move).fields?.[0]?.field).toBe('on')
    expect(book.refusal('proposal.move-stage', { ...move, stage: 'nowhere' }).fields?.[0]?.field).toBe(
      'stage',
    )
  })

  test('by a decision: stage, workgroup and dates in one step that undo takes back', () => {
    const before = add(unc, '0621', { raisedOn: '2016-12-01' })
    const workgroupId = book.call('workgroup.add', {
      codeId: unc,
      shortName: '0621',
      name: 'Workgroup 0621',
    }).id
    book.within((context) =>
      moveProposal(context, {
        proposalId: before.id,
        stageKey: 'workgroup',
        on: '2016-12-15',
        reason: 'Issued to Workgroup 0621',
        workgroupId,
        reportingOn: '2017-06-15',
      }),
    )
    const after = book.call('proposal.read', { proposalId: before.id })
    expect(after).toMatchObject({
      stage: { key: 'workgroup' },
      workgroup: { shortName: '0621' },
      reportingOn: '2017-06-15',
      consultationClosesOn: null,
    })
    expect(after.stageHistory.at(-1)).toMatchObject({
      stage: 'Workgroup',
      reason: 'Issued to Workgroup 0621',
    })
    book.store.undo({ requestId: 'undo', actor: 'Secretary', at: '2016-12-15T10:01:00.000+00:00' })
    expect(book.call('proposal.read', { proposalId: before.id })).toEqual(before)
  })

  test('by a decision: dates alone leave the stage history as it is', () => {
    const { id } = add(unc, '0621', { reportingOn: '2017-03-16' })
    book.within((context) =>
      moveProposal(context, { proposalId: id, on: '2016-12-15', reason: 'Extended', reportingOn: null }),
    )
    expect(book.call('proposal.read', { proposalId: id })).toMatchObject({
      reportingOn: null,
      stageHistory: [{ stage: 'New' }],
    })
  })

  test('by a decision: the history never runs backwards', () => {
    const { id } = add(unc, '0621', { raisedOn: '2016-12-16' })
    book.within((context) =>
      moveProposal(context, { proposalId: id, stageKey: 'consultation', on: '2016-12-15', reason: '' }),
    )
    const after = book.call('proposal.read', { proposalId: id })
    expect(after.stageHistory.map(({ stage, changedOn }) => [stage, changedOn])).toEqual([
      ['New', '2016-12-16'],
      ['Consultation', '2016-12-16'],
    ])
  })
})
