import { useState } from 'react'
import type { QuestionView } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** Opens another vote on the same question; the one before is kept as superseded. */
export function TakeAgainDialog({
  question,
  usualReason = '',
  onClose,
}: {
  question: QuestionView
  usualReason?: string
  onClose(): void
}) {
  const [reason, setReason] = useState(usualReason)
  const again = () => act('vote.take-again', { questionId: question.id, reason }, { isQuiet: true })
  return (
    <FormDialog title="Take the vote again" submitLabel="Open another vote" save={again} onClose={onClose}>
      {(problemOf) => (
        <>
          <p>The vote that was taken stays on record as superseded, with its count and this reason.</p>
          <TextInput
            label="Why"
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
            autoFocus
          />
        </>
      )}
    </FormDialog>
  )
}
