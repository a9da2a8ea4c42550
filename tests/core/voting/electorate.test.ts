import { describe, expect, test } from 'vitest'
import { electorate, type ElectorateSeat, type Sitter } from '../../../core/voting/electorate.ts'

const sitter = (initials: string, state: 'in' | 'out' | 'recused' | 'recused-out' = 'in'): Sitter => ({
  attendanceId: `a-${initials}`,
  personId: `p-${initials}`,
  initials,
  name: initials,
  isPresent: state === 'in' || state === 'recused',
  isRecused: state.startsWith('recused'),
})

const seat = (parts: Partial<ElectorateSeat>): ElectorateSeat => ({
  seatId: 's',
  name: 'Seat',
  constituencyId: null,
  votes: 1,
  member: { personId: 'p-AB', initials: 'AB', name: 'AB' },
  principals: [],
  alternates: [],
  carrier: null,
  ...parts,
})

function standing(parts: Partial<ElectorateSeat>, isWritten = false) {
  const [only] = electorate([seat(parts)], { isWritten })
  if (only === undefined) throw new Error('no seat')
  return only.canVote ? `${only.basis} ${only.holder?.initials ?? '-'}` : only.otherwise
}

describe('who exercises the vote of a seat', () => {
  test('the member before the alternate before the carrier', () => {
    const all = { principals: [sitter('AB')], alternates: [sitter('XA')], carrier: sitter('KL') }
    expect(standing(all)).toBe('member AB')
    expect(standing({ ...all, principals: [sitter('AB', 'out')] })).toBe('alternate XA')
    expect(
      standing({
        principals: [sitter('AB', 'out')],
        alternates: [sitter('XA', 'out')],
        carrier: sitter('KL'),
      }),
    ).toBe('carried KL')
  })
  test('nobody, where all are out or the seat is vacant', () => {
    expect(standing({ principals: [sitter('AB', 'out')], carrier: sitter('KL', 'out') })).toBe('not-present')
    expect(standing({ member: null })).toBe('not-present')
  })
  test('a recused member in the room leaves the seat to nobody', () => {
    expect(standing({ principals: [sitter('AB', 'recused')], alternates: [sitter('XA')] })).toBe('recused')
  })
  test('a recused member who has gone out leaves it to the alternate, or recused', () => {
    const out = [sitter('AB', 'recused-out')]
    expect(standing({ principals: out, alternates: [sitter('XA')] })).toBe('alternate XA')
    expect(standing({ principals: out })).toBe('recused')
  })
  test('a recused carrier does not cast the carried vote', () => {
    expect(standing({ principals: [sitter('AB', 'out')], carrier: sitter('KL', 'recused') })).toBe('recused')
  })
  test('of two members who share a seat the one who is not recused votes', () => {
    expect(standing({ principals: [sitter('AB', 'recused'), sitter('AC')] })).toBe('member AC')
  })
  test('by written position nobody needs to be in the room', () => {
    expect(standing({ principals: [sitter('AB', 'out')] }, true)).toBe('written AB')
    expect(standing({ principals: [sitter('AB', 'recused-out')] }, true)).toBe('recused')
    expect(standing({ member: null }, true)).toBe('not-present')
  })
})
