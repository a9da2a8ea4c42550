import { useState } from 'react'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { act } from '../../state/live.ts'
import { saveAllNotes } from '../../state/notes.ts'
import { TextInput } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Adjourns with everything saved that was typed. */
export async function adjourn(meetingId: string, reason: string, options: { isQuiet?: boolean } = {}) {
  await saveAllNotes()
  return act('meeting.adjourn', { meetingId, reason }, options)
}

/** The clock stands still until the meeting resumes; the reason stands in the minutes. */
export function AdjournDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={`Adjourn meeting ${meeting.number}`}
      submitLabel="Adjourn"
      save={() => adjourn(meeting.id, reason.trim(), { isQuiet: true })}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Why, or until when (may be empty)"
            value={reason}
            autoFocus
            onChange={setReason}
            problem={problemOf('reason')}
          />
          <p className="quiet">
            The clocks stand still and no question is put until the meeting resumes. Open votes wait.
          </p>
        </>
      )}
    </FormDialog>
  )
}
