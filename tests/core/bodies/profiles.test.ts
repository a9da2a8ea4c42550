import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { parseProfile } from '../../../core/bodies/profile.ts'
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
    const places = new Set(['{count}', '{workgroup}', '{date}', '{closingDate}', '{proposal}'])
    for (const profile of shippedProfiles()) {
      for (const { key, text, phrases } of profile.questionKinds) {
        for (const phrase of [text, ...Object.values(phrases)]) {
          for (const [place] of phrase.matchAll(/\{[^}]*\}/g))
            expect(places, `${key}: ${phrase}`).toContain(place)
        }
        expect(new Set(Object.values(phrases)).size, `${profile.key} ${key}`).toBe(6)
        for (const counted of [phrases.carried, phrases.notCarried, phrases.tied])
          expect(counted).toContain('{count}')
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

  test('both SEC bodies bring the same code', () => {
    expect(shippedProfile('sec-change-board').code).toEqual(shippedProfile('sec-panel').code)
  })
})

describe('a profile that does not fit', () => {
  const cases: [string, string, unknown][] = [
    ['a rule that there is not', 'questionKinds.3.rule.kind', 'by-acclaim'],
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

  test('an unknown key is refused with those that there are', () => {
    expect(refusalOf(() => shippedProfile('bsc-panel')).message).toContain('unc-modification-panel')
    expect(refusalOf(() => shippedProfile('__proto__')).code).toBe('bad-input')
  })
})
