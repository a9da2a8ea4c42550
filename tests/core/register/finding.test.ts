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

describe('finding proposals', () => {
  beforeEach(() => {
    add(sec, '25', { title: 'Electricity Network Party Access to Load Switching Information' })
    add(sec, '16', {
      title: 'Consideration of "Maximum Credit" value',
      aliases: { references: ['CR-16x'], titles: ['ÉNERGIE credit cover'] },
    })
    add(unc, '0025', { stage: 'workgroup' })
    add(unc, '0600S', { stage: 'implemented' })
    add(unc, '0621')
    add(unc, '0621A')
    add(unc, '0621AV')
  })
  const resolved = (reference: string, codeId?: string) =>
    book
      .call('proposal.resolve', { reference, ...(codeId === undefined ? {} : { codeId }) })
      .proposals.map((proposal) => proposal.reference)

  test.each([
    ['SECMP0025', ['SECMP0025']],
    ['SECMP-25', ['SECMP0025']],
    ['UNC 25', ['0025']],
    ['0025', ['SECMP0025', '0025']],
    ['25', ['SECMP0025', '0025']],
    ['0621', ['0621']],
    ['0621a', ['0621A']],
    ['0621AV', ['0621AV']],
    ['0621B', []],
    ['0600', ['0600S']],
    ['0600R', ['0600S']],
    ['cr16X', ['SECMP0016']],
    ['nonsense', []],
    ['999', []],
  ])('%s can mean %j', (reference, expected) => {
    expect(resolved(reference)).toEqual(expected)
  })

  test('within one code a number is one proposal', () => {
    expect(resolved('25', unc)).toEqual(['0025'])
    expect(resolved('4711', unc)).toEqual([])
  })

  test.each([
    ['secmp-25', ['SECMP0025']],
    ['25', ['SECMP0025', '0025']],
    ['0621a', ['0621A', '0621AV']],
    ['62', ['0621', '0621A', '0621AV']],
    ['load switching', ['SECMP0025']],
    ['SWITCHING party', ['SECMP0025']],
    ['énergie', ['SECMP0016']],
    ['cr 16', ['SECMP0016']],
    ['%', []],
    ['  ', ['SECMP0016', 'SECMP0025', '0025', '0600S', '0621', '0621A', '0621AV']],
  ])('the list for %j', (text, expected) => {
    expect(references({ text })).toEqual(expected)
  })

  test('the list by code, stage, workgroup and openness', () => {
    expect(references({ codeId: sec })).toEqual(['SECMP0016', 'SECMP0025'])
    expect(references({ stage: 'workgroup' })).toEqual(['0025'])
    expect(references({ codeId: unc, openOnly: true })).toEqual(['0025', '0621', '0621A', '0621AV'])
    expect(references({ workgroupId: 'nowhere' })).toEqual([])
    expect(book.call('proposal.list', { stage: 'workgroup' }).total).toBe(7)
  })
})
