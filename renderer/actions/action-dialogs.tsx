import type { Action } from '../../core/contract/actions.ts'
import type { ActionAct } from './action-details.tsx'
import { AddActionDialog } from './add-action-dialog.tsx'
import { ChangeActionDialog } from './change-action-dialog.tsx'
import { CloseActionDialog } from './close-action-dialog.tsx'
import { UpdateActionDialog } from './update-action-dialog.tsx'

export type ShownDialog = { act: 'add' } | { act: ActionAct; actionId: string }

/** The dialog that is open over the actions, if one is. */
export function ActionDialogs({
  shown,
  all,
  bodies,
  bodyId,
  onAdded,
  onClose,
}: {
  shown: ShownDialog | null
  all: readonly Action[]
  bodies: readonly { id: string; name: string }[]
  bodyId: string
  onAdded(action: Action): void
  onClose(): void
}) {
  if (shown === null) return null
  if (shown.act === 'add') {
    return <AddActionDialog bodies={bodies} bodyId={bodyId} onAdded={onAdded} onClose={onClose} />
  }
  const action = all.find(({ id }) => id === shown.actionId)
  if (action === undefined) return null
  switch (shown.act) {
    case 'update':
      return <UpdateActionDialog action={action} meetingId={null} onClose={onClose} />
    case 'change':
      return <ChangeActionDialog action={action} onClose={onClose} />
    case 'close':
    case 'withdraw':
      return (
        <CloseActionDialog
          action={action}
          meetingId={null}
          isWithdrawn={shown.act === 'withdraw'}
          onClose={onClose}
        />
      )
  }
}
