import type { Reader } from '../../db/store-types.ts'
import type { Proposal } from '../contract/register.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { readRound } from '../voting/round-view.ts'

/** Every vote ever taken on a proposal, newest first, superseded ones included. */
export function readProposalVotes(db: Reader, proposalId: string): Proposal['votes'] {
  return db
    .all<{
      round_id: string
      number: number
      state: string
      question_id: string
      question: string
      item_id: string
      meeting_id: string
      meeting_number: string
      starts_on: string
      body_name: string
      determination: string | null
    }>(
      `SELECT vote_round.id AS round_id, vote_round.number, vote_round.state, question.id AS question_id,
         question.text AS question, agenda_item.id AS item_id, meeting.id AS meeting_id,
         meeting.number AS meeting_number, meeting.starts_on, body.name AS body_name,
         (SELECT determination.text FROM determination
          WHERE determination.question_id = question.id
            AND (determination.vote_round_id = vote_round.id
              OR determination.vote_round_id IS NULL AND vote_round.state <> 'superseded')
          ORDER BY determination.written_at DESC, determination.id DESC LIMIT 1) AS determination
       FROM question
       JOIN vote_round ON vote_round.question_id = question.id
       JOIN agenda_item ON agenda_item.id = question.agenda_item_id
       JOIN meeting ON meeting.id = agenda_item.meeting_id
       JOIN body ON body.id = meeting.body_id
       WHERE question.proposal_id = ?
       ORDER BY meeting.starts_on DESC, vote_round.opened_at DESC, question.position DESC, vote_round.number DESC`,
      proposalId,
    )
    .map((row) => {
      const round = readRound(db, row.round_id)
      return {
        questionId: row.question_id,
        meetingId: row.meeting_id,
        itemId: row.item_id,
        meeting: meetingInWords(row),
        question: row.question,
        round: row.number,
        state: row.state,
        result: row.state === 'open' ? '' : (round.result ?? ''),
        counts: round.evaluation.reconciliation,
        tally: round.evaluation.counts,
        determination: row.determination,
      }
    })
}

/** Determinations on a proposal that rest on no vote, newest first. */
export function readProposalDeterminations(db: Reader, proposalId: string): Proposal['determinations'] {
  return db
    .all<{
      id: string
      item_id: string
      meeting_id: string
      meeting_number: string
      starts_on: string
      body_name: string
      kind: string
      text: string
    }>(
      `SELECT determination.id, determination.kind, determination.text, agenda_item.id AS item_id,
         meeting.id AS meeting_id, meeting.number AS meeting_number, meeting.starts_on, body.name AS body_name
       FROM determination
       JOIN agenda_item ON agenda_item.id = determination.agenda_item_id
       JOIN meeting ON meeting.id = agenda_item.meeting_id
       JOIN body ON body.id = meeting.body_id
       WHERE determination.proposal_id = ? AND determination.question_id IS NULL
       ORDER BY meeting.starts_on DESC, determination.written_at DESC, determination.id DESC`,
      proposalId,
    )
    .map((row) => ({
      id: row.id,
      meetingId: row.meeting_id,
      itemId: row.item_id,
      meeting: meetingInWords(row),
      kind: row.kind,
      text: row.text,
    }))
}

/** "UNC Modification Panel 199, 15 December 2016". */
function meetingInWords(row: { body_name: string; meeting_number: string; starts_on: string }): string {
  return `${row.body_name} ${row.meeting_number}, ${dayInWords(row.starts_on)}`
}
