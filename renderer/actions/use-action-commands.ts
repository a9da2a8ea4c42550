import { useMemo } from 'react'
import { actions, type ActionGrouping } from '../state/actions.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import type { ActionAct } from './action-details.tsx'
import type { ShownDialog } from './action-dialogs.tsx'
import { isFinished } from './action-words.ts'
import type { ActionRow } from './group-actions.ts'
import { focusRow } from './use-current-row.ts'

/** What the keys do on the list of actions. */
export function useActionCommands({
  rows,
  current,
  grouping,
  isEditable,
  canAdd,
  show,
}: {
  rows: readonly ActionRow[]
  current: ActionRow | undefined
  grouping: ActionGrouping
  isEditable: boolean
  canAdd: boolean
  show(dialog: ShownDialog): void
}): void {
  const commands = useMemo<KeyCommand[]>(() => {
    const isUnfinished = current !== undefined && !isFinished(current.action)
    const act = (name: ActionAct) => () => {
      if (current !== undefined) show({ act: name, actionId: current.action.id })
    }
    const step = (by: 1 | -1) => () => {
      const at = rows.findIndex(({ key }) => key === current?.key)
      const isInList = document.activeElement?.closest('.actions-table') !== null
      // The first arrow key goes into the list, the next ones through it.
      focusRow((isInList ? (rows[at + by] ?? rows[at]) : rows[at])?.key)
    }
    const group = 'Actions'
    return [
      { id: 'actions.next', title: 'Next action', key: 'ArrowDown', group, run: step(1) },
      { id: 'actions.previous', title: 'Previous action', key: 'ArrowUp', group, run: step(-1) },
      {
        id: 'actions.add',
        title: 'Add an action',
        key: 'c',
        group,
        isEnabled: canAdd,
        run: () => show({ act: 'add' }),
      },
      {
        id: 'actions.update',
        title: 'Update or reopen the action',
        key: 'u',
        group,
        isEnabled: isEditable && current !== undefined,
        run: act('update'),
      },
      {
        id: 'actions.close',
        title: 'Close the action',
        key: 'x',
        group,
        isEnabled: isEditable && isUnfinished,
        run: act('close'),
      },
      {
        id: 'actions.change',
        title: 'Change the action',
        key: 'e',
        group,
        isEnabled: isEditable && isUnfinished,
        run: act('change'),
      },
      {
        id: 'actions.withdraw',
        title: 'Withdraw the action',
        group,
        isEnabled: isEditable && isUnfinished,
        run: act('withdraw'),
      },
      {
        id: 'actions.group',
        title: grouping === 'status' ? 'Group the actions by owner' : 'Group the actions by status',
        key: 'g',
        group,
        run: () => actions.groupBy(grouping === 'status' ? 'owner' : 'status'),
      },
      {
        id: 'actions.find',
        title: 'Find among the actions',
        key: '/',
        group,
        run: () => document.querySelector<HTMLElement>('[data-takes-focus="action-words"]')?.focus(),
      },
    ]
  }, [rows, current, grouping, isEditable, canAdd, show])
  useCommands('actions', commands)
}
