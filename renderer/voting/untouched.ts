import type { QuestionView } from '../../core/contract/voting.ts'

/** Whether nobody has recorded a position on the words of a question, so that they can still be others. */
export function isUntouched({ round, superseded }: Pick<QuestionView, 'round' | 'superseded'>): boolean {
  return (
    round.state === 'open' &&
    superseded.length === 0 &&
    round.positions.every(
      ({ value, basis }) => value === 'pending' || basis === 'nobody' || basis === 'written',
    )
  )
}
