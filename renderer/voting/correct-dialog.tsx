import { useState } from 'react'
import type { QuestionView } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { answersOf, positionNameWithin } from './vote-answers.ts'

/** Puts one position of a closed vote right. The old value stays on record with the reason. */
export function CorrectDialog({ question, onClose }: { question: QuestionView; onClose(): void }) {
  const { positions, rule } = question.round
  const answers = answersOf(rule).map((answer) => ({ ...answer, key: answer.option ?? answer.value }))
  const [seatId, setSeatId] = useState(positions[0]?.seatId ?? '')
  /** What a seat can have meant instead: never what stands already. */
  const others = (id: string) => {
    const now = positions.find((position) => position.seatId === id)
    return answers.filter(({ key }) => key !== (now?.option?.key ?? now?.value))
  }
  const [wanted, setChosen] = useState('')
  const chosen = others(seatId).find(({ key }) => key === wanted)?.key ?? others(seatId)[0]?.key ?? ''
  const [reason, setReason] = useState('')

  const correct = () => {
    const { value = 'none', option } = answers.find(({ key }) => key === chosen) ?? {}
    return act(
      'vote.correct',
      {
        questionId: question.id,
        seatId,
        value,
        ...(option === undefined ? {} : { option }),
        reason,
      },
      { isQuiet: true },
    )
  }
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
              label: `${position.initials} · ${position.seat} · now ${positionNameWithin(position)}`,
            }))}
            problem={problemOf('seatId')}
            autoFocus
          />
          <Select
            label="Right position"
            value={chosen}
            onChange={setChosen}
            options={others(seatId).map(({ key, name }) => ({ value: key, label: name }))}
            problem={problemOf('value') ?? problemOf('option')}
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
