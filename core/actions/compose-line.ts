import { dayInWords } from '../timetable/day-in-words.ts'

/** An action as one line that `read-line.ts` reads again: "AB, "Joint Office" to provide legal text by 12 January 2017 #0621". */
export function composeActionLine(action: {
  text: string
  /** Initials where it is a person with some, else the name. */
  owners: readonly { initials: string | null; name: string }[]
  dueOn: string | null
  dueMeeting: string
  /** Reference of the proposal. */
  proposal: string | null
}): string {
  const owners = action.owners.map(({ initials, name }) => initials ?? `"${name}"`).join(', ')
  const due = action.dueOn === null ? action.dueMeeting.trim() : dayInWords(action.dueOn)
  return [
    owners === '' ? '' : `${owners} to`,
    owners === '' ? action.text : withinASentence(action.text),
    due === '' ? '' : `by ${due}`,
    action.proposal === null ? '' : `#${action.proposal}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** "Provide legal text" after "AB to"; what begins with capitals, such as "SCR", keeps them. */
function withinASentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1) : text
}
