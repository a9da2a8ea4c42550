import { useState } from 'react'
import type { QuestionView } from '../../core/contract/voting.ts'
import { positionWords } from '../../core/contract/words.ts'
import { act } from '../state/live.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

const values = ['for', 'against', 'abstain', 'none', 'not-present', 'recused'] as const
type Value = (typeof values)[number]

/** Puts one position of a closed vote right. The old value stays on record with the reason. */
export function CorrectDialog({ question, onClose }: { question: QuestionView; onClose(): void }) {
  const { positions } = question.round
  const [seatId, setSeatId] = useState(positions[0]?.seatId ?? '')
  const [value, setValue] = useState<Value>('for')
  const [reason, setReason] = useState('')

  const correct = () =>
    act('vote.correct', { questionId: question.id, seatId, value, reason }, { isQuiet: true })
  return (
    <FormDialog title="Correct a position" submitLabel="Correct" save={correct} onClose={onClose}>
      {(problemOf) => (
        <>
          <Select
            label="Whose"
            value={seatId}
            onChange={setSeatId}
            options={positions.map((position) => ({
              value: position.seatId,
              label: `${position.initials} · ${position.seat} · now ${positionWords[position.value].name.toLowerCase()}`,
            }))}
            problem={problemOf('seatId')}
            autoFocus
          />
          <Select
            label="Right position"
            value={value}
            onChange={(next) => setValue(next as Value)}
            options={values.map((key) => ({ value: key, label: positionWords[key].name }))}
            problem={problemOf('value')}
          />
          <TextInput
            label="Why"
            hint="The minutes will say it."
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
          />
        </>
      )}
    </FormDialog>
  )
}
