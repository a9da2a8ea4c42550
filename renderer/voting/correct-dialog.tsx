import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { QuestionView } from '../../core/contract/voting.ts'
import { positionWords } from '../../core/contract/words.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

const values = ['for', 'against', 'abstain', 'none', 'not-present', 'recused'] as const

/** Puts one position of a closed vote right. The old value stays on record with the reason. */
export function CorrectDialog({ question, onClose }: { question: QuestionView; onClose(): void }) {
  const { positions } = question.round
  const [seatId, setSeatId] = useState(positions[0]?.seatId ?? '')
  const [value, setValue] = useState<(typeof values)[number]>('for')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const correct = async () => {
    const answer = await act(
      'vote.correct',
      { questionId: question.id, seatId, value, reason },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title="Correct a position"
      onClose={onClose}
      onSubmit={() => void correct()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Correct
          </Button>
        </>
      }
    >
      <Select
        label="Whose"
        value={seatId}
        onChange={setSeatId}
        options={positions.map((position) => ({
          value: position.seatId,
          label: `${position.initials} · ${position.seat} · now ${positionWords[position.value].name.toLowerCase()}`,
        }))}
      />
      <Select
        label="Right position"
        value={value}
        onChange={(next) => setValue(next as (typeof values)[number])}
        options={values.map((key) => ({ value: key, label: positionWords[key].name }))}
      />
      <TextInput
        label="Why"
        hint="The minutes will say it."
        value={reason}
        onChange={setReason}
        problem={error?.fields?.find(({ field }) => field === 'reason')?.problem}
      />
      {error === null || error.fields !== undefined ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
