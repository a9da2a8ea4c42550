import { useState } from 'react'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'
import type { Person } from './use-person-choice.tsx'

const fields = ['name', 'initials', 'organisation', 'email']

/** A new person of the book, or another name, initials, organisation or address for one. */
export function PersonDialog({ personId, onClose }: { personId: string | null; onClose(): void }) {
  const people = useView('person.list', {}, ['people']).value?.people
  if (people === undefined) return null
  return <PersonForm person={people.find(({ id }) => id === personId) ?? null} onClose={onClose} />
}

function PersonForm({ person, onClose }: { person: Person | null; onClose(): void }) {
  const [values, setValues] = useState({
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    organisation: person?.organisation ?? '',
    email: person?.email ?? '',
  })
  const adding = useSubmit('person.add', fields)
  const changing = useSubmit('person.change', fields)
  const { problem, refusal } = person === null ? adding : changing

  const save = async () => {
    const saved =
      person === null
        ? await adding.submit(values)
        : await changing.submit({ personId: person.id, ...values })
    if (saved === null) return
    notice.say(`${saved.name} is ${person === null ? 'added' : 'changed'}.`)
    onClose()
  }
  return (
    <Dialog
      title={person === null ? 'Add a person' : `Change ${person.name}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {person === null ? 'Add the person' : 'Change the person'}
          </Button>
        </>
      }
    >
      <TextInput
        label="Name"
        hint="As it stands in the minutes."
        value={values.name}
        onChange={(name) => setValues({ ...values, name })}
        problem={problem('name')}
        autoFocus
      />
      <TextInput
        label="Initials"
        hint={
          person === null
            ? 'What the note-taker types for this person.'
            : 'Meetings already held keep the initials that were used there.'
        }
        value={values.initials}
        onChange={(initials) => setValues({ ...values, initials })}
        problem={problem('initials')}
      />
      <TextInput
        label="Organisation"
        value={values.organisation}
        onChange={(organisation) => setValues({ ...values, organisation })}
        problem={problem('organisation')}
      />
      <TextInput
        label="E-mail address"
        hint="For the calendar and the papers."
        value={values.email}
        onChange={(email) => setValues({ ...values, email })}
        problem={problem('email')}
      />
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
