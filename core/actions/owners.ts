import type { Reader } from '../../db/store-types.ts'
import { badInput } from '../contract/errors.ts'

export interface Owner {
  personId: string | null
  name: string
}

/**
 * Who is meant by what was typed: the initials of somebody at the meeting, then of a member of the body, then
 * of anybody in the book, or the full name of a person. Anything else is kept as a name ("Joint Office", "All").
 * @throws PanelbookError `bad-input` where initials could be two people's, or one owner is named twice.
 */
export function resolveOwners(
  db: Reader,
  written: readonly string[],
  where: { bodyId: string; meetingId: string | null },
): Owner[] {
  const owners = written.map((owner, index) => resolveOwner(db, owner, index, where))
  owners.forEach((owner, index) => {
    const isRepeated = owners
      .slice(0, index)
      .some(
        (earlier) =>
          earlier.name === owner.name || (owner.personId !== null && earlier.personId === owner.personId),
      )
    if (isRepeated) {
      throw badInput(`owners.${index}`, `${owner.name} is named twice`, `${owner.name} is named twice.`)
    }
  })
  return owners
}

interface PersonRow {
  id: string
  name: string
  initials: string
  /** 0 at the meeting, 1 of the body, 2 elsewhere in the book. */
  distance: number
}

function resolveOwner(
  db: Reader,
  written: string,
  index: number,
  { bodyId, meetingId }: { bodyId: string; meetingId: string | null },
): Owner {
  const atMeeting = db.get<{ id: string; name: string }>(
    `SELECT person.id, person.name FROM attendance JOIN person ON person.id = attendance.person_id
     WHERE attendance.meeting_id = ? AND upper(attendance.initials) = upper(?)`,
    meetingId,
    written,
  )
  if (atMeeting !== undefined) return { personId: atMeeting.id, name: atMeeting.name }
  const called = db.all<PersonRow>(
    `SELECT person.id, person.name, person.initials,
       CASE WHEN EXISTS (SELECT 1 FROM attendance WHERE meeting_id = :meeting AND person_id = person.id) THEN 0
         WHEN EXISTS (SELECT 1 FROM membership WHERE body_id = :body AND person_id = person.id) THEN 1
         ELSE 2 END AS distance
     FROM person WHERE upper(person.initials) = upper(:written) OR upper(person.name) = upper(:written)
     ORDER BY distance, person.id`,
    { meeting: meetingId, body: bodyId, written },
  )
  const [nearest] = called
  if (nearest === undefined) return { personId: null, name: written }
  const alike = called.filter(({ distance }) => distance === nearest.distance)
  if (alike.length > 1) {
    const names = alike.map(({ name }) => name).join(' or ')
    const problem = `${written} could be ${names}; write the full name`
    throw badInput(`owners.${index}`, problem, `${problem}.`)
  }
  return { personId: nearest.id, name: nearest.name }
}
