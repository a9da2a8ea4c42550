import { readRoll, type Roll } from '../attendance/roll.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { openVotes, type JointVoteAtHand } from './joint-vote-at-hand.ts'
import { namingField } from './name-field.ts'
import { beginRecording, type Recording } from './recording.ts'
import { openVote, requireStanding } from './vote-at-hand.ts'

export type Cell = CheckedInput<'joint-vote.record'>['cells'][number]

/**
 * Records positions in votes that are taken together, cell by cell in their order; each sees what the ones before it
 * left. A cell without a row means every row that is open, and passes over those in which the seat has no vote; it
 * is refused where that is so in all of them. A cell without a seat means every seat whose position is still to
 * come. A seat that is named is overwritten.
 * @returns the heading of the seat that each cell names; null for those that name none
 * @throws PanelbookError naming the cell: `not-found`, `vote-closed`, and those of `chooseSeat` and `recordedStanding`
 */
export function recordJointly(
  context: CommandContext,
  joint: JointVoteAtHand,
  cells: readonly Cell[],
): (string | null)[] {
  const open = openRows(context, joint)
  const headings = cells.map((cell, index) => {
    const where = `cells.${index}.`
    const { questionId, seatId, initials, value } = cell
    const namesSeat = seatId !== undefined || initials !== undefined
    if (!namesSeat && value === 'pending') {
      throw badInput(`${where}value`, 'only the position of a seat that is named can be taken back')
    }
    const rows =
      questionId === undefined
        ? open.all()
        : [namingField(where, 'questionId', () => rowOf(context, joint, open, questionId))]
    if (!namesSeat) {
      for (const row of rows) {
        for (const seat of row.pending()) whereEntitled(() => row.set(seat, value))
      }
      return null
    }
    const write = (row: Recording) => row.set(row.seatOf({ seatId, initials }, where), value, initials)
    return namingField(where, seatId === undefined ? 'initials' : 'seatId', () => inSomeOf(rows, write))
  })
  open.finish()
  return headings
}

/** The rows that are open, each read when something is first recorded in it. */
export interface OpenRows {
  all(): Recording[]
  of(questionId: string): Recording | undefined
  finish(): void
}

/** Who attends is read once for each item. @throws PanelbookError `vote-closed` where no row is open */
export function openRows(context: CommandContext, joint: JointVoteAtHand): OpenRows {
  const votes = new Map(openVotes(joint).map((vote) => [vote.question.id, vote]))
  const begun = new Map<string, Recording>()
  const rolls = new Map<string, Roll>()
  const of = (questionId: string) => {
    const vote = votes.get(questionId)
    if (vote === undefined) return undefined
    const roll = rolls.get(vote.item.id) ?? readRoll(context.db, vote.meeting, vote.item.id)
    const row = begun.get(questionId) ?? beginRecording(context, vote, roll)
    rolls.set(vote.item.id, roll)
    begun.set(questionId, row)
    return row
  }
  return {
    of,
    all: () => [...votes.keys()].flatMap((questionId) => of(questionId) ?? []),
    finish() {
      for (const row of begun.values()) row.finish()
    },
  }
}

function rowOf(
  { db }: CommandContext,
  { questions }: JointVoteAtHand,
  open: OpenRows,
  questionId: string,
): Recording {
  const found = open.of(questionId)
  if (found !== undefined) return found
  const question = questions.find(({ id }) => id === questionId)
  if (question === undefined) {
    throw new PanelbookError('not-found', 'There is no such question among these votes.')
  }
  requireStanding(question)
  openVote(db, questionId)
  throw new PanelbookError('internal', 'A vote that is open was not at hand.')
}

/** Reasons for which a seat has no vote in one row and may have one in another. */
const withoutVote: readonly string[] = ['not-found', 'not-in-room', 'not-entitled']

/** The heading of a position that was written, or the reason for which the seat has no vote in the row. */
export function whereEntitled(write: () => string): string | PanelbookError {
  try {
    return write()
  } catch (error) {
    if (error instanceof PanelbookError && withoutVote.includes(error.code)) return error
    throw error
  }
}

/** Writes in every row in which it can be done. @throws PanelbookError the first reason where it can be done in none */
function inSomeOf(rows: readonly Recording[], write: (row: Recording) => string): string {
  const done = rows.map((row) => whereEntitled(() => write(row)))
  const heading = done.find((each) => typeof each === 'string')
  if (heading !== undefined) return heading
  throw done[0] ?? new PanelbookError('internal', 'There was no row to record in.')
}
