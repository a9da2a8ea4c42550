import type { Reader } from '../../db/store-types.ts'
import { itemRow } from '../agenda/item-row.ts'
import type { Phrases } from '../contract/question-kinds.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { decidedVerdicts, type Consequence, type DecidedVerdict } from '../contract/consequences.ts'
import { parameterNames, type Foreseen, type ParameterName } from '../contract/determinations.ts'
import { dayAtHand, meetingRow } from '../meetings/meeting-row.ts'
import { foreseeConsequences, togetherOf } from './consequences.ts'
import { fittingPhrase, type DeterminationParameters } from './determination.ts'
import { registerFacts } from './register-facts.ts'
import {
  composeRound,
  currentRound,
  evaluateRound,
  positionRows,
  questionRow,
  type QuestionRow,
} from './round-row.ts'

const usualLabels: Record<ParameterName, string> = {
  workgroup: 'Workgroup',
  date: 'Date',
  closingDate: 'Consultation closes',
}

/**
 * What the determination of a question would say and change, without writing it. Dates that are not given are counted
 * as the kind of question says, and fill the places in the phrase.
 * @param now instant of the call: a determination is of the day at hand of its meeting
 * @throws PanelbookError `not-found`
 */
export function foreseeDetermination(
  db: Reader,
  now: string,
  { questionId, parameters, dates, without }: CheckedInput<'determination.foresee'>,
): Foreseen {
  const question = questionRow(db, questionId)
  const round = currentRound(db, questionId)
  const positions = positionRows(db, [round.id])
  const evaluation = evaluateRound(round, positions)
  const meeting = meetingRow(db, itemRow(db, question.agenda_item_id).meeting_id)
  const list = JSON.parse(question.consequences) as Consequence[]
  const verdict = decidedVerdicts.find((each) => each === evaluation.verdict)
  const whyNone = whyNothingFollows(verdict, round.is_indicative === 1, question, list)
  const consequences =
    verdict === undefined || question.proposal_id === null || round.is_indicative === 1
      ? []
      : foreseeConsequences(list, {
          verdict,
          meetingOn: meeting.ends_on,
          decidedOn: dayAtHand(meeting, now),
          parameters,
          dates,
          ...registerFacts(db, question.proposal_id),
        })
  const filled: DeterminationParameters = { ...parameters }
  for (const { parameter, date } of consequences) {
    if ((parameter === 'date' || parameter === 'closingDate') && date !== null) filled[parameter] = date
  }
  const phrase =
    verdict === undefined
      ? ''
      : fittingPhrase({ phrases: JSON.parse(question.phrases) as Phrases, evaluation, castingVote: null })
  const places = parameterNames
    .filter(
      (name) => phrase.includes(`{${name}}`) || consequences.some(({ parameter }) => parameter === name),
    )
    .map((name) => ({
      name,
      label: labelOf(name, list),
      value: filled[name] ?? null,
      isCounted: parameters[name] === undefined && filled[name] !== undefined,
    }))
  return {
    text: composeRound(question, round, positions, filled),
    parameters: filled,
    places,
    missing: places.filter(({ value }) => (value ?? '').trim() === '').map(({ name }) => name),
    consequences,
    whyNone: consequences.length === 0 ? whyNone : '',
    values: togetherOf(consequences.filter(({ key }) => !without.includes(key))),
  }
}

function whyNothingFollows(
  verdict: DecidedVerdict | undefined,
  isIndicative: boolean,
  question: QuestionRow,
  list: readonly Consequence[],
): string {
  if (verdict === undefined) return 'Positions are still to come.'
  if (isIndicative) return 'The vote was an indication only, so the proposal does not move.'
  if (question.proposal_id === null) return 'The item is about no proposal that could move.'
  if (question.objective_key !== null) return 'Nothing follows for the register from a view on an objective.'
  if (question.option_key !== null && list.length === 0) {
    return 'Nothing follows for the register: the option is no proposal there, or its kind of question has no consequences.'
  }
  return list.length === 0
    ? 'This kind of question has no consequences for the register; Bodies can give it some.'
    : 'Nothing follows from this result.'
}

/** A date is called in the form as it is among the consequences. */
function labelOf(name: ParameterName, list: readonly Consequence[]): string {
  const date = list.find((each) => each.kind === 'date' && each.parameter === name)
  return date?.kind === 'date' ? date.label : usualLabels[name]
}
