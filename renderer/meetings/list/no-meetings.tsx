import { goTo } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The book has no body: a meeting cannot come first. */
export function NoBody({ isEditable }: { isEditable: boolean }) {
  return (
    <EmptyState
      title="No body yet"
      action={
        <Button variant="primary" onClick={() => goTo({ screen: 'bodies' })}>
          {isEditable ? 'Add a body' : 'Go to Bodies'}
        </Button>
      }
    >
      <p>
        A meeting is a meeting of a panel or another body. Begin with the body: its seats and people, its
        rules for votes and its usual agenda come from a profile and can be changed.
      </p>
    </EmptyState>
  )
}

/** There are bodies, but no meeting to show. */
export function NoMeeting({
  bodyName,
  isEditable,
  onCreate,
}: {
  /** The body that is looked at; empty for all. */
  bodyName: string
  isEditable: boolean
  onCreate(): void
}) {
  return (
    <EmptyState
      title={bodyName === '' ? 'No meeting yet' : `No meeting of the ${bodyName} yet`}
      action={
        isEditable ? (
          <Button variant="primary" shortcut="C" onClick={onCreate}>
            Create a meeting
          </Button>
        ) : null
      }
    >
      <p>A new meeting begins with the body’s agenda template and expects everybody who belongs to it.</p>
    </EmptyState>
  )
}
