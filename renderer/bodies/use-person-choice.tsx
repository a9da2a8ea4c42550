import { useId, useState, type ReactNode } from 'react'
import type { CallOutput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { useView } from '../state/follow-topics.ts'
import { useSubmit } from '../state/submit.ts'
import { TextInput } from '../ui/field.tsx'

export type Person = CallOutput<'person.list'>['people'][number]

export interface PersonChoice {
  /** Name, initials and organisation; those of somebody in the book are shown as they are there. */
  fields: ReactNode
  /** The person's id, added to the book first where new; null where that was refused. */
  ensure(): Promise<string | null>
  refusal: Refusal | null
}

/**
 * Somebody in the book or somebody new, by the same three fields: the name offers the people of the book, and a
 * name that is none of theirs makes a new person.
 * @param problem what is wrong with the person as the membership sees it
 */
export function usePersonChoice(problem: string | undefined): PersonChoice {
  const listId = useId()
  const people = useView('person.list', {}, ['people']).value?.people ?? []
  const [name, setName] = useState('')
  const [ownInitials, setOwnInitials] = useState<string | null>(null)
  const [organisation, setOrganisation] = useState('')
  const { submit, problem: problemOf, refusal } = useSubmit('person.add', personFields)

  const known = people.find((person) => sameText(optionOf(person, people), name))
  const initials = ownInitials ?? suggestedInitials(name)
  const namesake = people.find((person) => sameText(person.initials, initials))

  // What was wrong with a new person says nothing about one who is in the book.
  const problemOfNew = (field: string) => (known === undefined ? problemOf(field) : undefined)

  const ensure = async () => {
    if (known !== undefined) return known.id
    const added = await submit({ name, initials, organisation })
    return added?.id ?? null
  }
  return {
    ensure,
    refusal,
    fields: (
      <div className="person-fields">
        <TextInput
          label="Name"
          value={name}
          onChange={setName}
          list={listId}
          hint={known === undefined ? undefined : 'In the book already.'}
          problem={problemOfNew('name') ?? problem}
          autoFocus
        />
        <TextInput
          label="Initials"
          value={known?.initials ?? initials}
          readOnly={known !== undefined}
          onChange={setOwnInitials}
          hint={
            known === undefined && namesake !== undefined && initials !== ''
              ? `Also ${namesake.name}; numbered where they meet.`
              : undefined
          }
          problem={problemOfNew('initials')}
        />
        <TextInput
          label="Organisation"
          value={known?.organisation ?? organisation}
          readOnly={known !== undefined}
          onChange={setOrganisation}
          list={`${listId}-organisations`}
          problem={problemOfNew('organisation')}
        />
        <datalist id={listId}>
          {people.map((person) => (
            <option
              key={person.id}
              value={optionOf(person, people)}
              label={[person.initials, person.organisation].filter((part) => part !== '').join(' · ')}
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
    ),
  }
}

const personFields = ['name', 'initials', 'organisation']

/** Two people of one name are told apart by their initials. */
function optionOf(person: Person, people: readonly Person[]): string {
  const isAlone = people.every((other) => other.id === person.id || other.name !== person.name)
  return isAlone ? person.name : `${person.name} (${person.initials})`
}

function sameText(left: string, right: string): boolean {
  return left.trim().toLocaleLowerCase('en-GB') === right.trim().toLocaleLowerCase('en-GB')
}

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
  'lord',
  'lady',
])

/** "AB" for Anna Black and for Dr Anna Black; what is typed over it stays. */
function suggestedInitials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => !titles.has(word.toLowerCase().replace('.', '')))
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en-GB')
    .slice(0, 8)
}
