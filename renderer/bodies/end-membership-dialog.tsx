import { useState } from 'react'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { dayWords } from '../ui/dates.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { roleWords, type Membership } from './body-words.ts'
import { today } from './in-force.ts'

/** Says on which day somebody's place in a body ends. Meetings held before keep them. */
export function EndMembershipDialog({ membership, onClose }: { membership: Membership; onClose(): void }) {
  const [lastDay, setLastDay] = useState(membership.effectiveTo ?? today())
  const { submit, problem, refusal } = useSubmit('body.end-membership', ['effectiveTo'])
  const role = roleWords(membership.role).toLowerCase()

  const end = async () => {
    if ((await submit({ membershipId: membership.id, effectiveTo: lastDay })) === null) return
    notice.say(`${membership.name}: ${role} until ${dayWords(lastDay)}.`)
    onClose()
  }
  return (
    <Dialog
      title={`End ${membership.name} as ${role}`}
      onClose={onClose}
      onSubmit={() => void end()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            End it
          </Button>
        </>
      }
    >
      <p>Meetings up to that day keep {membership.name}; later ones do not expect them any more.</p>
      <DateInput
        label="Last day"
        value={lastDay}
        onChange={setLastDay}
        problem={problem('effectiveTo')}
        autoFocus
      />
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
