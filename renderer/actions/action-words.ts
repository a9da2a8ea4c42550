import type { Action } from '../../core/contract/actions.ts'
import { dayWords } from '../ui/dates.ts'
import { joinWords } from '../ui/words.ts'

/** "AB and Joint Office" by their names. */
export function ownerWords({ owners }: Action): string {
  return owners.length === 0 ? 'no owner' : owners.map(({ name }) => name).join(', ')
}

/** "due Thu 12 Jan 2017", "due by January Panel". */
export function dueWords({ dueOn, dueMeeting }: Action): string {
  const words = joinWords([dayWords(dueOn), dueMeeting === '' ? '' : `by ${dueMeeting}`], ', ')
  return words === '' ? 'no due date' : `due ${words}`
}

/** Closed or withdrawn. */
export function isFinished({ status }: Pick<Action, 'status'>): boolean {
  return status === 'closed' || status === 'withdrawn'
}

/** The owners as they are typed: by commas, or by semicolons where a name holds a comma. */
export function joinOwners(names: readonly string[]): string {
  return names.some((name) => name.includes(',')) ? `${names.join('; ')};` : names.join(', ')
}

/** The owners that were typed, one each. */
export function splitOwners(typed: string): string[] {
  return typed
    .split(typed.includes(';') ? ';' : ',')
    .map((owner) => owner.trim())
    .filter((owner) => owner !== '')
}
