import type { Reader } from '../../db/store-types.ts'
import type { Proposal } from '../contract/register.ts'
import type { ProposalVote, VotedCorrection } from '../contract/proposal-votes.ts'
import type { PositionView, QuestionView, RoundView } from '../contract/voting.ts'
import { objectiveAnswers, positionWords, type MeetingForm } from '../contract/words.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { readQuestions } from '../voting/round-view.ts'

/** What a meeting is called by. */
interface MeetingColumns {
  form: MeetingForm
  meeting_number: string
  starts_on: string
  body_name: string
}

interface VoteRow extends MeetingColumns {
  round_id: string
  joint_vote_id: string | null
  joint_title: string | null
  option_key: string | null
  objective_key: string | null
  position: number
  number: number
  question_id: string
  item_id: string
  meeting_id: string
  determination: string | null
}

/** A row with the question and the vote that it stands for. */
interface Vote {
  row: VoteRow
  question: QuestionView
  round: RoundView
}

/**
 * Every vote ever taken on a proposal, newest first, superseded and withdrawn ones included. Votes taken together
 * follow each other, option by option; those against objectives stand with the vote on their option that counts.
 */
export function readProposalVotes(db: Reader, proposalId: string): Proposal['votes'] {
  const rows = db.all<VoteRow>(
    `SELECT vote_round.id AS round_id, question.joint_vote_id, joint_vote.title AS joint_title, question.option_key,
       question.objective_key, question.position, vote_round.number, question.id AS question_id,
       agenda_item.id AS item_id, meeting.id AS meeting_id, meeting.form, meeting.number AS meeting_number,
       meeting.starts_on, body.name AS body_name,
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
     LEFT JOIN joint_vote ON joint_vote.id = question.joint_vote_id
     WHERE question.proposal_id = ?
     ORDER BY meeting.starts_on DESC, vote_round.opened_at DESC, question.position DESC, vote_round.number DESC`,
    proposalId,
  )
  const questions = new Map(
    [...new Set(rows.map(({ item_id }) => item_id))].flatMap((itemId) =>
      readQuestions(db, itemId).map((question) => [question.id, question] as const),
    ),
  )
  const votes = rows.flatMap((row): Vote[] => {
    const question = questions.get(row.question_id)
    const round = [...(question?.superseded ?? []), question?.round].find((each) => each?.id === row.round_id)
    return question === undefined || round === undefined ? [] : [{ row, question, round }]
  })
  const isAgainstObjective = ({ row }: Vote) => row.objective_key !== null
  const objectives = Map.groupBy(votes.filter(isAgainstObjective), optionOf)
  return inGroups(votes.filter((vote) => !isAgainstObjective(vote))).map((vote) =>
    proposalVote(vote, counts(vote) ? (objectives.get(optionOf(vote)) ?? []) : []),
  )
}

/** Votes taken together stand where the newest of them does, in the order of the options. */
function inGroups(votes: readonly Vote[]): Vote[] {
  return [...Map.groupBy(votes, ({ row }) => row.joint_vote_id ?? row.round_id).values()].flatMap((group) =>
    group.toSorted(inOrder),
  )
}

function inOrder(one: Vote, other: Vote): number {
  return one.row.position - other.row.position || other.row.number - one.row.number
}

function optionOf({ row }: Vote): string {
  return `${row.joint_vote_id ?? ''} ${row.option_key ?? ''}`
}

/** Whether it is the vote on its question that counts, or would if the question stood. */
function counts({ question, round }: Vote): boolean {
  return question.round.id === round.id
}

function proposalVote(vote: Vote, objectives: readonly Vote[]): ProposalVote {
  const { row, question, round } = vote
  const state = stateOf(vote)
  const { ratification } = question
  return {
    questionId: question.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    meeting: meetingInWords(row),
    question: question.text,
    round: round.number,
    state,
    reason: reasonOf(vote),
    result: state === 'open' || state === 'withdrawn' ? '' : (round.result ?? ''),
    counts: round.evaluation.reconciliation,
    tally: { ...round.evaluation.counts, unnamed: unnamedIn(round) },
    byOption: round.evaluation.byOption,
    determination: row.determination,
    ratification:
      ratification === null || !counts(vote)
        ? null
        : `Ratified at meeting ${ratification.meeting}, ${dayInWords(ratification.on)}`,
    corrections: correctionsOf(round, nameOf),
    joint:
      question.joint === null
        ? null
        : {
            id: question.joint.id,
            title: row.joint_title ?? '',
            option: question.joint.option?.label ?? null,
            objectives: objectives.toSorted(inOrder).map((against) => ({
              questionId: against.question.id,
              objective: against.question.joint?.objective?.label ?? '',
              round: against.round.number,
              state: stateOf(against),
              reason: reasonOf(against),
              verdict: against.round.evaluation.verdict,
              tally: against.round.evaluation.counts,
              counts: against.round.evaluation.reconciliation,
              corrections: correctionsOf(against.round, answerOf),
            })),
          },
  }
}

function stateOf(vote: Vote): ProposalVote['state'] {
  return vote.question.withdrawn !== null && counts(vote) ? 'withdrawn' : vote.round.state
}

function reasonOf(vote: Vote): string {
  return stateOf(vote) === 'withdrawn' ? (vote.question.withdrawn?.reason ?? '') : vote.round.supersededReason
}

function unnamedIn({ positions }: RoundView): number {
  return positions.filter(({ value }) => value === 'unnamed').reduce((sum, { votes }) => sum + votes, 0)
}

type Value = PositionView['value']

function nameOf(value: Value): string {
  return positionWords[value].name
}

function answerOf(value: Value): string {
  return objectiveAnswers[value] ?? nameOf(value)
}

function correctionsOf({ positions }: RoundView, words: (value: Value) => string): VotedCorrection[] {
  return positions.flatMap(({ initials, corrections }) =>
    corrections.map(({ oldValue, newValue, oldOption, newOption, correctedAt, correctedBy, reason }) => ({
      initials,
      from: oldOption ?? words(oldValue),
      to: newOption ?? words(newValue),
      correctedAt,
      correctedBy,
      reason,
    })),
  )
}

/** Determinations on a proposal that rest on no vote, newest first. */
export function readProposalDeterminations(db: Reader, proposalId: string): Proposal['determinations'] {
  return db
    .all<MeetingColumns & { id: string; item_id: string; meeting_id: string; kind: string; text: string }>(
      `SELECT determination.id, determination.kind, determination.text, agenda_item.id AS item_id,
         meeting.id AS meeting_id, meeting.form, meeting.number AS meeting_number, meeting.starts_on, body.name AS body_name
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

/** "UNC Modification Panel 199, 15 December 2016", "UNC Modification Panel written resolution WR1, 12 December 2016". */
function meetingInWords(row: MeetingColumns): string {
  const number = row.form === 'meeting' ? row.meeting_number : `written resolution ${row.meeting_number}`
  return `${row.body_name} ${number}, ${dayInWords(row.starts_on)}`
}
