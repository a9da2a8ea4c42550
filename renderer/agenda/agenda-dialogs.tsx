import type { Meeting } from '../../core/contract/meetings.ts'
import { AddItemDialog } from './add-item-dialog.tsx'
import { CopyItemsDialog } from './copy-items-dialog.tsx'
import { SuggestionsDialog } from './suggestions-dialog.tsx'
import type { AgendaDialog } from './use-agenda-commands.ts'

/** The dialog that the agenda has asked for, if any. */
export function AgendaDialogs({
  meeting,
  dialog,
  shownId,
  onClose,
}: {
  meeting: Meeting
  dialog: AgendaDialog | null
  shownId: string | null
  onClose(): void
}) {
  switch (dialog) {
    case null:
      return null
    case 'suggestions':
      return <SuggestionsDialog meetingId={meeting.id} onClose={onClose} />
    case 'copy':
      return <CopyItemsDialog meeting={meeting} onClose={onClose} />
    default:
      return (
        <AddItemDialog
          meeting={meeting}
          near={meeting.agenda.find(({ id }) => id === shownId)}
          isLate={dialog === 'late'}
          onClose={onClose}
        />
      )
  }
}
