import type { RecordDetermination, RecordItem } from '../minutes/record-types.ts'
import { bold, plain, type Run } from './model.ts'
import { withStop } from './vote-words.ts'

/** A recommendation and a view bind nobody: they may not read as if they did. */
const whose: Record<RecordDetermination['decisionMaker'], (decides: string) => string> = {
  body: () => '',
  authority: (decides) => `Recommendation to ${decides}: `,
  view: () => 'View: ',
}

/** Who takes the final decision on what an item is about, as the code called it then. */
export function decidesOn({ proposal }: RecordItem): string {
  return proposal?.decisionMaker ?? 'the Authority'
}

/** A determination with whose it is, where it is not the body’s own. */
export function determinationRuns(item: RecordItem, determination: RecordDetermination): Run[] {
  const prefix = whose[determination.decisionMaker](decidesOn(item))
  return [...(prefix === '' ? [] : [bold(prefix)]), plain(withStop(determination.text))]
}
