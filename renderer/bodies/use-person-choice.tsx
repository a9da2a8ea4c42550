import { useId, useState, type ReactNode } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import type { Saved } from '../ui/use-form.ts'
import { joinWords } from '../ui/words.ts'
import { optionOf, sameText, suggestedInitials, type Person } from './person-words.ts'
import './person-fields.css'

export interface PersonChoice {
  /** Name, initials and organisation; those of somebody in the book are shown as they are there. */
  fields(problemOf: ProblemOf): ReactNode
  /** Does something with the person's id, added to the book first where new; a refusal of either comes back. */
  withPerson(work: (personId: string) => Promise<Saved>): Promise<Saved>
}

/**
 * Somebody in the book or somebody new, by the same three fields: the name offers the people of the book, and a
 * name that is none of theirs makes a new person.
 * @param taken those who are there already: they are not offered
 */
export function usePersonChoice(taken: readonly string[] = []): PersonChoice {
  const listId = useId()
  const listed = useView('person.list', {}, ['people']).value?.people ?? []
  /** Is in the book now, although the list may not say so yet: a second try must not add another. */
  const [added, setAdded] = useState<Person | null>(null)
  const [name, setName] = useState('')
  const [ownInitials, setOwnInitials] = useState<string | null>(null)
  const [organisation, setOrganisation] = useState('')

  const people = added === null || listed.some(({ id }) => id === added.id) ? listed : [...listed, added]
  const offered = people.filter(({ id }) => !taken.includes(id))
  const known = people.find((person) => sameText(optionOf(person, people), name)) ?? null
  const initials = ownInitials ?? suggestedInitials(name)
  const namesake = people.find((person) => sameText(person.initials, initials))

  const withPerson = async (work: (personId: string) => Promise<Saved>) => {
    if (known !== null) return taken.includes(known.id) ? { ok: false, error: isThere } : work(known.id)
    const answer = await change('person.add', { name, initials, organisation })
    if (!answer.ok) return answer
    setAdded(answer.value)
    return work(answer.value.id)
  }
  const fields = (problemOf: ProblemOf) => {
    // What was wrong with a new person says nothing about one who is in the book.
    const problemOfNew = (field: string) => {
      const problem = problemOf(field)
      return known === null ? problem : undefined
    }
    const problemOfChoice = problemOf('personId')
    return (
      <div className="person-fields">
        <TextInput
          label="Name"
          value={name}
          onChange={setName}
          list={listId}
          hint={known === null ? undefined : 'In the book already.'}
          problem={problemOfNew('name') ?? problemOfChoice}
          autoFocus
        />
        <TextInput
          label="Initials"
          value={known?.initials ?? initials}
          readOnly={known !== null}
          onChange={setOwnInitials}
          hint={
            known === null && namesake !== undefined && initials !== ''
              ? `Also ${namesake.name}; numbered where they meet.`
              : undefined
          }
          problem={problemOfNew('initials')}
        />
        <TextInput
          label="Organisation"
          value={known?.organisation ?? organisation}
          readOnly={known !== null}
          onChange={setOrganisation}
          list={`${listId}-organisations`}
          problem={problemOfNew('organisation')}
        />
        <datalist id={listId}>
          {offered.map((person) => (
            <option
              key={person.id}
              value={optionOf(person, people)}
              label={joinWords([person.initials, person.organisation])}
            />
          ))}
        </datalist>
        <datalist id={`${listId}-organisations`}>
          {[...new Set(people.map((person) => person.organisation))]
            .filter((each) => each !== '')
            .map((each) => (
              <option key={each} value={each} />
            ))}
        </datalist>
      </div>
    )
  }
  return { fields, withPerson }
}

const isThere: Refusal = {
  code: 'already-exists',
  message: 'This person is on the list already.',
  fields: [{ field: 'personId', problem: 'is on the list already' }],
}
