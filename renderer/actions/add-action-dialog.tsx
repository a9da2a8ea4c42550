import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { ProposalSelect } from '../register/proposal-select.tsx'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'
import { splitOwners } from './action-words.ts'
import { DueFields, type Due } from './due-fields.tsx'
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
  const [text, setText] = useState('')
  const [owners, setOwners] = useState('')
  const [due, setDue] = useState<Due>({ on: '', meeting: '' })
  const [proposalId, setProposalId] = useState('')
  const [raisedOn, setRaisedOn] = useState('')
  const [reference, setReference] = useState('')

  const add = async () => {
    const answer = await change('action.add', {
      bodyId,
      text,
      owners: splitOwners(owners),
      dueOn: orNull(due.on),
      dueMeeting: due.meeting,
      proposalId: orNull(proposalId),
      ...(raisedOn === '' ? {} : { raisedOn }),
      ...(reference.trim() === '' ? {} : { reference }),
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
          {bodies.length < 2 ? null : (
            <Select
              label="Body"
              value={bodyId}
              onChange={setBodyId}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              problem={problemOf('bodyId')}
            />
          )}
          <LineArea
            label="What is to be done"
            rows={2}
            value={text}
            onChange={setText}
            problem={problemOf('text')}
            autoFocus
          />
          <OwnersInput value={owners} onChange={setOwners} problem={problemOf('owners')} />
          <DueFields due={due} onChange={setDue} problemOf={problemOf} />
          <div className="side-by-side">
            <ProposalSelect value={proposalId} onChange={({ id }) => setProposalId(id)} />
            <DateInput
              label="Raised on"
              hint="Today where left empty."
              value={raisedOn}
              onChange={setRaisedOn}
              problem={problemOf('raisedOn')}
            />
            <TextInput
              label="Reference"
              hint="The next one where left empty."
              value={reference}
              onChange={setReference}
              problem={problemOf('reference')}
            />
          </div>
        </>
      )}
    </FormDialog>
  )
}
