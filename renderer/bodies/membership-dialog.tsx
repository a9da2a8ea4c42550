import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { MembershipRole } from '../../core/contract/words.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut, orNull } from '../ui/words.ts'
import { roleWords } from './body-words.ts'
import { isOver } from './in-force.ts'
import { nonVotingRoles } from './non-voting-roles.ts'
import { TermFields } from './term-fields.tsx'
import { usePersonChoice } from './use-person-choice.tsx'

/** Makes a person a member or alternate for a seat, or somebody who attends without a vote, with dates. */
export function MembershipDialog({
  body,
  role: firstRole,
  seatId: firstSeatId,
  onClose,
}: {
  body: Body
  role: MembershipRole
  seatId: string | null
  onClose(): void
}) {
  const isVoting = firstRole === 'member' || firstRole === 'alternate'
  const [role, setRole] = useState(firstRole)
  const { values, field } = useTyped({ seatId: firstSeatId ?? '', effectiveFrom: '', effectiveTo: '' })
  const person = usePersonChoice()
  const roles: readonly MembershipRole[] = isVoting ? ['member', 'alternate'] : nonVotingRoles

  const add = () =>
    person.withPerson(async (personId) => {
      const answer = await change('body.add-member', {
        bodyId: body.id,
        personId,
        role,
        seatId: isVoting ? values.seatId : null,
        effectiveFrom: orLeftOut(values.effectiveFrom),
        effectiveTo: orNull(values.effectiveTo),
      })
      if (answer.ok) {
        const added = answer.value.memberships.find((other) => other.personId === personId)
        notice.say(`${added?.name ?? 'The person'} is added as ${roleWords(role).toLowerCase()}.`)
      }
      return answer
    })
  return (
    <FormDialog
      title={isVoting ? 'Add a member or an alternate' : 'Add a person without a vote'}
      submitLabel={`Add ${withArticle(role)}`}
      places={{ 'already-exists': 'personId' }}
      isWide
      save={add}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          {person.fields(problemOf)}
          <Select
            label="As"
            value={role}
            onChange={(next) => setRole(next as MembershipRole)}
            options={roles.map((each) => ({ value: each, label: roleWords(each) }))}
          />
          {isVoting ? (
            <Select
              label="For the seat"
              {...field('seatId', problemOf)}
              options={body.seats
                .filter((seat) => !isOver(seat))
                .map((seat) => ({ value: seat.id, label: seat.name }))}
            />
          ) : null}
          <TermFields hint="From the beginning." field={(name) => field(name, problemOf)} />
        </>
      )}
    </FormDialog>
  )
}

function withArticle(role: MembershipRole): string {
  if (role === 'authority') return 'the Authority'
  const words = roleWords(role).toLowerCase()
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}
