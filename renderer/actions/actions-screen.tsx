import { useMemo, useState } from 'react'
import { Plus } from 'lucide-react'
import { actions, useActions } from '../state/actions.ts'
import { useIsReadOnly } from '../state/book.ts'
import { useView } from '../state/follow-topics.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ActionDialogs, type ShownDialog } from './action-dialogs.tsx'
import { ActionFilters } from './action-filters.tsx'
import { ActionsTable } from './actions-table.tsx'
import { filterActions, groupActions, summaryWords } from './group-actions.ts'
import { NoAction, NoMatch } from './no-actions.tsx'
import { useActionCommands } from './use-action-commands.ts'
import { useCurrentRow } from './use-current-row.ts'
import { useSoughtAction } from './use-sought-action.ts'
import './actions.css'

/** Every action of the book, by status or by owner: what is due, who has it, what was reported. */
export function ActionsScreen() {
  const list = useView('action.list', {}, ['actions', 'people', 'bodies', 'meetings', 'agenda', 'register'])
  const bodyList = useView('body.list', {}, ['bodies'])
  const isReadOnly = useIsReadOnly()
  const { grouping, currentKey, ...store } = useActions()
  const [shown, setShown] = useState<ShownDialog | null>(null)

  const all = useMemo(() => list.value?.actions ?? [], [list.value])
  const bodies = useMemo(() => bodyList.value?.bodies ?? [], [bodyList.value])
  const filter = useMemo(() => {
    // The body that was chosen may have been another book's.
    const isKnown = bodies.some(({ id }) => id === store.filter.bodyId)
    return isKnown ? store.filter : { ...store.filter, bodyId: '' }
  }, [bodies, store.filter])
  const groups = useMemo(() => groupActions(filterActions(all, filter), grouping), [all, filter, grouping])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const current = useCurrentRow(rows, currentKey)
  useSoughtAction(bodyList.value === null ? null : all)
  const hasBody = bodies.length > 0
  const isEditable = !isReadOnly

  useActionCommands({ rows, current, grouping, isEditable, canAdd: isEditable && hasBody, show: setShown })

  if (list.value === null || bodyList.value === null) {
    const error = list.error ?? bodyList.error
    return <div className="screen">{error === null ? null : <ErrorNotice error={error} />}</div>
  }
  return (
    <div className="screen actions">
      <header className="screen-head">
        <h1>Actions</h1>
        {all.length === 0 ? null : <p className="quiet">{summaryWords(all)}</p>}
        {isEditable && hasBody && all.length > 0 ? (
          <Button icon={<Plus size={14} aria-hidden />} shortcut="C" onClick={() => setShown({ act: 'add' })}>
            Add an action
          </Button>
        ) : null}
      </header>
      {all.length === 0 ? (
        <NoAction hasBody={hasBody} isEditable={isEditable} onAdd={() => setShown({ act: 'add' })} />
      ) : (
        <>
          <ActionFilters all={all} bodies={bodies} filter={filter} />
          {rows.length === 0 ? (
            <NoMatch />
          ) : (
            <ActionsTable
              groups={groups}
              currentKey={current?.key ?? ''}
              showsBody={bodies.length > 1 && filter.bodyId === ''}
              isEditable={isEditable}
              onAct={(actionId, act) => setShown({ act, actionId })}
            />
          )}
        </>
      )}
      <ActionDialogs
        shown={shown}
        all={all}
        bodies={bodies}
        bodyId={filter.bodyId === '' ? (current?.action.bodyId ?? '') : filter.bodyId}
        onAdded={({ id }) => actions.seek(id)}
        onClose={() => setShown(null)}
      />
    </div>
  )
}
