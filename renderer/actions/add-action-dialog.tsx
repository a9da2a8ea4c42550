import { BodySelect } from '../bodies/body-select.tsx'
import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { ProposalSelect } from '../register/proposal-select.tsx'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut, orNull } from '../ui/words.ts'
import { splitOwners } from './action-words.ts'
import { DueFields } from './due-fields.tsx'
import { LineArea } from './line-area.tsx'
import { OwnersInput } from './owners-input.tsx'

/** An action that was not raised at an agenda item: after the meeting, or brought over from an older log. */
export function AddActionDialog({
  bodies,
  bodyId: firstBodyId,
  onAdded,
  onClose,
}: {
  bodies: readonly { id: string; name: string }[]
  /** The body to begin with; empty for the first. */
  bodyId: string
  onAdded(action: Action): void
  onClose(): void
}) {
  const [bodyId, setBodyId] = useState(firstBodyId === '' ? (bodies[0]?.id ?? '') : firstBodyId)
  const { values, field } = useTyped({
    text: '',
    owners: '',
    dueOn: '',
    dueMeeting: '',
    raisedOn: '',
    reference: '',
  })
  const [proposalId, setProposalId] = useState('')

  const add = async () => {
    const answer = await change('action.add', {
      bodyId,
      text: values.text,
      owners: splitOwners(values.owners),
      dueOn: orNull(values.dueOn),
      dueMeeting: values.dueMeeting,
      proposalId: orNull(proposalId),
      raisedOn: orLeftOut(values.raisedOn),
      reference: orLeftOut(values.reference),
    })
    if (answer.ok) {
      notice.say(`Action ${answer.value.reference} is added.`)
      onAdded(answer.value)
    }
    return answer
  }
  return (
    <FormDialog
      title="Add an action"
      submitLabel="Add the action"
      places={{ 'already-exists': 'reference' }}
      save={add}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <BodySelect bodies={bodies} value={bodyId} onChange={setBodyId} problem={problemOf('bodyId')} />
          <LineArea label="What is to be done" rows={2} autoFocus {...field('text', problemOf)} />
          <OwnersInput {...field('owners', problemOf)} />
          <DueFields field={(name) => field(name, problemOf)} />
          <div className="side-by-side">
            <ProposalSelect value={proposalId} onChange={({ id }) => setProposalId(id)} />
            <DateInput label="Raised on" hint="Today where left empty." {...field('raisedOn', problemOf)} />
            <TextInput
              label="Reference"
              hint="The next one where left empty."
              {...field('reference', problemOf)}
            />
          </div>
        </>
      )}
    </FormDialog>
  )
}
