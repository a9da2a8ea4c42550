import { useState } from 'react'
import type { Paper } from '../../core/contract/papers.ts'
import { AcceptanceInput } from '../agenda/late-fields.tsx'
import { act } from '../state/live.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { paperTitle } from './paper-words.ts'

/** How a late paper was accepted, in words of one's own or in one of the usual phrases. */
export function AcceptPaperDialog({
  meetingId,
  paper,
  onClose,
}: {
  meetingId: string
  paper: Paper
  onClose(): void
}) {
  const [words, setWords] = useState(paper.lateAcceptance)
  return (
    <FormDialog
      title={`${paperTitle(paper)}: how it was accepted`}
      submitLabel="Record it"
      save={() => act('paper.change', { paperId: paper.id, lateAcceptance: words }, { isQuiet: true })}
      onClose={onClose}
    >
      {(problemOf) => (
        <AcceptanceInput
          meetingId={meetingId}
          what="paper"
          value={words}
          onChange={setWords}
          problemOf={problemOf}
          autoFocus
        />
      )}
    </FormDialog>
  )
}
