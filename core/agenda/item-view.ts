import type { z } from 'zod'
import type { Reader } from '../../db/store-types.ts'
import { readItemActions } from '../actions/action-view.ts'
import { readQuestionKinds } from '../bodies/body-view.ts'
import type { DeterminationConsequences, determinationView } from '../contract/determinations.ts'
import { PanelbookError } from '../contract/errors.ts'
import { asksForPreference } from '../contract/voting-rule.ts'
import type { Item } from '../contract/voting.ts'
import type { DecisionMaker } from '../contract/words.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { noteOf } from '../minutes/paragraphs.ts'
import { paperDeadlineOf } from '../papers/lateness.ts'
import { itemPapers } from '../papers/paper-view.ts'
import { readProposalBrief } from '../register/proposal-view.ts'
import { questionText } from '../voting/question-text.ts'
import { readJointVotes } from '../voting/joint-vote-view.ts'
import { composeRatification, readRatified } from '../voting/ratifications.ts'
import { whyNoPositions } from '../voting/deadline.ts'
import { readQuestions } from '../voting/round-view.ts'
import { ruleName } from '../voting/rule-words.ts'
import { readWrittenPositions } from '../voting/written-positions.ts'
import { agendaLineOf, numberedItems } from './agenda-view.ts'
import { itemName, itemRow } from './item-row.ts'

/** One agenda item whole. @throws PanelbookError `not-found` */
export function readItem(db: Reader, itemId: string, now: string): Item {
  const item = itemRow(db, itemId)
  const meeting = meetingRow(db, item.meeting_id)
  const items = numberedItems(db, meeting)
  const numbered = items.find(({ item: { id } }) => id === itemId)
  if (numbered === undefined)
    throw new PanelbookError('not-found', 'The item is not on the agenda of its meeting.')
  return {
    line: agendaLineOf(db, numbered),
    meetingId: meeting.id,
    meetingState: meeting.state,
    proposal: item.proposal_id === null ? null : readProposalBrief(db, item.proposal_id),
    papers: itemPapers(db, itemId, paperDeadlineOf(meeting)),
    note: noteOf(db, meeting, items, itemId),
    interests: readInterests(db, itemId),
    writtenPositions: readWrittenPositions(db, meeting, itemId),
    questions: readQuestions(db, itemId).map((question) => ({
      ...question,
      whyNoPositions: whyNoPositions(question, now),
    })),
    jointVotes: readJointVotes(db, items, itemId),
    determinations: readDeterminationsWithoutVote(db, itemId),
    actions: readItemActions(db, itemId, now),
    questionKinds: readQuestionKinds(db, meeting.body_id).map((kind) => ({
      key: kind.key,
      label: kind.label,
      text: questionText(kind, itemName(item)),
      ruleName: ruleName(kind.rule),
      asksForPreference: asksForPreference(kind.rule.kind),
      objectives: kind.objectives,
    })),
  }
}

function readInterests(db: Reader, itemId: string): Item['interests'] {
  return db.all<Item['interests'][number]>(
    `SELECT attendance.id AS attendanceId, person.id AS personId, attendance.initials, person.name,
       interest.kind, interest.text
     FROM interest
     JOIN attendance ON attendance.id = interest.attendance_id
     JOIN person ON person.id = attendance.person_id
     WHERE interest.agenda_item_id = ? ORDER BY interest.id`,
    itemId,
  )
}

/** Those that rest on no vote of the item. The words of a ratification are held against the resolution as it stands. */
function readDeterminationsWithoutVote(db: Reader, itemId: string): z.infer<typeof determinationView>[] {
  const rows = db.all<{
    id: string
    kind: string
    text: string
    composed_text: string
    decision_maker: DecisionMaker
    written_at: string
    consequences: string
    ratifies_question_id: string | null
  }>(
    `SELECT id, kind, text, composed_text, decision_maker, written_at, consequences, ratifies_question_id
     FROM determination WHERE agenda_item_id = ? AND question_id IS NULL ORDER BY position, id`,
    itemId,
  )
  const ratified = readRatified(
    db,
    rows.flatMap(({ ratifies_question_id }) => ratifies_question_id ?? []),
  )
  return rows.map((row) => {
    const ratifies = ratified.get(row.ratifies_question_id ?? '') ?? null
    const composedNow = ratifies === null ? '' : composeRatification(db, ratifies.questionId)
    return {
      id: row.id,
      kind: row.kind,
      text: row.text,
      decisionMaker: row.decision_maker,
      writtenAt: row.written_at,
      isStale: ratifies !== null && composedNow !== row.composed_text,
      composedNow,
      parameters: {},
      consequences: JSON.parse(row.consequences) as DeterminationConsequences,
      ratifies,
    }
  })
}
