import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { parseProfile } from '../../../core/bodies/profile.ts'
import { previewDetermination } from '../../../core/voting/preview-determination.ts'
import { shippedProfile, shippedProfiles } from '../../../core/bodies/shipped-profiles.ts'

const folder = join(import.meta.dirname, '../../../resources/profiles')
const read = (fileName: string) =>
  JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as Record<string, unknown>

function put(target: Record<string, unknown>, [step = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[step] = value
  else put(target[step] as Record<string, unknown>, rest, value)
}

function refusalOf(work: () => unknown): PanelbookError {
  try {
    work()
  } catch (error) {
    if (error instanceof PanelbookError) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('the shipped profiles', () => {
  test('every file of the folder ships, and every one fits', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(
      shippedProfiles()
        .map((profile) => `${profile.key}.json`)
        .sort(),
    ).toEqual(files.sort())
  })

  test('each rule says where it is from', () => {
    for (const profile of shippedProfiles()) {
      expect(profile.body.sourceNote, profile.key).not.toBe('')
      for (const kind of profile.questionKinds)
        expect(kind.sourceNote, `${profile.key} ${kind.key}`).not.toBe('')
    }
  })

  test('phrases hold only places that can be filled, and every result tells which way it went', () => {
    for (const profile of shippedProfiles()) {
      for (const { key, text, phrases, rule } of profile.questionKinds) {
        const phrasesToFill = { phrases, rule, proposal: 'P1' }
        expect(previewDetermination(phrasesToFill).unknownPlaces, `${profile.key} ${key}`).toEqual([])
        for (const [place] of text.matchAll(/\{[^}]*\}/g)) expect(place, `${key}: ${text}`).toBe('{proposal}')
        expect(new Set(Object.values(phrases)).size, `${profile.key} ${key}`).toBe(6)
        for (const counted of [phrases.carried, phrases.notCarried, phrases.tied])
          expect(counted).toContain('{count}')
      }
    }
  })

  test('what follows from a question moves to stages of the code, and every number is to be checked', () => {
    for (const { key: profile, code, questionKinds } of shippedProfiles()) {
      const stages = code?.stages.map(({ key }) => key) ?? []
      for (const { key, consequences, sourceNote, phrases } of questionKinds) {
        for (const consequence of consequences) {
          if (consequence.kind === 'stage') expect(stages, `${profile} ${key}`).toContain(consequence.stage)
          if (consequence.kind !== 'date') continue
          if (consequence.count !== null)
            expect(sourceNote, `${profile} ${key}`).toMatch(/check against the code/i)
          if (consequence.parameter !== null)
            expect(Object.values(phrases).join(), `${profile} ${key}`).toContain(`{${consequence.parameter}}`)
        }
      }
    }
  })

  test('the planned minutes of an agenda fit into the usual meeting', () => {
    for (const { key, body, agendaTemplate } of shippedProfiles()) {
      const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
      const planned = agendaTemplate.reduce((sum, item) => sum + item.plannedMinutes, 0)
      expect(planned, key).toBeLessThanOrEqual(minutesOf(body.usualEnd) - minutesOf(body.usualStart))
    }
  })

  test('the UNC Modification Panel has 13 votes, 5 Shippers and 5 Transporters among them', () => {
    const profile = shippedProfile('unc-modification-panel')
    const votes = (constituency: string) =>
      profile.seats
        .filter((seat) => seat.constituency === constituency)
        .reduce((sum, seat) => sum + seat.votes, 0)
    expect(['Shippers', 'Transporters', 'IGT', 'Consumers'].map(votes)).toEqual([5, 5, 1, 2])
    expect(profile.questionKinds.find((kind) => kind.key === 'scr-relation')).toMatchObject({
      polarity: 'against-expected',
      rule: { kind: 'majority-of-exercisable' },
      phrases: { unanimousAgainst: 'Not related to the Significant Code Review, by unanimous vote against' },
    })
    expect(profile.questionKinds.find((kind) => kind.key === 'self-governance')?.phrases.carried).toBe(
      'Does satisfy the Self-Governance Criteria, by majority {count}',
    )
    expect(profile.agendaTemplate.map((item) => item.kind).slice(3, 7)).toEqual([
      'minutes',
      'urgent-proposals',
      'new-proposals',
      'reconsideration',
    ])
  })

  test('the SEC Panel has 11 seats and the Change Board 23', () => {
    expect(shippedProfile('sec-panel').seats).toHaveLength(11)
    expect(shippedProfile('sec-change-board').seats).toHaveLength(23)
  })

  test('the Change Board asks by block, and names the proportional reading, which can be asked as well', () => {
    const { body, questionKinds } = shippedProfile('sec-change-board')
    expect(body.sourceNote).toMatch(/two readings.*Block.*Proportional/)
    const rules = Object.fromEntries(questionKinds.map(({ key, rule }) => [key, rule.kind]))
    expect(rules).toMatchObject({
      implement: 'block-by-constituency',
      recommend: 'block-by-constituency',
      'implement-proportional': 'proportional-by-constituency',
      'recommend-proportional': 'proportional-by-constituency',
    })
  })

  test('the BSC Panel counts people for its quorum and caps the votes of one person at two', () => {
    expect(shippedProfile('bsc-panel').body).toMatchObject({
      quorumCounts: 'people',
      votesPerPersonCap: 2,
      chairVote: 'casting',
    })
  })

  test('the CUSC Panel has seven Users, a consumer and National Grid: nine votes, a tie is recorded', () => {
    const { body, seats, questionKinds } = shippedProfile('cusc-panel')
    expect(
      ['Users', 'Consumers', 'National Grid'].map(
        (name) => seats.filter((seat) => seat.constituency === name).length,
      ),
    ).toEqual([7, 1, 1])
    expect(seats.reduce((sum, seat) => sum + seat.votes, 0)).toBe(9)
    expect(body).toMatchObject({ carriers: 'members', chairVote: 'none' })
    expect(questionKinds.find(({ key }) => key === 'recommend')?.rule).toEqual({
      kind: 'majority-of-cast',
      tie: 'recorded',
    })
  })

  test('DCUSA votes by weight: more than half for Part 1, 65% for Part 2', () => {
    const { questionKinds } = shippedProfile('dcusa-panel')
    const rule = (key: string) => questionKinds.find((kind) => kind.key === key)?.rule
    expect(rule('solution-part-1')).toMatchObject({ kind: 'weighted-by-constituency', overall: 'majority' })
    expect(rule('solution-part-2')).toMatchObject({
      threshold: { numerator: 65, denominator: 100, comparison: 'at-least' },
      overall: 'all',
    })
  })

  test('what is not certain says that it is to be checked against the code', () => {
    for (const { key, body } of shippedProfiles()) {
      if (key !== 'generic-committee') expect(body.sourceNote, key).toMatch(/check against the code/i)
    }
  })

  test('both SEC bodies bring the same code', () => {
    expect(shippedProfile('sec-change-board').code).toEqual(shippedProfile('sec-panel').code)
  })
})

describe('a profile that does not fit', () => {
  const cases: [string, string, unknown][] = [
    ['a rule that there is not', 'questionKinds.3.rule.kind', 'by-acclaim'],
    [
      'a share above one',
      'questionKinds.2.rule.threshold',
      { numerator: 3, denominator: 2, comparison: 'at-least' },
    ],
    ['a seat in no constituency', 'seats.0.constituency', 'Miners'],
    ['a question twice', 'questionKinds.1.key', 'scr-relation'],
    ['a stage twice', 'code.stages.1.key', 'new'],
    ['an unknown place', 'body.actionReference', '{day}/{sequence}'],
    ['a missing quorum', 'body.quorumTotal', undefined],
    ['another name than its file', 'key', 'unc'],
  ]
  test.each(cases)('%s: the refusal names file and field', (_, field, value) => {
    const profile = read('unc-modification-panel.json')
    put(profile, field.split('.'), value)
    const refusal = refusalOf(() => parseProfile('unc-modification-panel.json', profile))
    expect(refusal.code).toBe('bad-input')
    expect(refusal.message).toContain('unc-modification-panel.json')
    expect(refusal.message).toContain(field)
    expect(refusal.fields?.map((problem) => problem.field)).toContain(field)
  })

  test('a rule by constituency where a seat has none is refused', () => {
    const profile = read('generic-committee.json')
    put(profile, ['questionKinds', '0', 'rule'], { kind: 'block-by-constituency' })
    const refusal = refusalOf(() => parseProfile('generic-committee.json', profile))
    expect(refusal.fields).toEqual([
      {
        field: 'questionKinds.0.rule.kind',
        problem: 'decides by constituency, and the seat Member 1 has none',
      },
    ])
  })

  test('a stage that the code does not have is refused where a question leads to it', () => {
    const profile = read('bsc-panel.json')
    put(profile, ['questionKinds', '0', 'consequences'], [{ kind: 'stage', stage: 'nirvana' }])
    expect(refusalOf(() => parseProfile('bsc-panel.json', profile)).fields).toEqual([
      { field: 'questionKinds.0.consequences.0.stage', problem: 'the code has no stage nirvana' },
    ])
  })

  test('an unknown rule is refused with field and reason', () => {
    const profile = read('bsc-panel.json')
    put(profile, ['questionKinds', '0', 'rule', 'kind'], 'ordeal-by-water')
    const refusal = refusalOf(() => parseProfile('bsc-panel.json', profile))
    expect(refusal.message).toMatch(
      /^The profile bsc-panel\.json cannot be used: questionKinds\.0\.rule\.kind: .*majority-of-cast/,
    )
    expect(refusal.safe).toBe('The book is unchanged.')
  })

  test('an unknown key is refused with those that there are', () => {
    expect(refusalOf(() => shippedProfile('no-such-panel')).message).toContain('unc-modification-panel')
    expect(refusalOf(() => shippedProfile('__proto__')).code).toBe('bad-input')
  })
})
