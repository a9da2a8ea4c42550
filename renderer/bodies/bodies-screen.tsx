import { useEffect, useMemo, useRef, useState } from 'react'
import { Plus } from 'lucide-react'
import { bodies, everybody, useBodies } from '../state/bodies.ts'
import { useIsReadOnly } from '../state/book.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { BodyList } from './body-list.tsx'
import { BodyPanel } from './body-panel.tsx'
import { CreateBodyDialog } from './create-body-dialog.tsx'
import { PeoplePanel } from './people-panel.tsx'
import './bodies.css'

/** The bodies of the book: who sits in them and by what rules they count. */
export function BodiesScreen() {
  const { value, error } = useView('body.list', {}, ['bodies'])
  const isEditable = !useIsReadOnly()
  const chosenId = useBodies((store) => store.shownId)
  const [isCreating, setIsCreating] = useState(false)

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'bodies.create',
        title: 'Add a body',
        key: 'c',
        group: 'Bodies',
        isEnabled: isEditable,
        run: () => setIsCreating(true),
      },
      {
        id: 'bodies.people',
        title: 'Everybody in the book',
        group: 'Bodies',
        run: () => bodies.show(everybody),
      },
    ],
    [isEditable],
  )
  useCommands('bodies', commands)
  const isEmpty = value?.bodies.length === 0
  const firstStep = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // Enter takes the one step that there is, unless the focus is somewhere else.
    if (isEmpty && document.activeElement === document.body)
      firstStep.current?.querySelector('button')?.focus()
  }, [isEmpty])

  if (value === null)
    return <div className="screen">{error === null ? null : <ErrorNotice error={error} />}</div>
  const list = value.bodies
  // The body that was chosen may have been another book's.
  const shown = list.find(({ id }) => id === chosenId) ?? list[0]
  const add = (isPrimary: boolean) => (
    <Button
      variant={isPrimary ? 'primary' : 'plain'}
      icon={<Plus size={14} aria-hidden />}
      shortcut="C"
      onClick={() => setIsCreating(true)}
    >
      Add a body
    </Button>
  )
  return (
    <div className="screen bodies">
      <header className="screen-head">
        <h1>Bodies</h1>
        {isEditable && list.length > 0 ? add(false) : null}
      </header>
      {shown === undefined ? (
        <EmptyState title="No body yet" action={isEditable ? <p ref={firstStep}>{add(true)}</p> : null}>
          <p>
            A body is a panel, a change board, a sub-committee or a workgroup. Profiles of the UNC
            Modification Panel, the SEC Panel and others bring their seats, rules, questions and agenda; all
            of it can be changed.
          </p>
        </EmptyState>
      ) : (
        <div className="bodies-columns">
          <BodyList list={list} shownId={chosenId === everybody ? everybody : shown.id} />
          {chosenId === everybody ? (
            <PeoplePanel isEditable={isEditable} />
          ) : (
            <BodyPanel
              key={shown.id}
              bodyId={shown.id}
              codeName={shown.code?.shortName ?? null}
              isEditable={isEditable}
            />
          )}
        </div>
      )}
      {isCreating ? <CreateBodyDialog onClose={() => setIsCreating(false)} /> : null}
    </div>
  )
}
