import type { QuestionView } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** Opens another vote on the same question; the one before is kept as superseded. */
export function TakeAgainDialog({
  question,
  usualReason,
  onClose,
}: {
  question: QuestionView
  usualReason?: string
  onClose(): void
}) {
  const again = (reason: string) =>
    act('vote.take-again', { questionId: question.id, reason }, { isQuiet: true })
  return (
    <ReasonDialog
      title="Take the vote again"
      submitLabel="Open another vote"
      {...(usualReason === undefined ? {} : { usualReason })}
      save={again}
      onClose={onClose}
    >
      <p>The vote that was taken stays on record as superseded, with its count and this reason.</p>
    </ReasonDialog>
  )
}
