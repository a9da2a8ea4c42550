import { useState } from 'react'
import { act } from '../state/live.ts'
import { DateInput } from '../ui/date-input.tsx'
import { timeWords } from '../ui/dates.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { instantOf } from '../ui/instants.ts'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { momentWords } from './resolution-words.ts'

/** Another deadline for a resolution whose vote is open; the one before is kept with the reason. */
export function MoveDeadlineDialog({
  number,
  questionId,
  deadline,
  onClose,
}: {
  number: string
  questionId: string
  deadline: string
  onClose(): void
}) {
  const [day, setDay] = useState(deadline.slice(0, 10))
  const [time, setTime] = useState(timeWords(deadline))
  const [reason, setReason] = useState('')
  const move = () =>
    act(
      'resolution.move-deadline',
      { questionId, deadline: instantOf(day, timeOf(time)), reason },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`Move the deadline of ${number}`}
      submitLabel="Move it"
      canSubmit={reason.trim() !== ''}
      save={move}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <p className="quiet">It is {momentWords(deadline)}.</p>
          <div className="side-by-side">
            <DateInput
              label="New deadline"
              value={day}
              onChange={setDay}
              problem={problemOf('deadline')}
              autoFocus
            />
            <TimeInput label="At" value={time} onChange={setTime} />
          </div>
          <TextInput
            label="Why"
            hint="It is printed in the minutes."
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
          />
        </>
      )}
    </FormDialog>
  )
}
