import type { Body } from '../../core/contract/bodies.ts'
import type { ConsequenceDraft } from './question-draft.ts'
import { capital } from '../ui/words.ts'

type Consequence = Body['questionKinds'][number]['consequences'][number]
type Verdict = Consequence['when'][number]

export const verdictWords: Record<Verdict, string> = {
  carried: 'carried',
  'not-carried': 'not carried',
  tied: 'tied',
  'no-decision': 'no vote cast',
}

export const dateNames: Record<'reportingOn' | 'consultationClosesOn' | 'implementationOn', string> = {
  reportingOn: 'Reporting date',
  consultationClosesOn: 'Closing date of the consultation',
  implementationOn: 'Date of implementation',
}

const usualWhens: readonly Verdict[][] = [
  ['carried'],
  ['not-carried'],
  ['carried', 'not-carried'],
  ['carried', 'not-carried', 'tied'],
  ['tied'],
  ['no-decision'],
]

/** "Carried", "Carried or not carried": the results on which something follows, one among them being that in force. */
export function whenOptions(current: string): { value: string; label: string }[] {
  const values = usualWhens.map((when) => when.join(','))
  return [...values, ...(values.includes(current) ? [] : [current])].map((value) => ({
    value,
    label: whenWords(value.split(',') as Verdict[]),
  }))
}

export function whenWords(when: readonly Verdict[]): string {
  return capital(when.map((each) => verdictWords[each]).join(' or '))
}

/** "Consultation closes 20 working days after the meeting". */
export function consequenceWords(
  consequence: Consequence,
  stageName: (key: string) => string,
  all: readonly Consequence[],
): string {
  if (consequence.kind === 'workgroup') return 'The workgroup in the phrase has it'
  if (consequence.kind === 'stage') {
    const detail = consequence.stageDetail === '' ? '' : ` (${consequence.stageDetail})`
    return `Moves to ${stageName(consequence.stage)}${detail}`
  }
  const { label, count, parameter } = consequence
  if (count === null)
    return `${label} on the ${parameter === 'closingDate' ? 'closing date' : 'date'} in the phrase`
  const { workingDays, after, counting } = count
  const days = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`
  return `${label} ${days} ${counting === 'inclusive' ? 'from and with' : 'after'} ${afterWords(after, all)}`
}

function afterWords(after: string, all: readonly Consequence[]): string {
  if (after === 'meeting') return 'the meeting'
  if (after === 'decision') return 'the decision'
  const other = all.find((each) => each.kind === 'date' && each.key === after)
  return other?.kind === 'date' ? `“${other.label}”` : after
}

/** From what a date can be counted: the meeting, the decision, and the dates that stand before it. */
export function afterOptions(before: readonly ConsequenceDraft[]): { value: string; label: string }[] {
  return [
    { value: 'meeting', label: 'The meeting' },
    { value: 'decision', label: 'The decision' },
    ...before.flatMap((each) =>
      each.kind === 'date' && each.key !== '' ? [{ value: each.key, label: each.label }] : [],
    ),
  ]
}
