import { useEffect } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { actions, noActionFilter, useActions } from '../state/actions.ts'
import { isFinished } from './action-words.ts'
import { focusRow } from './use-current-row.ts'

/**
 * Shows the action that was just added, or found elsewhere, whatever the list was narrowed to.
 * @param all null for as long as the list is not on the screen: there is no row yet that could have the focus
 */
export function useSoughtAction(all: readonly Action[] | null): void {
  const soughtId = useActions((store) => store.soughtId)
  useEffect(() => {
    const action = all?.find(({ id }) => id === soughtId)
    if (action === undefined) return
    actions.seek('')
    const { bodyId } = useActions.getState().filter
    actions.filter({
      ...noActionFilter,
      bodyId: bodyId === action.bodyId ? bodyId : '',
      status: isFinished(action) ? 'all' : 'unfinished',
    })
    actions.groupBy('status')
    const key = `${action.status} ${action.id}`
    actions.choose(key)
    requestAnimationFrame(() => focusRow(key))
  }, [all, soughtId])
}
