import { positionWords, voteMethodWords } from '../contract/words.ts'
import type { RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { verdictWords } from '../voting/verdict-sentence.ts'
import { instantWords } from './dates.ts'
import type { DefinitionPair } from './model.ts'
import { plain } from './model.ts'

/** "Carried, unanimously in favour", "Not carried", "Waiting for positions: NR, SB still to come". */
export function verdictOf(round: RecordRound): string {
  if (round.verdict === 'pending')
    return `Waiting for positions: ${round.stillToCome.join(', ')} still to come`
  const words = verdictWords[round.verdict]
  const unanimous =
    round.unanimous === null
      ? ''
      : round.unanimous === 'for'
        ? ', unanimously in favour'
        : ', unanimously against'
  const casting =
    round.castingVote === null
      ? ''
      : `, on the casting vote ${round.castingVote.value}${round.castingVote.by === null ? '' : ` of ${round.castingVote.by.initials}`}`
  return `${words}${unanimous}${casting}${round.isIndicative ? ' – indicative only, the meeting was not quorate' : ''}`
}

/** "Roll call, question put at 11:20." */
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
  return `Vote on ${subject}${again}: ${method}, ${when}`
}

/**
 * How the result follows: rule, count that adds up, arithmetic, quorum, and by whom votes were exercised.
 * The annex explains the rule in a sentence; the minutes name it, and the arithmetic says what it asked for.
 */
export function countingPairs(round: RecordRound, isRuleExplained: boolean): DefinitionPair[] {
  const pair = (term: string, text: string): DefinitionPair => ({ term, runs: [plain(text)] })
  const exercised = exercisedWords(round)
  return [
    pair('Rule', `${capital(round.ruleName)}.${isRuleExplained ? ` ${round.ruleExplanation}` : ''}`),
    pair('Count', `${round.reconciliation}.`),
    pair('Arithmetic', capital(round.arithmetic)),
    ...(round.quorum === '' ? [] : [pair('Quorum', round.quorum)]),
    ...(exercised === '' ? [] : [pair('Exercised by', exercised)]),
  ]
}

/** Votes that somebody else than the member of the seat exercised. */
function exercisedWords(round: RecordRound): string {
  const carried = round.positions
    .filter(({ basis, castBy }) => basis === 'carried' && castBy !== null)
    .map(({ initials, castBy }) => `the vote of ${initials} was carried by ${castBy?.initials ?? ''}`)
  const alternates = round.positions
    .filter(({ basis, castBy }) => basis === 'alternate' && castBy !== null)
    .map(({ castBy, seat }) => `${castBy?.initials ?? ''} as alternate for ${seat}`)
  const written = round.positions
    .filter(({ basis }) => basis === 'written')
    .map(({ initials }) => `${initials} by written position`)
  const words = [...carried, ...alternates, ...written].join('; ')
  return words === '' ? '' : `${capital(words)}.`
}

/** One line for each correction of a closed vote. */
export function correctionLines(round: RecordRound, day: string): string[] {
  return round.positions.flatMap(({ initials, corrections }) =>
    corrections.map(
      ({ oldValue, newValue, correctedAt, correctedBy, reason }) =>
        `The position of ${initials} was corrected from ${nameOf(oldValue)} to ${nameOf(newValue)} at ` +
        `${instantWords(correctedAt, day)} by the ${correctedBy}: ${reason}`,
    ),
  )
}

/** One line for each vote on the question that was taken again. */
export function supersededLines(question: RecordQuestion, day: string): string[] {
  return question.rounds
    .slice(0, -1)
    .map(
      (round) =>
        `The vote taken at ${instantWords(round.openedAt, day)} was superseded: ${withStop(round.supersededReason)} ` +
        `Its count was ${round.reconciliation}; it was ${verdictOf(round).toLowerCase()}.`,
    )
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The sentence with a full stop at its end, if it has no mark there. */
export function withStop(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?:…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

function nameOf(value: keyof typeof positionWords): string {
  return positionWords[value].name.toLowerCase()
}
