import { actions, noActionFilter, useActions } from '../state/actions.ts'
import { goTo } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** The book holds no action: where they come from, and the next step. */
export function NoAction({
  hasBody,
  isEditable,
  onAdd,
}: {
  hasBody: boolean
  isEditable: boolean
  onAdd(): void
}) {
  return hasBody ? (
    <EmptyState
      title="No action yet"
      action={
        isEditable ? (
          <Button variant="primary" shortcut="C" onClick={onAdd}>
            Add an action
          </Button>
        ) : null
      }
    >
      <p>
        Actions are taken down in the meeting, under the item at which they are raised, and gather here by
        status and owner. One that was agreed outside a meeting can be added here.
      </p>
    </EmptyState>
  ) : (
    <EmptyState
      title="No body yet"
      action={
        <Button variant="primary" onClick={() => goTo({ screen: 'bodies' })}>
          Go to Bodies
        </Button>
      }
    >
      <p>An action belongs to a panel or another body, which numbers it. Begin with the body.</p>
    </EmptyState>
  )
}

/** The filter leaves nothing. */
export function NoMatch() {
  const filter = useActions((store) => store.filter)
  const isUsual = JSON.stringify(filter) === JSON.stringify(noActionFilter)
  return (
    <EmptyState
      title={isUsual ? 'Nothing is left to do' : 'No action fits'}
      action={<Button onClick={actions.showAll}>Show all actions</Button>}
    >
      <p>{isUsual ? 'Every action is closed or withdrawn.' : 'Nothing matches what is chosen above.'}</p>
    </EmptyState>
  )
}
