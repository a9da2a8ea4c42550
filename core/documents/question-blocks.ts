import type {
  RecordDetermination,
  RecordItem,
  RecordJointVote,
  RecordQuestion,
} from '../minutes/record-types.ts'
import { listed } from '../voting/vote-words.ts'
import { constituencyBlocks } from './constituency-table.ts'
import { determinationRuns } from './determination-words.ts'
import { jointBlocks } from './joint-blocks.ts'
import { bold, definitions, heading, paragraph, plain, tableBlock, together, type Block } from './model.ts'
import { preferenceBlocks } from './preference-table.ts'
import { voteTables } from './vote-table.ts'
import {
  correctionPairs,
  countingPairs,
  subjectOfVote,
  supersededPairs,
  verdictOf,
  voteCaption,
  withStop,
} from './vote-words.ts'

/**
 * The questions of an item as the minutes tell them, in the order in which they were put. Votes on the options of a
 * proposal that were put together stand together, where the first of them was put.
 */
export function itemQuestionBlocks(item: RecordItem, day: string): Block[] {
  return groupedQuestions(item).flatMap(({ questions, joint }) =>
    joint === null
      ? questions.flatMap((question) => questionBlocks(item, question, day))
      : jointBlocks(item, joint, day),
  )
}

/** The questions of an item in order: each of its own, and as one group those of a vote on the options of a proposal. */
export function groupedQuestions(
  item: RecordItem,
): { questions: RecordQuestion[]; joint: RecordJointVote | null }[] {
  const votes = new Map(
    (item.jointVotes ?? []).filter(({ form }) => form === 'options').map((vote) => [vote.jointVoteId, vote]),
  )
  const groups = Map.groupBy(item.questions, ({ questionId, joint }) =>
    joint !== undefined && votes.has(joint.jointVoteId) ? joint.jointVoteId : questionId,
  )
  return [...groups].map(([id, questions]) => ({ questions, joint: votes.get(id) ?? null }))
}

/** One question as the minutes tell it: the vote that counts, how it was counted, and what it determined. */
function questionBlocks(item: RecordItem, question: RecordQuestion, day: string): Block[] {
  const round = question.rounds.at(-1)
  if (round === undefined) return []
  if (question.withdrawn !== undefined) return [paragraph('body', withdrawnWords(question))]
  const subject = subjectOfVote(item, question)
  return [
    together(
      heading(3, question.text),
      ...togetherWithBlocks(item, question),
      ...voteTables(round, voteCaption(question, round, subject, day)).map(tableBlock),
      ...constituencyBlocks(round, subject),
      ...preferenceBlocks(round, subject),
      definitions(
        [...countingPairs(round), ...correctionPairs(question, day), ...supersededPairs(question, day)],
        'small',
      ),
      paragraph('result', [bold('Result: '), plain(withStop(verdictOf(round)))]),
      ...(question.determination !== null
        ? [determinationBlock(item, question.determination)]
        : round.result === null
          ? []
          : [paragraph('determination', withStop(round.result))]),
    ),
  ]
}

/** "The question “…” was withdrawn: put on the wrong proposal." */
export function withdrawnWords({ text, withdrawn }: RecordQuestion): string {
  return withStop(`The question “${text}” was withdrawn: ${withdrawn?.reason.trim() ?? ''}`)
}

/** Whose votes were taken at the same time, where the same question was put on several items. */
export function togetherWithBlocks(item: RecordItem, { joint, withdrawn }: RecordQuestion): Block[] {
  const vote = item.jointVotes?.find(({ jointVoteId }) => jointVoteId === joint?.jointVoteId)
  const others = vote?.otherItems ?? []
  if (others.length === 0 || withdrawn !== undefined) return []
  const words = `Taken together with ${labelsTogether(others.map(({ label }) => label))}.`
  return [paragraph('detail', words, { keepWithNext: true })]
}

/** "199.6 (a), (c) and 199.7 (b)": each section is named once. */
function labelsTogether(labels: readonly string[]): string {
  const sections = labels.map((label) => label.slice(0, Math.max(0, label.lastIndexOf(' '))))
  return listed(
    labels.map((label, index) =>
      sections[index] !== '' && sections[index] === sections[index - 1]
        ? label.slice((sections[index] ?? '').length + 1)
        : label,
    ),
  )
}

/** A determination as a set-off sentence, with whose it is where it is not the body's own. */
export function determinationBlock(item: RecordItem, determination: RecordDetermination): Block {
  const own = determination.decisionMaker === 'body' ? [bold('Determination: ')] : []
  return paragraph('determination', [...own, ...determinationRuns(item, determination)])
}
