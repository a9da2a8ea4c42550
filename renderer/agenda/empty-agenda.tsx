import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { countWords } from '../ui/words.ts'
import { useSuggestions } from './use-suggestions.ts'
import type { AgendaDialog } from './use-agenda-commands.ts'

/** A meeting without items: what the register has for it, or else the first item. */
export function EmptyAgenda({
  meetingId,
  isEditable,
  ask,
}: {
  meetingId: string
  isEditable: boolean
  ask(dialog: AgendaDialog): void
}) {
  const count = useSuggestions(meetingId).value?.suggestions.length ?? 0
  if (!isEditable) return <EmptyState title="No items" />
  return (
    <EmptyState
      title="No items yet"
      action={
        <>
          {count > 0 ? (
            <Button variant="primary" shortcut="S" onClick={() => ask('suggestions')}>
              Fill it from the register
            </Button>
          ) : null}
          <Button variant={count > 0 ? 'plain' : 'primary'} shortcut="I" onClick={() => ask('item')}>
            Add an item
          </Button>
          <Button variant="quiet" onClick={() => ask('copy')}>
            Copy from another meeting…
          </Button>
        </>
      }
    >
      <p>
        {count === 0
          ? 'Nothing in the register waits for this meeting.'
          : `The register has ${countWords(count, 'matter')} for this meeting.`}
      </p>
    </EmptyState>
  )
}
