import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { JointVoteAtHand } from './joint-vote-at-hand.ts'
import { isRecorded } from './position-change.ts'
import { openRows, whereEntitled } from './record-jointly.ts'
import { headingOf } from './round-row.ts'
import { listed } from './vote-words.ts'

interface Copy {
  from: string
  to: readonly string[]
  seatId: string | undefined
}

/**
 * Gives other options the positions that were recorded on one, objective by objective and overall. Nothing is given
 * where it is still to come, where a seat cannot vote, and in votes that are closed.
 * @returns what was done, in words
 * @throws PanelbookError `bad-input` for an option that there is not, and where there is nothing to give;
 *   `not-found` for a seat that has no part in the votes; `vote-closed`
 */
export function copyOption(context: CommandContext, joint: JointVoteAtHand, copy: Copy): string {
  const source = labelOf(joint, copy.from, 'from')
  const others = joint.options.map(({ key }) => key).filter((key) => key !== copy.from)
  const wanted = copy.to.length > 0 ? copy.to : others
  const targets = wanted.map((key, index) => {
    const label = labelOf(joint, key, `to.${index}`)
    if (key === copy.from) throw badInput(`to.${index}`, `${source} is the one whose positions are taken`)
    if (wanted.indexOf(key) !== index) throw badInput(`to.${index}`, `${label} is named twice`)
    return label
  })
  if (targets.length === 0) throw nothing(`${source} is the only option`)
  const open = openRows(context, joint)
  const given = joint.votes.filter(({ question }) => question.option_key === copy.from)
  if (given.length === 0) throw nothing(`the votes on ${source} were withdrawn`)
  const seat = given
    .flatMap(({ positions }) => positions)
    .find(({ seat_id }) => copy.seatId === undefined || seat_id === copy.seatId)
  if (seat === undefined) {
    const problem = 'There is no such seat in these votes.'
    throw new PanelbookError('not-found', problem, { fields: [{ field: 'seatId', problem }] })
  }
  const recorded = given.flatMap(({ question, positions }) =>
    positions.flatMap((position) => {
      const { seat_id, value, cast_by_initials } = position
      const isMeant = copy.seatId === undefined || seat_id === copy.seatId
      return isMeant && isRecorded(position) && value !== 'unnamed'
        ? [{ seatId: seat_id, value, by: cast_by_initials ?? undefined, objective: question.objective_key }]
        : []
    }),
  )
  const who = copy.seatId === undefined ? null : headingOf(seat)
  if (recorded.length === 0) {
    throw nothing(`no position${who === null ? '' : ` of ${who}`} is recorded on ${source}`)
  }
  const rows = joint.votes.flatMap(({ question }) => {
    const row = wanted.includes(question.option_key ?? '') ? open.of(question.id) : undefined
    return row === undefined ? [] : [{ row, question }]
  })
  const written = recorded.flatMap(({ seatId, value, by, objective }) =>
    rows
      .filter(({ question }) => question.objective_key === objective)
      .map(({ row }) => whereEntitled(() => row.set(seatId, value, by))),
  )
  if (!written.some((each) => typeof each === 'string')) {
    throw nothing(`no vote on ${listed(targets)} can take the positions that are recorded on ${source}`)
  }
  open.finish()
  return `${who === null ? '' : `${who} on `}${listed(targets)} the same as on ${source}`
}

/** @throws PanelbookError `bad-input` naming the field */
function labelOf({ row, options }: JointVoteAtHand, key: string, field: string): string {
  const found = options.find((option) => option.key === key)
  if (found !== undefined) return found.label
  const keys = options.map((option) => option.key).join(', ')
  throw badInput(
    field,
    row.form === 'items'
      ? 'these votes are on several items, so there is no option to take positions from'
      : `there is no option "${key}"; there is ${keys}`,
  )
}

function nothing(why: string): PanelbookError {
  return badInput('from', `there is nothing to take over: ${why}`, `There is nothing to take over: ${why}.`)
}
