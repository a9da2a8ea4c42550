import type { VoteCounts } from '../contract/voting-rule.ts'

/** "1 against, 1 abstained": what was said by name; empty where nothing was. */
export function namedWords(counts: VoteCounts): string {
  return [
    counts.for > 0 ? `${counts.for} for` : '',
    counts.against > 0 ? `${counts.against} against` : '',
    counts.abstain > 0 ? `${counts.abstain} abstained` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
