import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import type { Person } from './person-words.ts'

/** A new person of the book, or another name, initials, organisation or address for one. */
export function PersonDialog({ personId, onClose }: { personId: string | null; onClose(): void }) {
  const people = useView('person.list', {}, ['people']).value?.people
  if (people === undefined) return null
  return <PersonForm person={people.find(({ id }) => id === personId) ?? null} onClose={onClose} />
}

function PersonForm({ person, onClose }: { person: Person | null; onClose(): void }) {
  const { values, field } = useTyped({
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    organisation: person?.organisation ?? '',
    email: person?.email ?? '',
  })
  const save = async () => {
    const answer =
      person === null
        ? await change('person.add', values)
        : await change('person.change', { personId: person.id, ...values })
    if (answer.ok) notice.say(`${answer.value.name} is ${person === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={person === null ? 'Add a person' : `Change ${person.name}`}
      submitLabel={person === null ? 'Add the person' : 'Change the person'}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Name"
            hint="As it stands in the minutes."
            autoFocus
            {...field('name', problemOf)}
          />
          <TextInput
            label="Initials"
            hint={
              person === null
                ? 'What the note-taker types for this person.'
                : 'Meetings already held keep the initials that were used there.'
            }
            {...field('initials', problemOf)}
          />
          <TextInput label="Organisation" {...field('organisation', problemOf)} />
          <TextInput
            label="E-mail address"
            hint="For the calendar and the papers."
            {...field('email', problemOf)}
          />
        </>
      )}
    </FormDialog>
  )
}
