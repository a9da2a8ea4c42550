import type { Reader } from '../../db/store-types.ts'
import type { Resolution } from '../contract/resolution-calls.ts'
import type { DeadlineMove } from '../contract/resolutions.ts'
import type { DeterminationParameters } from '../voting/determination.ts'
import { isPast } from '../voting/deadline.ts'
import { readRatifications } from '../voting/ratifications.ts'
import {
  composeRound,
  evaluateRound,
  headingOf,
  positionRows,
  questionSelect,
  type PositionRow,
  type QuestionRow,
  type RoundRow,
} from '../voting/round-row.ts'

interface ResolutionRow {
  question_id: string
  item_id: string
  meeting_id: string
  body_id: string
  body_name: string
  body_short_name: string
  number: string
  title: string
  starts_on: string
  determination: string | null
  parameters: string | null
}

interface Vote {
  question: QuestionRow
  round: RoundRow
  positions: readonly PositionRow[]
}

/** The written resolutions of a body or of all, newest first. Five queries, however many there are. */
export function readResolutions(db: Reader, bodyId: string | undefined, now: string): Resolution[] {
  const rows = db.all<ResolutionRow>(
    `SELECT question.id AS question_id, agenda_item.id AS item_id, meeting.id AS meeting_id, body.id AS body_id,
       body.name AS body_name, body.short_name AS body_short_name, meeting.number, agenda_item.title,
       meeting.starts_on, determination.text AS determination, determination.parameters
     FROM meeting
     JOIN body ON body.id = meeting.body_id
     JOIN agenda_item ON agenda_item.meeting_id = meeting.id
     JOIN question ON question.agenda_item_id = agenda_item.id
     LEFT JOIN determination ON determination.question_id = question.id
     WHERE meeting.form = 'written-resolution' AND (:body IS NULL OR meeting.body_id = :body)
     ORDER BY meeting.starts_on DESC, meeting.start_time DESC, meeting.id DESC`,
    { body: bodyId ?? null },
  )
  const ids = rows.map(({ question_id }) => question_id)
  const votes = readVotes(db, ids)
  const ratifications = readRatifications(db, ids)
  return rows.flatMap((row) => {
    const vote = votes.get(row.question_id)
    return vote === undefined ? [] : [resolutionOf(row, vote, ratifications.get(row.question_id), now)]
  })
}

function readVotes(db: Reader, questionIds: readonly string[]): Map<string, Vote> {
  const wanted = JSON.stringify(questionIds)
  const questions = new Map(
    db
      .all<QuestionRow>(`${questionSelect} WHERE question.id IN (SELECT value FROM json_each(?))`, wanted)
      .map((question) => [question.id, question]),
  )
  const rounds = db.all<RoundRow>(
    `SELECT vote_round.* FROM json_each(?) AS wanted JOIN vote_round ON vote_round.question_id = wanted.value
     ORDER BY vote_round.number`,
    wanted,
  )
  const newest = [...new Map(rounds.map((round) => [round.question_id, round])).values()]
  const positions = Map.groupBy(
    positionRows(
      db,
      newest.map(({ id }) => id),
    ),
    ({ vote_round_id }) => vote_round_id,
  )
  return new Map(
    newest.flatMap((round) => {
      const question = questions.get(round.question_id)
      if (question === undefined) return []
      return [[round.question_id, { question, round, positions: positions.get(round.id) ?? [] }]]
    }),
  )
}

function resolutionOf(
  row: ResolutionRow,
  { question, round, positions }: Vote,
  ratified: Omit<NonNullable<Resolution['ratification']>, 'isStale'> | undefined,
  now: string,
): Resolution {
  const { verdict } = evaluateRound(round, positions)
  const deadline = round.deadline ?? round.opened_at
  const parameters = JSON.parse(row.parameters ?? '{}') as DeterminationParameters
  const isWithdrawn = question.withdrawn_at !== null
  return {
    questionId: row.question_id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    body: { id: row.body_id, name: row.body_name, shortName: row.body_short_name },
    number: row.number,
    title: question.proposal_reference === null ? row.title : `${question.proposal_reference} ${row.title}`,
    text: question.text,
    circulatedOn: row.starts_on,
    deadline,
    deadlineMoves: JSON.parse(round.deadline_moves) as DeadlineMove[],
    state: isWithdrawn
      ? 'withdrawn'
      : ratified !== undefined
        ? 'ratified'
        : round.state === 'open'
          ? isPast(deadline, now)
            ? 'past-deadline'
            : 'out'
          : verdict === 'carried'
            ? 'to-ratify'
            : 'decided',
    stillToCome: isWithdrawn ? [] : positions.filter(({ value }) => value === 'pending').map(headingOf),
    result:
      isWithdrawn || verdict === 'pending' ? null : composeRound(question, round, positions, parameters),
    determination: row.determination,
    ratification: ratified === undefined ? null : { ...ratified, isStale: verdict !== 'carried' },
  }
}
