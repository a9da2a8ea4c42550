import { useEffect, useRef, useState } from 'react'
import { Pencil, Plus } from 'lucide-react'
import { bodies, useBodies } from '../state/bodies.ts'
import { useView } from '../state/follow-topics.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextInput } from '../ui/field.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { countWords } from '../ui/words.ts'
import { PersonDialog } from './person-dialog.tsx'

/** Everybody in the book, whatever body they belong to. */
export function PeoplePanel({ isEditable }: { isEditable: boolean }) {
  const people = useView('person.list', {}, ['people']).value?.people
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<{ personId: string | null } | null>(null)
  const soughtId = useBodies((store) => store.soughtPersonId)
  const list = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(soughtId)}"]`)
    if (!row) return
    bodies.forgetSought()
    row.focus()
    row.scrollIntoView({ block: 'center' })
  }, [soughtId, people])
  if (people === undefined) return null
  const wanted = words.toLocaleLowerCase('en-GB').split(/\s+/)
  const found = people.filter((person) => {
    const text = [person.name, person.initials, person.organisation, person.email].join(' ')
    return wanted.every((word) => text.toLocaleLowerCase('en-GB').includes(word))
  })
  const add = isEditable ? (
    <Button icon={<Plus size={14} aria-hidden />} onClick={() => setShown({ personId: null })}>
      Add a person
    </Button>
  ) : null
  return (
    <section className="body-panel" aria-label="People">
      <header className="body-head">
        <h2>People</h2>
        <span className="soft">{countWords(people.length, 'person', 'people')}</span>
        <span className="acts">{people.length === 0 ? null : add}</span>
      </header>
      {people.length === 0 ? (
        <EmptyState title="Nobody yet" action={add}>
          <p>People come into the book when they are given a seat of a body; they can be added here too.</p>
        </EmptyState>
      ) : (
        <>
          <div className="people-find">
            <TextInput label="Find" type="search" value={words} onChange={setWords} />
          </div>
          <table className="table people-table">
            <thead>
              <tr>
                <th scope="col">Initials</th>
                <th scope="col">Name</th>
                <th scope="col">Organisation</th>
                <th scope="col">E-mail address</th>
                {isEditable ? (
                  <th scope="col" className="act">
                    <VisuallyHidden>Change</VisuallyHidden>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody ref={list}>
              {found.map((person) => (
                <tr key={person.id} data-person={person.id} tabIndex={-1}>
                  <td>
                    <span className="initials">{person.initials}</span>
                  </td>
                  <th scope="row">{person.name}</th>
                  <td>{person.organisation}</td>
                  <td>{person.email}</td>
                  {isEditable ? (
                    <td>
                      <IconButton
                        label={`Change ${person.name}`}
                        onClick={() => setShown({ personId: person.id })}
                      >
                        <Pencil size={14} aria-hidden />
                      </IconButton>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
          {found.length === 0 ? <p className="soft">Nobody matches these words.</p> : null}
        </>
      )}
      {shown === null ? null : <PersonDialog personId={shown.personId} onClose={() => setShown(null)} />}
    </section>
  )
}
