import { positionWords, voteMethodWords } from '../contract/words.ts'
import type { RecordQuestion, RecordRound } from '../minutes/record-types.ts'
import { verdictWords } from '../voting/verdict-sentence.ts'
import { instantWords } from './dates.ts'
import { pair, type DefinitionPair } from './model.ts'

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
  const voices = round.declared === undefined ? '' : ', declared on the voices'
  return `${words}${voices}${unanimous}${castingWords(round.castingVote)}${round.isIndicative ? ' – indicative only, the meeting was not quorate' : ''}`
}

function castingWords(vote: RecordRound['castingVote']): string {
  if (vote === null) return ''
  const whose = vote.by === null ? 'the chair’s casting vote' : `the casting vote of ${vote.by.initials}`
  return `, on ${whose} (${vote.value})`
}

/** "Vote on 0621A: roll call, 11:20", "Vote on 0621A, taken again (vote 2): by exception, 12:02". */
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

/** Each correction of a position after it was recorded: what it was, when and why. */
export function correctionPairs(round: RecordRound, day: string): DefinitionPair[] {
  return round.positions.flatMap(({ initials, corrections }) =>
    corrections.map(({ oldValue, newValue, correctedAt, correctedBy, reason }) =>
      pair(
        'Corrected',
        `${initials} from ${nameOf(oldValue)} to ${nameOf(newValue)}, ${instantWords(correctedAt, day)}, ` +
          `by ${correctedBy}${reason.trim() === '' ? '.' : `: ${withStop(reason)}`}`,
      ),
    ),
  )
}

/** Each earlier vote on the question that was taken again: its reason, count and result. */
export function supersededPairs(question: RecordQuestion, day: string): DefinitionPair[] {
  return question.rounds
    .slice(0, -1)
    .map((round) =>
      pair(
        'Superseded',
        `The vote of ${instantWords(round.openedAt, day)}: ${withStop(round.supersededReason)} Its count was ` +
          `${round.reconciliation}. Its result was: ${lowerFirst(verdictOf(round))}.`,
      ),
    )
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** For the middle of a sentence. Initials later in it stay as they are. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The sentence with a full stop at its end, if it has no mark there. */
export function withStop(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?:…][)\]’”"']*$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

function nameOf(value: keyof typeof positionWords): string {
  return positionWords[value].name.toLowerCase()
}
