import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { QuestionView } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'

/** Opens another vote on the same question; the one before is kept as superseded. */
export function TakeAgainDialog({ question, onClose }: { question: QuestionView; onClose(): void }) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const again = async () => {
    const answer = await act('vote.take-again', { questionId: question.id, reason }, { isQuiet: true })
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title="Take the vote again"
      onClose={onClose}
      onSubmit={() => void again()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Open another vote
          </Button>
        </>
      }
    >
      <p>The vote that was taken stays on record as superseded, with its count and this reason.</p>
      <TextInput label="Why" value={reason} onChange={setReason} autoFocus />
      {error === null ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
