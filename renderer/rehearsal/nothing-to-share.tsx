import { rehearsal } from '../state/rehearsal.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** In the place of the shared drive: nothing of a rehearsal goes there. */
export function NothingToShare() {
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>Share</h1>
      </header>
      <EmptyState
        title="A rehearsal is not shared"
        action={<Button onClick={() => void rehearsal.end()}>End the rehearsal</Button>}
      >
        <p>
          Nothing of a rehearsal is kept, so nothing of it goes to the shared drive. The book itself is as it
          was.
        </p>
      </EmptyState>
    </div>
  )
}
