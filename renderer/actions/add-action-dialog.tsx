import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { splitOwners } from './action-words.ts'
import { LineArea } from './line-area.tsx'
import { OwnersInput } from './owners-input.tsx'
import './action-dialogs.css'

const fields = ['bodyId', 'text', 'owners', 'dueOn', 'dueMeeting', 'raisedOn', 'reference']

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
  const [dueOn, setDueOn] = useState('')
  const [dueMeeting, setDueMeeting] = useState('')
  const [proposalId, setProposalId] = useState('')
  const [raisedOn, setRaisedOn] = useState('')
  const [reference, setReference] = useState('')
  const proposals = useView('proposal.list', { openOnly: true }, ['register']).value?.proposals ?? []
  const { submit, problem, refusal } = useSubmit('action.add', fields, {
    'already-exists': 'reference',
  })

  const add = async () => {
    const added = await submit({
      bodyId,
      text,
      owners: splitOwners(owners),
      dueOn: dueOn === '' ? null : dueOn,
      dueMeeting,
      proposalId: proposalId === '' ? null : proposalId,
      ...(raisedOn === '' ? {} : { raisedOn }),
      ...(reference.trim() === '' ? {} : { reference }),
    })
    if (added === null) return
    notice.say(`Action ${added.reference} is added.`)
    notice.announce(`Action ${added.reference} is added.`)
    onClose()
    onAdded(added)
  }
  return (
    <Dialog
      title="Add an action"
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Add the action
          </Button>
        </>
      }
    >
      {bodies.length < 2 ? null : (
        <Select
          label="Body"
          value={bodyId}
          onChange={setBodyId}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <LineArea
        label="What is to be done"
        rows={2}
        value={text}
        onChange={setText}
        problem={problem('text')}
        autoFocus
      />
      <OwnersInput value={owners} onChange={setOwners} problem={problem('owners')} />
      <div className="action-fields">
        <DateInput
          label="Due on"
          hint="No due date."
          value={dueOn}
          onChange={setDueOn}
          problem={problem('dueOn')}
        />
        <TextInput
          label="Due by meeting"
          hint="In words, such as January Panel."
          value={dueMeeting}
          onChange={setDueMeeting}
          problem={problem('dueMeeting')}
        />
        <Select
          label="Proposal"
          value={proposalId}
          onChange={setProposalId}
          options={[
            { value: '', label: 'None' },
            ...proposals.map((proposal) => ({
              value: proposal.id,
              label: `${proposal.reference} ${proposal.shortTitle === '' ? proposal.title : proposal.shortTitle}`,
            })),
          ]}
        />
        <DateInput
          label="Raised on"
          hint="Today where left empty."
          value={raisedOn}
          onChange={setRaisedOn}
          problem={problem('raisedOn')}
        />
        <TextInput
          label="Reference"
          hint="The next one where left empty."
          value={reference}
          onChange={setReference}
          problem={problem('reference')}
        />
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
