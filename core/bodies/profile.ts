import { z } from 'zod'
import { body, bodyCalls, templateItem } from '../contract/bodies.ts'
import type { Consequence } from '../contract/consequences.ts'
import { questionKind } from '../contract/question-kinds.ts'
import { script } from '../contract/script-words.ts'
import { snippetWords } from '../contract/snippets.ts'
import { PanelbookError } from '../contract/errors.ts'
import { isoDate, line } from '../contract/fields.ts'
import { constituencyRuleKinds } from '../contract/voting-rule.ts'
import { itemKinds } from '../contract/words.ts'
import { checkPattern, patternPlaces, type PatternField } from './numbering-pattern.ts'

/**
 * A shipped profile: a body as data, with its code. Nothing in it is law: every rule that is not certain says so
 * in a source note, which the application shows beside the rule, and all of it can be changed in the book.
 */
export const profileSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens'),
    code: bodyCalls['code.create'].input.required().nullable(),
    body: z.strictObject(
      body.omit({
        id: true,
        codeId: true,
        profile: true,
        constituencies: true,
        seats: true,
        memberships: true,
        questionKinds: true,
        questionRules: true,
        agendaTemplate: true,
        snippets: true,
        scripts: true,
      }).shape,
    ),
    constituencies: z.array(
      z.strictObject({
        name: line('Name.', 120),
        shortName: line('Short name for the vote table.', 30),
        quorumMinimum: z.int().min(0).max(1000),
      }),
    ),
    seats: z.array(
      z.strictObject({
        constituency: z.string().nullable().describe('Short name of its constituency; null for none.'),
        name: line('Name of the seat.', 120),
        votes: z.int().min(1).max(1000),
        effectiveFrom: isoDate.optional(),
        effectiveTo: isoDate.optional(),
      }),
    ),
    questionKinds: z.array(questionKind).max(100),
    agendaTemplate: z.array(templateItem).max(100),
    snippets: z.array(snippetWords).max(100),
    scripts: z.array(script).max(itemKinds.length),
  })
  .superRefine((profile, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const known = new Set(profile.constituencies.map((constituency) => constituency.shortName))
    profile.seats.forEach((seat, index) => {
      if (seat.constituency === null || known.has(seat.constituency)) return
      refuse(['seats', index, 'constituency'], `there is no constituency ${seat.constituency}`)
    })
    profile.questionKinds.forEach(({ rule }, index) => {
      if (!constituencyRuleKinds.includes(rule.kind)) return
      const outside = profile.seats.find((seat) => seat.constituency === null)
      if (profile.seats.length > 0 && outside === undefined) return
      const problem = outside === undefined ? 'there is no seat' : `the seat ${outside.name} has none`
      refuse(['questionKinds', index, 'rule', 'kind'], `decides by constituency, and ${problem}`)
    })
    refuseRepeats(profile.constituencies, 'name', (index) =>
      refuse(['constituencies', index, 'name'], 'is named twice'),
    )
    refuseRepeats(profile.questionKinds, 'key', (index) =>
      refuse(['questionKinds', index, 'key'], 'is used twice'),
    )
    refuseRepeats(profile.code?.stages ?? [], 'key', (index) =>
      refuse(['code', 'stages', index, 'key'], 'is used twice'),
    )
    // A body without a code may have proposals of several, so its stages are not known here.
    const stages = profile.code?.stages.map(({ key }) => key)
    const refuseStages = (path: (string | number)[], consequences: readonly Consequence[]) =>
      consequences.forEach((each, place) => {
        if (each.kind !== 'stage' || stages === undefined || stages.includes(each.stage)) return
        refuse([...path, 'consequences', place, 'stage'], `the code has no stage ${each.stage}`)
      })
    profile.questionKinds.forEach(({ consequences }, index) =>
      refuseStages(['questionKinds', index], consequences),
    )
    refuseRepeats(profile.snippets, 'key', (index) => refuse(['snippets', index, 'key'], 'is used twice'))
    refuseRepeats(profile.scripts, 'itemKind', (index) =>
      refuse(['scripts', index, 'itemKind'], 'has two scripts'),
    )
    const questions = profile.questionKinds.map(({ key }) => key)
    profile.scripts.forEach(({ steps }, index) =>
      steps.forEach(({ ask, branches }, step) => {
        const path = ['scripts', index, 'steps', step]
        if (ask !== null && !questions.includes(ask)) refuse([...path, 'ask'], `there is no question ${ask}`)
        branches.forEach(({ consequences }, branch) =>
          refuseStages([...path, 'branches', branch], consequences),
        )
      }),
    )
    for (const field of Object.keys(patternPlaces) as PatternField[]) {
      try {
        checkPattern(field, profile.body[field])
      } catch (error) {
        if (!(error instanceof PanelbookError)) throw error
        refuse(['body', field], error.fields?.[0]?.problem ?? error.message)
      }
    }
  })
export type Profile = z.infer<typeof profileSchema>

/**
 * A profile as it was read from its file, checked.
 * @throws PanelbookError `bad-input` naming the file and the field at fault.
 */
export function parseProfile(fileName: string, content: unknown): Profile {
  const parsed = profileSchema.safeParse(content)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || 'profile',
      problem: issue.message,
    }))
    const [first] = fields
    throw new PanelbookError(
      'bad-input',
      `The profile ${fileName} cannot be used: ${first?.field ?? 'profile'}: ${first?.problem ?? 'unreadable'}.`,
      { fields, safe: 'The book is unchanged.' },
    )
  }
  if (`${parsed.data.key}.json` !== fileName) {
    throw new PanelbookError(
      'bad-input',
      `The profile ${fileName} cannot be used: key: must be the name of its file.`,
      { fields: [{ field: 'key', problem: 'must be the name of its file' }], safe: 'The book is unchanged.' },
    )
  }
  return parsed.data
}

/** Calls back with the index of each element whose value was there before. */
export function refuseRepeats<Element, Name extends keyof Element>(
  elements: readonly Element[],
  name: Name,
  refuse: (index: number) => void,
): void {
  const seen = new Set<Element[Name]>()
  elements.forEach((element, index) => {
    if (seen.has(element[name])) refuse(index)
    seen.add(element[name])
  })
}
