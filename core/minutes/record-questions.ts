import type { Reader } from '../../db/store-types.ts'
import type { PositionView, QuestionView, RoundView } from '../contract/voting.ts'
import { readQuestions } from '../voting/round-view.ts'
import type { RecordPosition, RecordQuestion, RecordRound } from './record-types.ts'

/** Who cast a casting vote, by the id of the vote. */
type Casters = ReadonlyMap<string, { initials: string; name: string }>

/** The questions of one item with every vote taken on them. */
export function recordQuestions(db: Reader, itemId: string): RecordQuestion[] {
  const casters = readCasters(db, itemId)
  return readQuestions(db, itemId).map((question) => recordQuestion(question, casters))
}

function recordQuestion(question: QuestionView, casters: Casters): RecordQuestion {
  const { determination, joint, withdrawn } = question
  return {
    questionId: question.id,
    kind: question.kindKey,
    text: question.text,
    polarity: question.polarity,
    decisionMaker: question.decisionMaker,
    putAt: question.putAt,
    ...(joint === null
      ? {}
      : { joint: { jointVoteId: joint.id, option: joint.option, objective: joint.objective } }),
    ...(withdrawn === null ? {} : { withdrawn: { ...withdrawn } }),
    rounds: [...question.superseded, question.round].map((round) => recordRound(round, casters)),
    determination:
      determination === null
        ? null
        : {
            id: determination.id,
            kind: determination.kind,
            text: determination.text,
            decisionMaker: determination.decisionMaker,
            writtenAt: determination.writtenAt,
          },
  }
}

function recordRound(round: RoundView, casters: Casters): RecordRound {
  const { evaluation } = round
  return {
    roundId: round.id,
    number: round.number,
    state: round.state,
    method: round.method,
    rule: round.rule,
    ruleName: round.ruleName,
    ruleExplanation: round.ruleExplanation,
    isIndicative: round.isIndicative,
    quorum: round.quorum,
    openedAt: round.openedAt,
    ...(round.deadline === null ? {} : { deadline: round.deadline }),
    closedAt: round.closedAt,
    supersededReason: round.supersededReason,
    positions: round.positions.map(recordPosition),
    counts: { ...evaluation.counts },
    denominator: evaluation.denominator,
    verdict: evaluation.verdict,
    unanimous: evaluation.unanimous,
    arithmetic: evaluation.arithmetic,
    reconciliation: evaluation.reconciliation,
    byConstituency: evaluation.byConstituency?.map((result) => ({ ...result })) ?? null,
    ...(evaluation.byOption === null
      ? {}
      : { byOption: evaluation.byOption.map((result) => ({ ...result })) }),
    ...(round.declared === null ? {} : { declared: round.declared }),
    castingVote:
      round.castingVote === null
        ? null
        : {
            value: round.castingVote,
            by: casters.get(round.id) ?? null,
            ...(round.castingVoteCounts ? {} : { isOvertaken: true }),
          },
    stillToCome: [...round.stillToCome],
    result: round.result,
  }
}

function recordPosition(position: PositionView): RecordPosition {
  return {
    seatId: position.seatId,
    seat: position.seat,
    constituency: position.constituency === null ? null : { ...position.constituency },
    votes: position.votes,
    initials: position.initials,
    value: position.value,
    ...(position.option === null ? {} : { option: { ...position.option } }),
    basis: position.basis,
    castBy:
      position.castBy === null ? null : { initials: position.castBy.initials, name: position.castBy.name },
    recordedAt: position.recordedAt,
    corrections: position.corrections.map((correction) => ({ ...correction })),
  }
}

function readCasters(db: Reader, itemId: string): Casters {
  return new Map(
    db
      .all<{ id: string; initials: string; name: string }>(
        `SELECT vote_round.id, attendance.initials, person.name
         FROM question
         JOIN vote_round ON vote_round.question_id = question.id
         JOIN attendance ON attendance.id = vote_round.cast_by_id
         JOIN person ON person.id = attendance.person_id
         WHERE question.agenda_item_id = ?`,
        itemId,
      )
      .map(({ id, initials, name }) => [id, { initials, name }]),
  )
}
