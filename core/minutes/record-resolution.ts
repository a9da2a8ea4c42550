import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Meeting } from '../contract/meetings.ts'
import { readQuestions } from '../voting/round-view.ts'
import { readWrittenPositions } from '../voting/written-positions.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import type { RecordResolution } from './record-types.ts'

/** What a written resolution has in place of a room and a clock: its deadline, what came by letter, its ratification. */
export function recordResolution(db: Reader, meeting: Meeting): RecordResolution {
  const itemId = meeting.agenda[0]?.id ?? ''
  const [question] = readQuestions(db, itemId)
  const deadline = question?.round.deadline ?? null
  if (question === undefined || deadline === null) {
    throw new PanelbookError('internal', `The written resolution ${meeting.number} has no question.`)
  }
  const { round, ratification } = question
  return {
    deadline,
    deadlineMoves: round.deadlineMoves.map((move) => ({ ...move })),
    letters: readWrittenPositions(db, meetingRow(db, meeting.id), itemId)
      .filter(({ state }) => state === 'used')
      .map(({ seatId, receivedAt, note }) => ({ seatId, receivedAt, note })),
    ratification:
      ratification === null
        ? null
        : {
            meeting: ratification.meeting,
            item: ratification.item,
            on: ratification.on,
            text: ratification.text,
            isStale: ratification.isStale,
          },
  }
}
