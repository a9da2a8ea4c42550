import type { z } from 'zod'
import { readLineAt } from '../actions/read-line.ts'
import type { ReadActionLine } from '../contract/action-lines.ts'
import type {
  determinationParameters,
  DeterminationConsequences,
  ForeseenConsequence,
} from '../contract/determinations.ts'
import { itemPlaces, type ItemPlace } from '../contract/places.ts'
import type { ScriptBranch } from '../contract/script-words.ts'
import type { ForeseenBranch } from '../contract/scripts.ts'
import { onwardOutcomes, outcomeWords } from '../contract/words.ts'
import { dayAtHand } from '../meetings/meeting-row.ts'
import { lowerFirst, onOneLine } from '../sentence.ts'
import { fill } from '../snippets/fill.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { foreseeConsequences, togetherOf } from '../voting/consequences.ts'
import type { AtItem } from './at-item.ts'

type Parameters = z.infer<typeof determinationParameters>

/** A branch as it would be taken here: what is shown of it, and what is then written. */
export interface BranchAtItem {
  view: ForeseenBranch
  reason: string
  determination: { kind: string; text: string } | null
  parameters: Parameters
  consequences: DeterminationConsequences
  action: ReadActionLine | null
}

/** What a branch would do at an item, without doing it. */
export function foreseeBranch(
  at: AtItem,
  branch: ScriptBranch,
  number: number,
  given: Parameters,
): BranchAtItem {
  const consequences = foreseen(at, branch, given)
  const words = wordsOf(at, branch, given, consequences)
  const action = words.action === '' ? null : readLineAt(at.db, at.item.id, words.action)
  const effects = effectsOf(at, branch, words, consequences, action)
  const taken = whatStands(at, branch)
  return {
    view: {
      number,
      label: branch.label,
      effects,
      sentence: `${effects.map(inBrief).join('. ')}.`,
      problem: taken === null ? whyNot(at, branch, words, action) : 'It stands already.',
      warnings: warningsOf(consequences, action),
      asks: asked(branch, workgroupOf(at, given), consequences),
      taken,
    },
    reason: words.reason,
    determination:
      branch.determination === null ? null : { kind: branch.determination.kind, text: words.determination },
    parameters: parametersOf(at, given, consequences),
    consequences: togetherOf(consequences),
    action,
  }
}

/** The texts of a branch, filled. */
interface Words {
  reason: string
  determination: string
  action: string
  /** Names of places that nothing fills. */
  unknown: string[]
}

/** The branch is what was agreed, so what follows is what follows on carried. */
function foreseen(at: AtItem, { consequences }: ScriptBranch, given: Parameters): ForeseenConsequence[] {
  if (at.register === null) return []
  return foreseeConsequences(consequences, {
    verdict: 'carried',
    meetingOn: at.meeting.ends_on,
    decidedOn: dayAtHand(at.meeting, at.now),
    parameters: { ...given, workgroup: workgroupOf(at, given) },
    dates: {},
    ...at.register,
  })
}

function workgroupOf(at: AtItem, given: Parameters): string | undefined {
  const name = (given.workgroup ?? '').trim()
  return name === '' ? at.values.workgroup : name
}

function wordsOf(
  at: AtItem,
  branch: ScriptBranch,
  given: Parameters,
  consequences: readonly ForeseenConsequence[],
): Words {
  const dates = new Map(
    consequences.flatMap(({ key, date, isDate }) =>
      isDate && date !== null ? [[key, dayInWords(date)]] : [],
    ),
  )
  return filledWords(branch, (name) =>
    name === 'workgroup' ? workgroupOf(at, given) : (dates.get(name) ?? at.values[name as ItemPlace]),
  )
}

function filledWords(branch: ScriptBranch, value: (name: string) => string | undefined): Words {
  const reason = fill(branch.reason, value)
  const determination = fill(branch.determination?.text ?? '', value)
  // A name of several words is an owner where it stands in quotation marks.
  const ownersEnd = /\sto(\s|$)/.exec(branch.action)?.index ?? 0
  const action = fill(branch.action, (name, from) => {
    const known = value(name)
    return known === undefined || from >= ownersEnd ? known : `"${known.replaceAll('"', '')}"`
  })
  return {
    reason: onOneLine(reason.text),
    determination: determination.text,
    action: onOneLine(action.text),
    unknown: [...new Set([...reason.unknown, ...determination.unknown, ...action.unknown])],
  }
}

function effectsOf(
  at: AtItem,
  { outcome }: ScriptBranch,
  words: Words,
  consequences: readonly ForeseenConsequence[],
  action: ReadActionLine | null,
): string[] {
  const effects: string[] = []
  if (outcome !== null) {
    const onward = onwardOutcomes.includes(outcome) ? `, goes to ${at.onward}` : ''
    const reason = words.reason === '' ? '' : ` – ${words.reason}`
    effects.push(`${outcomeWords[outcome]}${onward}${reason}`)
  }
  if (words.determination !== '') effects.push(`Determination “${words.determination}”`)
  for (const { problem, words: follows, arithmetic, values } of consequences) {
    if (problem !== null || Object.keys(values).length === 0) continue
    effects.push(arithmetic === '' ? follows : `${follows} (${arithmetic})`)
  }
  if (action !== null) {
    const owners = action.owners.map(({ name }) => name).join(', ')
    const due = action.dueWords === '' ? '' : `, due ${action.dueWords}`
    effects.push(`Action${owners === '' ? '' : ` for ${owners}`}: ${action.text}${due}`)
  }
  return effects
}

/** Without the bank holidays and the calendar by which a date was counted. */
function inBrief(effect: string): string {
  return effect.replace(/; [^)]*calendar [^)]*\)$/, ')')
}

/** Why a branch cannot be taken, whatever is still given with it; null where it can. */
function whyNot(
  at: AtItem,
  branch: ScriptBranch,
  words: Words,
  action: ReadActionLine | null,
): string | null {
  const closed = whyNotOpen(at.meeting)
  if (closed !== null) return closed
  const isOpen = at.questions.some(({ withdrawn, round }) => withdrawn === null && round.state === 'open')
  if (branch.determination !== null && isOpen) {
    return 'A vote on this item is still open: write its determination, or withdraw the question, first.'
  }
  if (branch.consequences.length > 0 && at.register === null) {
    return 'The item is about no proposal that could move.'
  }
  const unknown = words.unknown.filter((name) => name !== 'workgroup' && name in itemPlaces)
  if (unknown.length > 0) {
    const labels = unknown.map((name) => lowerFirst(itemPlaces[name as ItemPlace]))
    return `It is not known here: ${labels.join(', ')}.`
  }
  return action?.problems.find(({ isWarning }) => !isWarning)?.message ?? null
}

/** Why nothing can be put or taken at a meeting now; null where it can. */
export function whyNotOpen({ state }: AtItem['meeting']): string | null {
  if (state === 'planned') return 'The meeting has not been opened yet.'
  return state === 'closed' ? 'The meeting is closed and its record is final.' : null
}

/** What is still to be given is asked for instead. */
function warningsOf(consequences: readonly ForeseenConsequence[], action: ReadActionLine | null): string[] {
  return [
    ...consequences.flatMap(({ warning, problem, parameter, isDate, date }) => [
      ...(warning === null ? [] : [warning]),
      ...(problem === null || (isDate && parameter !== null && date === null) ? [] : [problem]),
    ]),
    ...(action?.problems ?? []).filter(({ isWarning }) => isWarning).map(({ message }) => message),
  ]
}

function asked(
  branch: ScriptBranch,
  workgroup: string | undefined,
  consequences: readonly ForeseenConsequence[],
): ForeseenBranch['asks'] {
  const texts = [branch.reason, branch.determination?.text ?? '', branch.action]
  const isAboutWorkgroup =
    branch.consequences.some(({ kind }) => kind === 'workgroup') ||
    texts.some((words) => words.includes('{workgroup}'))
  return [
    ...(isAboutWorkgroup
      ? [{ name: 'workgroup' as const, label: 'Workgroup', isDate: false, value: workgroup ?? null }]
      : []),
    ...consequences.flatMap(({ parameter, label, isDate, date }) =>
      isDate && parameter !== null ? [{ name: parameter, label, isDate, value: date }] : [],
    ),
  ]
}

/** What filled the places, as it is kept with the determination. */
function parametersOf(
  at: AtItem,
  given: Parameters,
  consequences: readonly ForeseenConsequence[],
): Parameters {
  const dates = consequences.flatMap(({ parameter, isDate, date }) =>
    isDate && parameter !== null && date !== null ? [[parameter, date]] : [],
  )
  const workgroup = workgroupOf(at, given)
  return { ...(workgroup === undefined ? {} : { workgroup }), ...Object.fromEntries(dates) }
}

/**
 * What stands of a branch, where all of it does: whoever set it, and however it was undone or changed since. Dates and
 * the workgroup may be others than would be counted now.
 */
function whatStands(at: AtItem, branch: ScriptBranch): string | null {
  const isDate = (name: string) =>
    branch.consequences.some((each) => each.kind === 'date' && each.key === name)
  const words = filledWords(branch, (name) =>
    name === 'workgroup' || isDate(name) ? undefined : at.values[name as ItemPlace],
  )
  const stands: string[] = []
  if (branch.outcome !== null) {
    if (at.item.outcome !== branch.outcome || !fits(words.reason, at.item.outcome_reason)) return null
    stands.push(outcomeWords[branch.outcome])
  }
  if (branch.determination !== null) {
    const found = at.determinations.find(({ text }) => fits(words.determination, text))
    if (found === undefined) return null
    stands.push(`“${found.text}”`)
  }
  if (words.action !== '') {
    const { text } = readLineAt(at.db, at.item.id, words.action)
    const found = at.actions.find((action) => fits(text, action.text))
    if (found === undefined) return null
    stands.push(`action ${found.reference}`)
  }
  return stands.join(' · ')
}

/** Whether a text says what was expected, with anything in the places that were left open. */
function fits(expected: string, text: string): boolean {
  const parts = expected.split(/\[[^[\]]+\]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^]*')}$`).test(text)
}
