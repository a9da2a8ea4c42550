import { useState } from 'react'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { dayWords, today } from '../ui/dates.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { roleWords, type Membership } from './body-words.ts'

/** Says on which day somebody's place in a body ends. Meetings held before keep them. */
export function EndMembershipDialog({ membership, onClose }: { membership: Membership; onClose(): void }) {
  const [lastDay, setLastDay] = useState(membership.effectiveTo ?? today())
  const role = roleWords(membership.role).toLowerCase()

  const end = async () => {
    const answer = await change('body.end-membership', { membershipId: membership.id, effectiveTo: lastDay })
    if (answer.ok) notice.say(`${membership.name}: ${role} until ${dayWords(lastDay)}.`)
    return answer
  }
  return (
    <FormDialog title={`End ${membership.name} as ${role}`} submitLabel="End it" save={end} onClose={onClose}>
      {(problemOf) => (
        <>
          <p>Meetings up to that day keep {membership.name}; later ones do not expect them any more.</p>
          <DateInput
            label="Last day"
            value={lastDay}
            onChange={setLastDay}
            problem={problemOf('effectiveTo')}
            autoFocus
          />
        </>
      )}
    </FormDialog>
  )
}
