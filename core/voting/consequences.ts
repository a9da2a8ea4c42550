import type { Consequence, DateConsequence, DecidedVerdict } from '../contract/consequences.ts'
import type { DeterminationConsequences, ForeseenConsequence } from '../contract/determinations.ts'
import { countInWords, givenDateWarning } from '../timetable/count-in-words.ts'
import { dayInWords, shortDay } from '../timetable/day-in-words.ts'
import type { DeterminationParameters } from './determination.ts'

/** What the register and the meeting have to say to what follows. Dates YYYY-MM-DD. */
export interface ConsequenceFacts {
  verdict: DecidedVerdict
  /** Last day of the meeting. */
  meetingOn: string
  /** Day of the decision. */
  decidedOn: string
  parameters: DeterminationParameters
  /** Dates given in place of counted ones, by their names. */
  dates: Readonly<Record<string, string>>
  code: { shortName: string; stages: readonly { key: string; name: string }[] }
  workgroups: readonly { id: string; shortName: string }[]
  proposal: { stageKey: string; workgroupId: string | null }
}

const nothing = {
  arithmetic: '',
  warning: null,
  problem: null,
  date: null,
  isDate: false,
  parameter: null,
  calendarVersion: null,
  values: {},
} satisfies Partial<ForeseenConsequence>

/**
 * What follows from a result, in the order of the question's list. The dates come first to be worked out, because the
 * detail of a stage may hold one. Only what names the verdict follows: where a vote against is the usual answer, its
 * consequences say `not-carried` themselves.
 */
export function foreseeConsequences(
  list: readonly Consequence[],
  facts: ConsequenceFacts,
): ForeseenConsequence[] {
  const following = list.filter(({ when }) => when.includes(facts.verdict))
  const dates = foreseeDates(
    following.filter((each): each is DateConsequence => each.kind === 'date'),
    facts,
  )
  return following.flatMap((each) => {
    if (each.kind === 'workgroup') return [foreseeWorkgroup(facts)]
    if (each.kind === 'stage') return [foreseeStage(each, facts, dates)]
    return dates.get(each.key) ?? []
  })
}

/** What of it all is changed, together; what has a problem or only serves to count others changes nothing. */
export function togetherOf(foreseen: readonly ForeseenConsequence[]): DeterminationConsequences {
  const applied = foreseen.filter(({ values }) => Object.keys(values).length > 0)
  const values = Object.assign({}, ...applied.map((each) => each.values)) as DeterminationConsequences
  if (applied.length === 0) return values
  // A date from which another is counted changes nothing, and yet the other cannot be checked without it.
  const working = foreseen
    .filter(({ problem, date, isDate }) => problem === null && (!isDate || date !== null))
    .map(({ words, arithmetic }) => (arithmetic === '' ? words : `${words}: ${arithmetic}`))
  const calendarVersion = foreseen.find((each) => each.calendarVersion !== null)?.calendarVersion ?? null
  return { ...values, working, ...(calendarVersion === null ? {} : { calendarVersion }) }
}

function foreseeDates(
  list: readonly DateConsequence[],
  facts: ConsequenceFacts,
): ReadonlyMap<string, ForeseenConsequence> {
  const found = new Map<string, ForeseenConsequence>()
  for (const each of list) found.set(each.key, foreseeDate(each, facts, found))
  return found
}

function foreseeDate(
  consequence: DateConsequence,
  facts: ConsequenceFacts,
  before: ReadonlyMap<string, ForeseenConsequence>,
): ForeseenConsequence {
  const { key, label, parameter, count, sets } = consequence
  const given = facts.dates[key] ?? (parameter === null ? undefined : facts.parameters[parameter])
  const from =
    count === null
      ? null
      : count.after === 'meeting'
        ? facts.meetingOn
        : count.after === 'decision'
          ? facts.decidedOn
          : (before.get(count.after)?.date ?? null)
  const counted = count === null || from === null ? null : countInWords({ ...count, from })
  const base = { ...nothing, key, label, isDate: true, parameter }
  const valuesOf = (date: string) => (sets === null ? {} : { [sets]: date })
  if (given !== undefined && given !== counted?.date) {
    const rule = counted === null ? '' : ` instead of ${shortDay(counted.date)}: ${counted.arithmetic}`
    return {
      ...base,
      words: `${label} ${shortDay(given)}`,
      arithmetic: `given${rule}`,
      warning: given < facts.decidedOn ? beforeTheDecision(given) : givenDateWarning(given, count?.calendar),
      date: given,
      calendarVersion: counted?.calendarVersion ?? null,
      values: valuesOf(given),
    }
  }
  if (counted === null) {
    const problem =
      count === null ? 'The date is not given yet.' : 'The date from which it is counted is not known.'
    return { ...base, words: label, problem }
  }
  const { date, arithmetic, warning, calendarVersion } = counted
  return {
    ...base,
    words: `${label} ${shortDay(date)}`,
    arithmetic,
    warning,
    date,
    calendarVersion,
    values: valuesOf(date),
  }
}

function beforeTheDecision(date: string): string {
  return `${shortDay(date)} lies before the decision.`
}

function foreseeStage(
  consequence: Extract<Consequence, { kind: 'stage' }>,
  { code, proposal }: ConsequenceFacts,
  dates: ReadonlyMap<string, ForeseenConsequence>,
): ForeseenConsequence {
  const base = { ...nothing, key: 'stage', label: 'Stage' }
  const stage = code.stages.find(({ key }) => key === consequence.stage)
  if (stage === undefined) {
    return {
      ...base,
      words: `Moves to the stage “${consequence.stage}”`,
      problem: `The ${code.shortName} has no such stage: change the question in Bodies.`,
    }
  }
  const stageDetail = consequence.stageDetail.replace(/\{([^{}]*)\}/g, (_whole, name: string) => {
    const date = dates.get(name)?.date ?? null
    return date === null ? `[${name}]` : dayInWords(date)
  })
  const detail = stageDetail === '' ? '' : `: ${stageDetail}`
  const moves = stage.key === proposal.stageKey ? 'Stays at' : 'Moves to'
  return {
    ...base,
    words: `${moves} ${stage.name}${detail}`,
    values: { stage: stage.key, ...(stageDetail === '' ? {} : { stageDetail }) },
  }
}

/** The workgroup by its short name, however it is spelt: WG1, wg 1, and 1 where that names only one. */
function foreseeWorkgroup({ parameters, workgroups, code, proposal }: ConsequenceFacts): ForeseenConsequence {
  const base = { ...nothing, key: 'workgroup', label: 'Workgroup', parameter: 'workgroup' as const }
  const name = (parameters.workgroup ?? '').trim()
  if (name === '')
    return { ...base, words: 'The workgroup has it', problem: 'The workgroup is not given yet.' }
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const workgroup =
    workgroups.find(({ shortName }) => bare(shortName) === bare(name)) ??
    workgroups.find(({ shortName }) => bare(shortName) === `wg${bare(name)}`)
  if (workgroup === undefined) {
    const problem = `The register has no workgroup ${name} of the ${code.shortName}, so the proposal is not put to one.`
    return { ...base, words: `Workgroup ${name} has it`, problem }
  }
  const words = `${workgroup.shortName} ${workgroup.id === proposal.workgroupId ? 'keeps' : 'has'} it`
  return { ...base, words, values: { workgroupId: workgroup.id } }
}
