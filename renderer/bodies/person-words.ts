import type { CallOutput } from '../../core/contract/calls.ts'

export type Person = CallOutput<'person.list'>['people'][number]

/** Two people of one name are told apart by their initials. */
export function optionOf(person: Person, people: readonly Person[]): string {
  const isAlone = people.every((other) => other.id === person.id || other.name !== person.name)
  return isAlone ? person.name : `${person.name} (${person.initials})`
}

/** Whether two texts are the same but for capitals and the blanks around them. */
export function sameText(left: string, right: string): boolean {
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
export function suggestedInitials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => !titles.has(word.toLowerCase().replace('.', '')))
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en-GB')
    .slice(0, 8)
}
