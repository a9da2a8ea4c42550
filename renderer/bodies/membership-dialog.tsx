import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { MembershipRole } from '../../core/contract/words.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select } from '../ui/field.tsx'
import { roleWords } from './body-words.ts'
import { isOver } from './in-force.ts'
import { nonVotingRoles } from './non-voting-roles.ts'
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
  const [seatId, setSeatId] = useState(firstSeatId ?? '')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const { submit, problem, refusal } = useSubmit(
    'body.add-member',
    ['personId', 'seatId', 'effectiveFrom', 'effectiveTo'],
    { 'already-exists': 'personId' },
  )
  const person = usePersonChoice(problem('personId'))
  const roles: readonly MembershipRole[] = isVoting ? ['member', 'alternate'] : nonVotingRoles
  const error = person.refusal ?? refusal

  const add = async () => {
    const personId = await person.ensure()
    if (personId === null) return
    const after = await submit({
      bodyId: body.id,
      personId,
      role,
      seatId: isVoting ? seatId : null,
      ...(from === '' ? {} : { effectiveFrom: from }),
      effectiveTo: to === '' ? null : to,
    })
    if (after === null) return
    const added = after.memberships.find((other) => other.personId === personId)
    notice.say(`${added?.name ?? 'The person'} is added as ${roleWords(role).toLowerCase()}.`)
    onClose()
  }
  return (
    <Dialog
      title={isVoting ? 'Add a member or an alternate' : 'Add a person without a vote'}
      isWide
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Add {article(role)}
          </Button>
        </>
      }
    >
      {person.fields}
      <div className="body-fields">
        <Select
          label="As"
          value={role}
          onChange={(next) => setRole(next as MembershipRole)}
          options={roles.map((each) => ({ value: each, label: roleWords(each) }))}
        />
        {isVoting ? (
          <Select
            label="For the seat"
            value={seatId}
            onChange={setSeatId}
            problem={problem('seatId')}
            options={body.seats
              .filter((seat) => !isOver(seat))
              .map((seat) => ({ value: seat.id, label: seat.name }))}
          />
        ) : null}
        <DateInput
          label="First day"
          hint="From the beginning."
          value={from}
          onChange={setFrom}
          problem={problem('effectiveFrom')}
        />
        <DateInput
          label="Last day"
          hint="It goes on."
          value={to}
          onChange={setTo}
          problem={problem('effectiveTo')}
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}

function article(role: MembershipRole): string {
  if (role === 'authority') return 'the Authority'
  const words = roleWords(role).toLowerCase()
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}
