import type { Action } from '../../core/contract/actions.ts'
import { actionStatuses, actionStatusWords } from '../../core/contract/words.ts'
import { actions, useActions, type ActionFilter, type ActionStatusFilter } from '../state/actions.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { filterActions, ownersOf } from './group-actions.ts'

/** By body, status, owner and words; each status says how many there would be. */
export function ActionFilters({
  all,
  bodies,
  filter,
}: {
  all: readonly Action[]
  filter: ActionFilter
  bodies: readonly { id: string; name: string }[]
}) {
  const grouping = useActions((store) => store.grouping)
  const count = (status: ActionStatusFilter) => filterActions(all, { ...filter, status }).length
  const owners = ownersOf(all)
  return (
    <div className="action-filters" role="search" aria-label="Filter the actions">
      <Tabs
        label="Group the actions"
        value={grouping}
        options={[
          { value: 'status', label: 'By status' },
          { value: 'owner', label: 'By owner' },
        ]}
        onChange={actions.groupBy}
      />
      {bodies.length < 2 ? null : (
        <Select
          label="Body"
          value={filter.bodyId}
          onChange={(bodyId) => actions.filter({ bodyId })}
          options={[
            { value: '', label: 'All bodies' },
            ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Select
        label="Status"
        value={filter.status}
        onChange={(status) => actions.filter({ status: status as ActionStatusFilter })}
        options={[
          { value: 'unfinished', label: `Unfinished (${count('unfinished')})` },
          { value: 'all', label: `All (${count('all')})` },
          ...actionStatuses.map((status) => ({
            value: status,
            label: `${actionStatusWords[status]} (${count(status)})`,
          })),
        ]}
      />
      <Select
        label="Owner"
        value={filter.owner}
        onChange={(owner) => actions.filter({ owner })}
        options={[
          { value: '', label: 'Everybody' },
          // The chosen one stays, although their last action may have gone.
          ...[...new Set([...owners, filter.owner])]
            .filter((name) => name !== '')
            .map((name) => ({ value: name, label: name })),
        ]}
      />
      <TextInput
        label="Find"
        type="search"
        value={filter.text}
        onChange={(text) => actions.filter({ text })}
        data-takes-focus="action-words"
      />
    </div>
  )
}
