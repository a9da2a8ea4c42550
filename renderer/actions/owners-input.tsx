import { useId } from 'react'
import { useView } from '../state/follow-topics.ts'
import { TextInput } from '../ui/field.tsx'
import { joinWords } from '../ui/words.ts'

const how = 'Initials or names, separated by commas'

/** Owners by initials or name, separated by commas. The people of the book are offered for the one being typed. */
export function OwnersInput({
  value,
  onChange,
  problem,
  isInLine = false,
}: {
  value: string
  onChange(value: string): void
  problem: string | undefined
  /** Among other fields in a line: without label and hint. */
  isInLine?: boolean
}) {
  const id = useId()
  const people = useView('person.list', {}, ['people']).value?.people ?? []
  const separator = value.includes(';') ? ';' : ','
  // The browser offers what begins with the whole of the field, so each offer carries the owners before it.
  const before = value.slice(0, value.lastIndexOf(separator) + 1)
  return (
    <>
      <TextInput
        label="Owners"
        {...(isInLine ? { isLabelHidden: true, placeholder: 'Owners', title: how } : { hint: `${how}.` })}
        value={value}
        onChange={onChange}
        problem={problem}
        list={id}
      />
      <datalist id={id}>
        {people.map((person) => (
          <option
            key={person.id}
            value={before === '' ? person.name : `${before} ${person.name}`}
            label={joinWords([person.initials, person.organisation])}
          />
        ))}
      </datalist>
    </>
  )
}
