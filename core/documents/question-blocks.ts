import type { RecordDetermination, RecordItem, RecordQuestion } from '../minutes/record-types.ts'
import { bold, heading, paragraph, plain, type Block } from './model.ts'
import { voteTables } from './vote-table.ts'
import {
  correctionLines,
  countingPairs,
  supersededLines,
  verdictOf,
  voteCaption,
  withStop,
} from './vote-words.ts'

/** One question as the minutes tell it: the vote that counts, how it was counted, and what it determined. */
export function questionBlocks(item: RecordItem, question: RecordQuestion, day: string): Block[] {
  const round = question.rounds.at(-1)
  if (round === undefined) return []
  return [
    heading(3, question.text),
    ...voteTables(round, voteCaption(question, round, subjectOf(item), day)).map((table): Block => ({
      kind: 'table',
      table,
    })),
    { kind: 'definitions', pairs: countingPairs(round, false) },
    ...correctionLines(round, day).map((line) =>
      paragraph('detail', [bold('Correction. '), plain(withStop(line))]),
    ),
    ...supersededLines(question, day).map((line) =>
      paragraph('detail', [bold('Superseded vote. '), plain(line)]),
    ),
    paragraph('result', [bold('Result: '), plain(withStop(verdictOf(round)))], {
      keepWithNext: question.determination !== null || round.result !== null,
    }),
    ...(question.determination !== null
      ? [determinationBlock(question.determination)]
      : round.result === null
        ? []
        : [paragraph('determination', withStop(round.result))]),
  ]
}

/** A determination as a set-off sentence, with whose it is where it is not the body's own. */
export function determinationBlock({ text, decisionMaker }: RecordDetermination): Block {
  const whose =
    decisionMaker === 'authority'
      ? 'Recommendation to the Authority: '
      : decisionMaker === 'view'
        ? 'View: '
        : 'Determination: '
  return paragraph('determination', [bold(whose), plain(withStop(text))])
}

/** What a vote is about: the proposal, or the item. */
export function subjectOf(item: RecordItem): string {
  return item.proposal?.reference ?? item.fullLabel
}
