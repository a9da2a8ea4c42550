import { badInput, PanelbookError } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import type { SeatChoice } from './choose-seat.ts'
import { namingField } from './name-field.ts'
import { namedOption, type StatedPosition } from './named-option.ts'
import { beginRecording } from './recording.ts'
import { headingOf } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export type PositionToRecord = SeatChoice & StatedPosition

/**
 * Records positions of an open vote, and one position for every seat that is then still to come. A change of any
 * position takes a casting vote back: it rested on the tie as it was.
 * @param fieldOf the input's field of the nth position, for a refusal
 * @returns the headings of the positions named, in their order
 * @throws PanelbookError as `chooseSeat`, `namedOption` and `recordedStanding`
 */
export function recordPositions(
  context: CommandContext,
  vote: VoteAtHand,
  named: readonly PositionToRecord[],
  rest: StatedPosition | undefined,
  fieldOf: (index: number) => string,
): string[] {
  const rule = JSON.parse(vote.round.rule) as VotingRule
  const recording = beginRecording(context, vote)
  const done = new Set<string>()
  const writeNamed = ({ value, option, ...choice }: PositionToRecord, field: string): string => {
    const seatId = recording.seatOf(choice, field)
    const row = recording.row(seatId)
    if (row === undefined) throw new PanelbookError('not-found', 'There is no such seat in this vote.')
    if (done.has(seatId)) {
      const who = headingOf(row)
      throw badInput(`${field}value`, `${who} is named twice`, `${who} is named twice in this vote.`)
    }
    done.add(seatId)
    const fields = { value: `${field}value`, option: `${field}option` }
    const optionKey = namedOption(rule, { value, option }, fields)
    return recording.set(seatId, value, choice.initials, optionKey)
  }
  const headings = named.map((position, index) => {
    const field = fieldOf(index)
    const who = position.seatId === undefined ? 'initials' : 'seatId'
    return namingField(field, who, () => writeNamed(position, field))
  })
  if (rest !== undefined) {
    const optionKey = namedOption(rule, rest, { value: 'rest', option: 'restOption' })
    for (const seatId of recording.pending()) {
      // A position that is taken back in this very call is not one of the rest.
      if (!done.has(seatId)) recording.set(seatId, rest.value, undefined, optionKey)
    }
  }
  recording.finish()
  return headings
}
