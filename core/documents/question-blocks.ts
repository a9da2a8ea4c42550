import type { RecordDetermination, RecordItem, RecordQuestion } from '../minutes/record-types.ts'
import { constituencyBlocks } from './constituency-table.ts'
import { bold, definitions, heading, paragraph, plain, tableBlock, together, type Block } from './model.ts'
import { voteTables } from './vote-table.ts'
import {
  correctionPairs,
  countingPairs,
  supersededPairs,
  verdictOf,
  voteCaption,
  withStop,
} from './vote-words.ts'

/** One question as the minutes tell it: the vote that counts, how it was counted, and what it determined. */
export function questionBlocks(item: RecordItem, question: RecordQuestion, day: string): Block[] {
  const round = question.rounds.at(-1)
  if (round === undefined) return []
  return [
    together(
      heading(3, question.text),
      ...voteTables(round, voteCaption(question, round, subjectOf(item), day)).map(tableBlock),
      ...constituencyBlocks(round, subjectOf(item)),
      definitions(
        [...countingPairs(round), ...correctionPairs(round, day), ...supersededPairs(question, day)],
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

const whose: Record<RecordDetermination['decisionMaker'], (decides: string) => string> = {
  body: () => 'Determination: ',
  authority: (decides) => `Recommendation to ${decides}: `,
  view: () => 'View: ',
}

/** Who takes the final decision on what an item is about, as the code called it then. */
export function decidesOn({ proposal }: RecordItem): string {
  return proposal?.decisionMaker ?? 'the Authority'
}

/** A determination as a set-off sentence, with whose it is where it is not the body's own. */
export function determinationBlock(item: RecordItem, { text, decisionMaker }: RecordDetermination): Block {
  return paragraph('determination', [bold(whose[decisionMaker](decidesOn(item))), plain(withStop(text))])
}

/** What a vote is about: the proposal, or the item. */
export function subjectOf(item: RecordItem): string {
  return item.proposal?.reference ?? item.fullLabel
}
