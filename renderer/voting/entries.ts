import type { JointVote } from '../../core/contract/joint-votes.ts'
import type { AskedQuestion, Item, QuestionView } from '../../core/contract/voting.ts'
import { needsDetermination } from './joint-words.ts'

/** What was put on an item, each under its id: a question of its own, or votes that are taken together. */
export type Entry =
  { kind: 'question'; id: string; question: AskedQuestion } | { kind: 'joint'; id: string; vote: JointVote }

/** In the order in which they were put; questions of a joint vote are under it and not by themselves. */
export function entriesOf({ questions, jointVotes }: Pick<Item, 'questions' | 'jointVotes'>): Entry[] {
  const entries = questions.map<Entry | undefined>((question) => {
    const { joint } = question
    if (joint === null) return { kind: 'question', id: question.id, question }
    const vote = jointVotes.find(({ id }) => id === joint.id)
    return vote === undefined ? undefined : { kind: 'joint', id: vote.id, vote }
  })
  return entries.filter(
    (entry, index): entry is Entry =>
      entry !== undefined && entries.findIndex((other) => other?.id === entry.id) === index,
  )
}

/** Whether anything of it was not withdrawn. */
export function isStanding(entry: Entry): boolean {
  return entry.kind === 'question'
    ? entry.question.withdrawn === null
    : entry.vote.rows.some(({ state }) => state !== 'withdrawn')
}

/** Whether a vote is open in it, or words are still to be written. What was withdrawn never waits. */
export function isWaiting(entry: Entry, item: Pick<Item, 'line' | 'questions'>): boolean {
  if (entry.kind === 'question') return isQuestionWaiting(entry.question)
  return entry.vote.rows.some(
    (row) =>
      row.state === 'open' ||
      (row.itemId === item.line.id &&
        (needsDetermination(row) ||
          item.questions.find(({ id }) => id === row.questionId)?.determination?.isStale === true)),
  )
}

function isQuestionWaiting({ withdrawn, determination, round }: QuestionView): boolean {
  return withdrawn === null && (determination === null || determination.isStale || round.state === 'open')
}
