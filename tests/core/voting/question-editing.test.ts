import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleKinds } from '../../../core/contract/voting-rule.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
beforeAll(async () => {
  book = await makeCore()
})
afterAll(() => book.close())

describe('the rules that a form can offer', () => {
  test('are all of them, each with its words and with what it takes', async () => {
    const { rules } = await book.must('voting.rules', {})
    expect(rules.map(({ kind }) => kind)).toEqual([...ruleKinds])
    for (const { name, explanation } of rules) {
      expect(name).not.toBe('')
      expect(explanation).toMatch(/\.$/)
    }
    const of = (kind: string) => rules.find((rule) => rule.kind === kind)
    expect(of('supermajority')).toMatchObject({
      takesThreshold: true,
      usualThreshold: { numerator: 2, denominator: 3, comparison: 'at-least' },
      takesOverall: false,
      needsConstituencies: false,
    })
    expect(of('unanimous-of-present')).toMatchObject({ takesThreshold: false, usualThreshold: null })
    expect(of('weighted-by-constituency')).toMatchObject({ takesOverall: true, needsConstituencies: true })
  })
})

describe('the sentence looked at before it is needed', () => {
  const phrases = {
    unanimousFor: 'Issued to Workgroup {workgroup} with a report by the {date} Panel, unanimously',
    unanimousAgainst: 'Not issued, by unanimous vote against',
    carried: '{proposal} issued, closing on {closingDate}, by majority {count}',
    notCarried: 'Not issued {count}',
    tied: 'Tied {count} {when}',
    noDecision: 'No vote was cast',
  }

  test('is told for each result, with what nothing will ever fill', async () => {
    const rule = { kind: 'majority-of-cast', tie: 'recorded' } as const
    expect(await book.must('determination.preview', { phrases, rule })).toEqual({
      sentences: {
        unanimousFor: 'Issued to Workgroup 0621 with a report by the 19 January 2017 Panel, unanimously',
        unanimousAgainst: 'Not issued, by unanimous vote against',
        carried:
          '0621A issued, closing on 17 January 2017, by majority (8 for, 2 against, 1 no vote recorded)',
        notCarried: 'Not issued (4 for, 6 against, 1 abstained)',
        tied: 'Tied (5 for, 5 against, 1 no vote recorded) [when]',
        noDecision: 'No vote was cast',
      },
      unknownPlaces: ['{when}'],
      ruleName: 'majority of votes cast',
      ruleExplanation: expect.stringMatching(/recorded as a tie/),
      canTie: true,
    })
  })

  test('says by consensus where nothing is counted', async () => {
    const { sentences } = await book.must('determination.preview', { phrases, rule: { kind: 'consensus' } })
    expect(sentences.carried).toContain('by consensus')
  })

  test('refuses a rule that there is not', async () => {
    expect(await book.refused('determination.preview', { phrases, rule: { kind: 'by-acclaim' } })).toBe(
      'bad-input',
    )
  })
})
