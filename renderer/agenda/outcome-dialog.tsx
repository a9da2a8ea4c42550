import { useState } from 'react'
import { onwardOutcomes, outcomeWords, type Outcome } from '../../core/contract/words.ts'
import { useView } from '../state/follow-topics.ts'
import { rememberOnward, useOnward } from '../state/onward.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'
import { orNull } from '../ui/words.ts'

/** What becomes of an item: why, and where it goes on; left out where it goes nowhere. */
export interface Becoming {
  outcome: Outcome | null
  reason: string
  nextMeetingId?: string | null | undefined
}

/** Asks why an item was put off, withdrawn or returned and, where it goes on, to which meeting. */
export function OutcomeDialog({
  meetingId,
  outcome,
  before,
  onSet,
  onClose,
}: {
  meetingId: string
  outcome: Outcome
  /** What stands there already, where the outcome is the same. */
  before: Becoming | null
  onSet(becoming: Becoming): Promise<Saved>
  onClose(): void
}) {
  const [reason, setReason] = useState(before?.reason ?? '')
  const [chosen, setChosen] = useState(before?.nextMeetingId)
  const meetings = useView('agenda.onward-meetings', { meetingId }, ['meetings']).value
  const remembered = useOnward((store) => store[meetingId])
  const words = outcomeWords[outcome]
  const isOnward = onwardOutcomes.includes(outcome)
  // What was chosen before can have been closed since.
  const offered = [chosen, remembered].find((id) =>
    meetings?.choices.some(({ meetingId: choice }) => choice === id),
  )
  const goesTo = offered === undefined ? meetings?.usual : offered

  const save = async () => {
    const answer = await onSet({ outcome, reason, ...(isOnward ? { nextMeetingId: goesTo } : {}) })
    if (answer.ok && isOnward && goesTo !== undefined) rememberOnward(meetingId, goesTo)
    return answer
  }
  return (
    <FormDialog title={words} submitLabel={words} save={save} onClose={onClose}>
      {(problemOf) => (
        <>
          <TextInput
            label="Why"
            hint="The minutes will say it."
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
            autoFocus
          />
          {isOnward && meetings !== null ? (
            <Select
              label="Goes to"
              hint="There it is suggested for the agenda."
              value={goesTo ?? ''}
              onChange={(id) => setChosen(orNull(id))}
              options={meetings.choices.map((choice) => ({
                value: choice.meetingId ?? '',
                label: choice.label,
              }))}
              problem={problemOf('nextMeetingId')}
            />
          ) : null}
        </>
      )}
    </FormDialog>
  )
}
