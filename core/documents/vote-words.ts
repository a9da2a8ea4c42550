import {
  objectiveAnswers,
  positionWords,
  verdictWords,
  voteMethodWords,
  type PositionValue,
} from '../contract/words.ts'
import type { RecordItem, RecordPosition, RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { capital, lowerFirst } from '../sentence.ts'
import { instantWords } from './dates.ts'
import { bold, pair, plain, type DefinitionPair, type Run } from './model.ts'

/** What a vote is about: the proposal, or the item. */
export function subjectOf(item: RecordItem): string {
  return item.proposal?.reference ?? item.fullLabel
}

/** With the option and the objective of one of several votes that are taken together: "0621 Alternative A, overall". */
export function subjectOfVote(item: RecordItem, question: RecordQuestion): string {
  const subject = subjectOf(item)
  const { option, objective } = question.joint ?? { option: null, objective: null }
  if (option === null) return subject
  const name = option.label.includes(subject) ? option.label : `${subject} ${option.label}`
  return objective === null ? name : `${name}, ${objective.label}`
}

/** How a vote among others that are taken together is called: "Alternative A – Objective (a)". */
export function rowName({ joint, text }: RecordQuestion): string {
  if (joint === undefined || joint.option === null) return text
  const { option, objective } = joint
  return objective === null ? option.label : `${option.label} – ${objective.label}`
}

/** "Carried, unanimously in favour", "Not carried", "Waiting for positions: NR, SB still to come". */
export function verdictOf(round: RecordRound): string {
  if (round.verdict === 'pending')
    return `Waiting for positions: ${round.stillToCome.join(', ')} still to come`
  const preference = preferenceWords(round)
  const words = preference ?? verdictWords[round.verdict].name
  const unanimous =
    round.unanimous === null
      ? ''
      : preference !== null
        ? ', unanimously'
        : round.unanimous === 'for'
          ? ', unanimously in favour'
          : ', unanimously against'
  const voices = round.declared === undefined ? '' : ', declared on the voices'
  return `${words}${voices}${unanimous}${castingWords(round.castingVote)}${round.isIndicative ? ' – indicative only, the meeting was not quorate' : ''}`
}

/** "Alternative A is preferred": what a vote by preference comes to. Null for all others. */
function preferenceWords({ byOption, verdict }: RecordRound): string | null {
  if (byOption === undefined) return null
  const preferred = byOption.find(({ isPreferred }) => isPreferred)
  if (preferred !== undefined) return `${preferred.label} is preferred`
  return verdict === 'not-carried' ? 'No option is preferred' : null
}

function castingWords(vote: RecordRound['castingVote']): string {
  if (vote === null) return ''
  const whose = vote.by === null ? 'the chair’s casting vote' : `the casting vote of ${vote.by.initials}`
  return vote.isOvertaken === true
    ? `, there being no tie any more for ${whose} (${vote.value}) to settle`
    : `, on ${whose} (${vote.value})`
}

/**
 * "Vote on 0621A: roll call, 11:20", "Vote on 0621A, taken again (vote 2): by exception, 12:02"; of a written
 * resolution with its deadline.
 */
export function voteCaption(
  question: RecordQuestion,
  round: RecordRound,
  subject: string,
  day: string,
): string {
  const method = voteMethodWords[round.method].toLowerCase()
  const isFirst = question.rounds.length === 1
  const when = isFirst ? instantWords(question.putAt, day) : instantWords(round.openedAt, day)
  const again = isFirst ? '' : round.number === 1 ? ', first vote' : `, taken again (vote ${round.number})`
  const deadline =
    round.deadline === undefined ? '' : `, positions taken until ${instantWords(round.deadline, day)}`
  return `Vote on ${subject}${again}: ${method}, ${when}${deadline}`
}

/** How the result follows: rule, count that adds up, arithmetic, quorum, and by whom votes were exercised. */
export function countingPairs(round: RecordRound): DefinitionPair[] {
  const exercised = exercisedWords(round)
  return [
    pair('Rule', `${capital(round.ruleName)}.`),
    pair('Count', `${round.reconciliation}.`),
    pair('Arithmetic', capital(round.arithmetic)),
    ...(round.quorum === '' ? [] : [pair('Quorum', round.quorum)]),
    ...(exercised === '' ? [] : [pair('Exercised by', exercised)]),
  ]
}

/** Votes that somebody else than the member of the seat exercised. */
export function exercisedWords(round: RecordRound): string {
  const carried = round.positions
    .filter(({ basis, castBy }) => basis === 'carried' && castBy !== null)
    .map(({ initials, castBy }) => `the vote of ${initials} was carried by ${castBy?.initials ?? ''}`)
  const alternates = round.positions
    .filter(({ basis, castBy }) => basis === 'alternate' && castBy !== null)
    .map(({ castBy, seat }) => `${castBy?.initials ?? ''} as alternate for ${seat}`)
  // Where all of them were sent in writing, that is how the vote was taken.
  const written = round.positions
    .filter(({ basis }) => basis === 'written' && round.method !== 'written')
    .map(({ initials }) => `${initials} by written position`)
  const words = [...carried, ...alternates, ...written].join('; ')
  return words === '' ? '' : `${capital(words)}.`
}

type Correction = RecordPosition['corrections'][number]

/** What a corrected position was and what it became, in words: "For", "Yes" against an objective, or the option. */
export function correctedFromTo(
  { oldValue, newValue, oldOption, newOption }: Correction,
  { joint }: Pick<RecordQuestion, 'joint'>,
): { from: string; to: string } {
  const answers = joint === undefined || joint.objective === null ? {} : objectiveAnswers
  const nameOf = (value: PositionValue) => answers[value] ?? positionWords[value].name
  return { from: oldOption ?? nameOf(oldValue), to: newOption ?? nameOf(newValue) }
}

/**
 * Each correction of a position after it was recorded: what it was, when and why.
 * @param name of the vote, where it stands among others
 */
export function correctionPairs(question: RecordQuestion, day: string, name = ''): DefinitionPair[] {
  const words = (correction: Correction): string => {
    const { from, to } = correctedFromTo(correction, question)
    // The label of an option keeps its capital.
    return `from ${correction.oldOption ?? from.toLowerCase()} to ${correction.newOption ?? to.toLowerCase()}`
  }
  return question.rounds.flatMap((round) =>
    round.positions.flatMap(({ initials, corrections }) =>
      corrections.map((correction) => {
        const { correctedAt, correctedBy, reason } = correction
        const where = round === question.rounds.at(-1) ? '' : ' in the superseded vote'
        const how = `${instantWords(correctedAt, day)}, by ${correctedBy}`
        const why = reason.trim() === '' ? '.' : `: ${withStop(reason)}`
        return {
          term: 'Corrected',
          runs: [...inFront(name), plain(`${initials} ${words(correction)}${where}, ${how}${why}`)],
        }
      }),
    ),
  )
}

/** Each earlier vote on the question that was taken again: its reason, count and result. */
export function supersededPairs(question: RecordQuestion, day: string, name = ''): DefinitionPair[] {
  return question.rounds.slice(0, -1).map((round) => ({
    term: 'Superseded',
    runs: [
      ...inFront(name),
      plain(
        `The vote of ${instantWords(round.openedAt, day)}: ${withStop(round.supersededReason)} Its count was ` +
          `${round.reconciliation}. Its result was: ${lowerFirst(verdictOf(round))}.`,
      ),
    ],
  }))
}

/** The sentence with a full stop at its end, if it has no mark there. */
export function withStop(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?:…][)\]’”"']*$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

function inFront(name: string): Run[] {
  return name === '' ? [] : [bold(`${name}: `)]
}
