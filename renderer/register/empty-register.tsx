import { goTo } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** No proposal yet: the first one, or first of all a body, because a code comes with its panel. */
export function EmptyRegister({
  hasCodes,
  canAdd,
  onAdd,
}: {
  hasCodes: boolean
  canAdd: boolean
  onAdd(): void
}) {
  return (
    <EmptyState
      title="The register is empty"
      action={
        canAdd ? (
          <Button variant="primary" onClick={onAdd}>
            Add the first proposal
          </Button>
        ) : hasCodes ? null : (
          <Button variant="primary" onClick={() => goTo({ screen: 'bodies' })}>
            Go to Bodies
          </Button>
        )
      }
    >
      <p>
        {hasCodes
          ? 'It will hold every proposal with its stage, its dates and every vote taken on it. Agendas are filled from it.'
          : 'A proposal belongs to a code, and a code comes with its panel. Make the body first.'}
      </p>
    </EmptyState>
  )
}
