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
    expect(of('preference')).toMatchObject({
      asksForPreference: true,
      takesThreshold: true,
      usualThreshold: null,
      takesCastingVote: false,
    })
    expect(of('majority-of-cast')).toMatchObject({ asksForPreference: false, takesCastingVote: true })
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

  test('names an invented option where the question asks for a preference, and only where there is one', async () => {
    const rule = { kind: 'preference', tie: 'recorded' } as const
    const preferring = {
      unanimousFor: 'All prefer {preferred}',
      unanimousAgainst: '',
      carried: '{preferred} is preferred {count}',
      notCarried: 'None is preferred {count}',
      tied: '{preferred} share the lead {count}',
      noDecision: 'Nobody named an option',
    }
    const preview = await book.must('determination.preview', { phrases: preferring, rule })
    expect(preview.sentences).toEqual({
      unanimousFor: 'All prefer Alternative A',
      unanimousAgainst: '',
      carried: 'Alternative A is preferred (Original 3, Alternative A 6, Alternative B 2)',
      notCarried: 'None is preferred (Original 4, Alternative A 5, Alternative B 2)',
      tied: 'Alternative A and Alternative B share the lead (Original 1, Alternative A 5, Alternative B 5)',
      noDecision: 'Nobody named an option',
    })
    expect(preview).toMatchObject({ unknownPlaces: [], canTie: true })
    const asked = async (phrase: keyof typeof preferring, kind: 'preference' | 'majority-of-cast') =>
      (
        await book.must('determination.preview', {
          phrases: { ...phrases, tied: '', [phrase]: 'It is {preferred}' },
          rule: { kind },
        })
      ).unknownPlaces
    expect(await asked('carried', 'preference')).toEqual([])
    expect(await asked('notCarried', 'preference')).toEqual(['{preferred}'])
    expect(await asked('carried', 'majority-of-cast')).toEqual(['{preferred}'])
  })

  test('refuses a rule that there is not', async () => {
    expect(await book.refused('determination.preview', { phrases, rule: { kind: 'by-acclaim' } })).toBe(
      'bad-input',
    )
  })
})
