import type { Body } from '../../core/contract/bodies.ts'
import type { QuestionKind } from '../../core/contract/question-kinds.ts'
import type { Consequence } from '../../core/contract/consequences.ts'
import type { Threshold, VotingRule } from '../../core/contract/voting-rule.ts'
import { namedLines } from '../ui/named-lines.ts'
import { wholeNumber } from '../ui/whole-number.ts'

/** A rule as it is typed: empty where the usual holds. */
export interface RuleDraft {
  kind: VotingRule['kind']
  numerator: string
  denominator: string
  comparison: Threshold['comparison']
  tie: NonNullable<VotingRule['tie']> | ''
  overall: NonNullable<VotingRule['overall']> | ''
}

export interface StageDraft {
  kind: 'stage'
  /** Results, joined by commas. */
  when: string
  stage: string
  stageDetail: string
}
export interface WorkgroupDraft {
  kind: 'workgroup'
  when: string
}
export interface DateDraft {
  kind: 'date'
  when: string
  /** Its name among the dates; made from the label where it is empty. */
  key: string
  label: string
  parameter: '' | 'date' | 'closingDate'
  workingDays: string
  after: string
  counting: 'exclusive' | 'inclusive'
  calendar: 'england-and-wales'
  sets: '' | 'reportingOn' | 'consultationClosesOn' | 'implementationOn'
}
export type ConsequenceDraft = StageDraft | WorkgroupDraft | DateDraft

/** A kind of question as it is typed. */
export interface QuestionDraft extends Omit<QuestionKind, 'rule' | 'consequences'> {
  rule: RuleDraft
  consequences: ConsequenceDraft[]
}

const nothingYet: QuestionDraft = {
  key: '',
  label: '',
  text: 'Should {proposal} …?',
  rule: {
    kind: 'majority-of-cast',
    numerator: '',
    denominator: '',
    comparison: 'more-than',
    tie: '',
    overall: '',
  },
  polarity: 'for-carries',
  phrases: {
    unanimousFor: 'Agreed, by unanimous vote in favour',
    unanimousAgainst: 'Not agreed, by unanimous vote against',
    carried: 'Agreed, by majority {count}',
    notCarried: 'Not agreed, there being no majority in favour {count}',
    tied: 'The vote was tied {count}',
    noDecision: 'No vote was cast',
  },
  determinationKind: 'other',
  decisionMaker: 'body',
  sourceNote: 'Check against the code.',
  consequences: [],
  objectives: [],
}

/** A kind of question to be changed, or a new one with usual words to write over. */
export function draftOf(kind: QuestionKind | null): QuestionDraft {
  if (kind === null) return nothingYet
  const { threshold, tie, overall } = kind.rule
  return {
    ...kind,
    rule: {
      kind: kind.rule.kind,
      numerator: threshold === undefined ? '' : String(threshold.numerator),
      denominator: threshold === undefined ? '' : String(threshold.denominator),
      comparison: threshold?.comparison ?? 'more-than',
      tie: tie ?? '',
      overall: overall ?? '',
    },
    consequences: kind.consequences.map(consequenceDraft),
  }
}

/** What follows, to be changed. */
export function consequenceDraft(consequence: Consequence): ConsequenceDraft {
  const when = consequence.when.join(',')
  if (consequence.kind !== 'date') return { ...consequence, when }
  const { count, parameter, sets, ...rest } = consequence
  return {
    ...rest,
    when,
    parameter: parameter ?? '',
    sets: sets ?? '',
    workingDays: count === null ? '' : String(count.workingDays),
    after: count?.after ?? 'meeting',
    counting: count?.counting ?? 'exclusive',
    calendar: count?.calendar ?? 'england-and-wales',
  }
}

/** The rule as the contract has it. What it does not take is left out. */
export function ruleOf(
  draft: RuleDraft,
  takes: { threshold: boolean; tie: boolean; castingVote: boolean; overall: boolean },
): VotingRule {
  const hasThreshold = takes.threshold && `${draft.numerator}${draft.denominator}`.trim() !== ''
  return {
    kind: draft.kind,
    ...(hasThreshold
      ? {
          threshold: {
            numerator: wholeNumber(draft.numerator),
            denominator: wholeNumber(draft.denominator),
            comparison: draft.comparison,
          },
        }
      : {}),
    ...(takes.tie && draft.tie !== '' && (takes.castingVote || draft.tie !== 'casting-vote')
      ? { tie: draft.tie }
      : {}),
    ...(takes.overall && draft.overall !== '' ? { overall: draft.overall } : {}),
  }
}

/** The kind of question as the contract has it; a new one gets a key of its own from its label. */
export function questionOf(
  draft: QuestionDraft,
  rule: VotingRule,
  others: Body['questionKinds'],
): QuestionKind {
  const key =
    draft.key === ''
      ? keyFrom(
          draft.label,
          others.map((other) => other.key),
        )
      : draft.key
  const taken: string[] = draft.consequences.flatMap((each) => (each.kind === 'date' ? each.key : []))
  const objectiveKeys = draft.objectives.map((each) => each.key)
  return {
    ...draft,
    key,
    rule,
    consequences: draft.consequences.map((each) => consequenceOf(each, taken)),
    objectives: namedLines(draft.objectives).map((each) => {
      if (each.key !== '') return each
      const own = keyFrom(each.label, objectiveKeys, 'objective')
      objectiveKeys.push(own)
      return { key: own, label: each.label }
    }),
  }
}

/**
 * What follows, as the contract has it.
 * @param taken names of the other dates, to which that of a new one is added
 */
export function consequenceOf(draft: ConsequenceDraft, taken: string[]): Consequence {
  const when = draft.when.split(',') as Consequence['when']
  if (draft.kind !== 'date') return { ...draft, when }
  const { workingDays, after, counting, calendar, parameter, sets, ...rest } = draft
  const key = rest.key === '' ? keyFrom(rest.label, ['meeting', 'decision', ...taken]) : rest.key
  taken.push(key)
  return {
    ...rest,
    key,
    when,
    parameter: parameter === '' ? null : parameter,
    sets: sets === '' ? null : sets,
    count:
      workingDays.trim() === '' ? null : { workingDays: wholeNumber(workingDays), after, counting, calendar },
  }
}

/** "to-consultation" from "To consultation", with a number where it is taken. */
export function keyFrom(label: string, taken: readonly string[], usual = 'question'): string {
  const bare =
    label
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || usual
  let key = bare
  for (let number = 2; taken.includes(key); number += 1) key = `${bare}-${number}`
  return key
}
