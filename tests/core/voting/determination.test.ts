import { describe, expect, test } from 'vitest'
import type { RuleKind, VoteCounts } from '../../../core/contract/voting-rule.ts'
import { dayInWords } from '../../../core/timetable/day-in-words.ts'
import { composeDetermination, countWords } from '../../../core/voting/determination.ts'

const none: VoteCounts = {
  for: 0,
  against: 0,
  abstain: 0,
  none: 0,
  notPresent: 0,
  recused: 0,
  notEntitled: 0,
  pending: 0,
}
const phrases = {
  unanimousFor: 'Issued to Workgroup {workgroup} with a report by the {date} Panel',
  unanimousAgainst: 'Not related, by unanimous vote against',
  carried: 'Issued, closing out on {closingDate}, by majority {count}',
  notCarried: 'Not issued {count}',
  tied: 'The vote on {proposal} was tied {count}',
  noDecision: 'No vote was cast',
}
type Verdict = Parameters<typeof composeDetermination>[0]['evaluation']['verdict']
const compose = (
  verdict: Verdict,
  counts: Partial<VoteCounts>,
  more: Partial<Parameters<typeof composeDetermination>[0]> & { unanimous?: 'for' | 'against' } = {},
) =>
  composeDetermination({
    phrases,
    evaluation: { verdict, unanimous: more.unanimous ?? null, counts: { ...none, ...counts } },
    proposal: '0621A',
    ...more,
  })

describe('the sentence of a determination', () => {
  test('is empty while positions are still to come', () => {
    expect(compose('pending', { pending: 1, for: 9 })).toBe('')
  })
  test('fills the places of the phrase', () => {
    const parameters = { workgroup: '0621', date: '2017-01-19' }
    expect(compose('carried', { for: 5 }, { unanimous: 'for', parameters })).toBe(
      'Issued to Workgroup 0621 with a report by the 19 January 2017 Panel',
    )
    expect(
      compose('carried', { for: 8, against: 2, none: 1 }, { parameters: { closingDate: '2017-02-03' } }),
    ).toBe('Issued, closing out on 3 February 2017, by majority (8 for, 2 against, 1 no vote recorded)')
  })
  test('shows a place that nothing fills', () => {
    expect(compose('carried', { for: 5 }, { unanimous: 'for' })).toBe(
      'Issued to Workgroup [workgroup] with a report by the [date] Panel',
    )
    expect(compose('tied', { for: 1, against: 1 }, { proposal: null })).toBe(
      'The vote on [proposal] was tied (1 for, 1 against)',
    )
  })
  test('says unanimous against where everybody was, and only there', () => {
    expect(compose('not-carried', { against: 5 }, { unanimous: 'against' })).toBe(
      'Not related, by unanimous vote against',
    )
    expect(compose('not-carried', { against: 5, for: 1 })).toBe('Not issued (1 for, 5 against)')
  })
  test('never puts words of a parameter in the place of another', () => {
    const parameters = { workgroup: '{count}', date: '2017-01-19' }
    expect(compose('carried', { for: 5 }, { unanimous: 'for', parameters })).toContain(
      'Workgroup {count} with',
    )
  })
  test('says when it was only an indication', () => {
    expect(compose('no-decision', {}, { isIndicative: true })).toBe(
      'No vote was cast – indicative only, the meeting was not quorate',
    )
  })
  test('says that the chair’s casting vote carried it, and not a majority', () => {
    const tied = { for: 4, against: 4 }
    const parameters = { closingDate: '2017-02-03' }
    expect(compose('carried', tied, { castingVote: 'for', parameters })).toBe(
      'Issued, closing out on 3 February 2017, by the chair’s casting vote (4 for, 4 against)',
    )
    expect(compose('not-carried', tied, { castingVote: 'against' })).toBe(
      'Not issued (4 for, 4 against, chair’s casting vote against)',
    )
  })
  test('speaks of consensus where nothing was counted, and of no majority', () => {
    const rule = { kind: 'consensus' } as const
    const parameters = { closingDate: '2017-02-03' }
    const plain = { ...phrases, notCarried: 'Not issued, there being no majority in favour {count}' }
    expect(compose('carried', { for: 1, none: 4 }, { rule, parameters })).toBe(
      'Issued, closing out on 3 February 2017, by consensus (1 for, 0 against, 4 no vote recorded)',
    )
    expect(compose('not-carried', { for: 4, against: 1 }, { rule, phrases: plain })).toBe(
      'Not issued, there being no consensus (4 for, 1 against)',
    )
  })
  test('tells what the constituencies decided before the votes', () => {
    const results = (
      [
        ['carried', 7, 2],
        ['not-carried', 0, 2],
        ['tied', 1, 1],
        ['no-decision', 0, 0],
      ] as const
    ).map(([verdict, inFavour, against]) => ({
      constituency: verdict,
      for: inFavour,
      against,
      abstain: 0,
      verdict,
    }))
    const told = (kind: RuleKind) =>
      composeDetermination({
        phrases,
        evaluation: {
          verdict: 'not-carried',
          unanimous: null,
          counts: { ...none, for: 8, against: 5 },
          byConstituency: results,
        },
        rule: { kind },
        proposal: null,
      })
    expect(told('block-by-constituency')).toBe(
      'Not issued (1 party category approves, 1 rejects, 1 is neutral; 8 for, 5 against)',
    )
    expect(told('proportional-by-constituency')).toBe(
      'Not issued (about 1.278 to about 1.722 by party category; 8 for, 5 against)',
    )
  })
  test('counts what there is, and the casting vote', () => {
    expect(
      countWords(
        { ...none, for: 4, against: 4, abstain: 1, recused: 2, notPresent: 3 },
        { castingVote: 'against' },
      ),
    ).toBe('(4 for, 4 against, 1 abstained, 2 recused, chair’s casting vote against)')
  })
  test('writes dates without leading zeros', () => {
    expect(dayInWords('2017-02-03')).toBe('3 February 2017')
  })
})
