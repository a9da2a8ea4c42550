import { useId, useState } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'

const kinds = ['Preliminary Assessment (PA)', 'Impact Assessment (IA)', 'Sub-committee advice', 'Legal text']

/** Asks for an assessment or advice: of whom, by when. */
export function RecordAssessmentDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  const [kind, setKind] = useState('')
  const [askedOf, setAskedOf] = useState('')
  const [requestedOn, setRequestedOn] = useState('')
  const [originallyDueOn, setOriginallyDueOn] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [receivedOn, setReceivedOn] = useState('')
  const [note, setNote] = useState('')
  const kindsId = useId()
  const save = async () => {
    const answer = await change('proposal.add-assessment', {
      proposalId: proposal.id,
      kind,
      askedOf,
      requestedOn: orNull(requestedOn),
      originallyDueOn: orNull(originallyDueOn),
      dueOn: orNull(dueOn),
      receivedOn: orNull(receivedOn),
      note,
    })
    if (answer.ok) notice.say(`${kind} on ${proposal.reference} is recorded.`)
    return answer
  }
  return (
    <FormDialog
      title={`Assessment or advice on ${proposal.reference}`}
      submitLabel="Record"
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="What"
            list={kindsId}
            value={kind}
            onChange={setKind}
            autoFocus
            problem={problemOf('kind')}
          />
          <datalist id={kindsId}>
            {kinds.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <TextInput label="Asked of" value={askedOf} onChange={setAskedOf} problem={problemOf('askedOf')} />
          <DateInput
            label="Asked on"
            value={requestedOn}
            onChange={setRequestedOn}
            problem={problemOf('requestedOn')}
          />
          <DateInput label="Due on" value={dueOn} onChange={setDueOn} problem={problemOf('dueOn')} />
          <DateInput
            label="First due on"
            hint="Where it was another day"
            value={originallyDueOn}
            onChange={setOriginallyDueOn}
            problem={problemOf('originallyDueOn')}
          />
          <DateInput
            label="Received on"
            hint="Empty while it is awaited"
            value={receivedOn}
            onChange={setReceivedOn}
            problem={problemOf('receivedOn')}
          />
          <div className="across">
            <TextArea label="Note" rows={2} value={note} onChange={setNote} problem={problemOf('note')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** A consultation with its window. The proposal's own date follows the last one. */
export function RecordConsultationDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  const [name, setName] = useState('')
  const [openedOn, setOpenedOn] = useState('')
  const [closesOn, setClosesOn] = useState('')
  const [note, setNote] = useState('')
  const save = async () => {
    const answer = await change('proposal.add-consultation', {
      proposalId: proposal.id,
      name,
      openedOn: orNull(openedOn),
      closesOn,
      note,
    })
    if (answer.ok) notice.say(`${name} on ${proposal.reference} is recorded.`)
    return answer
  }
  return (
    <FormDialog
      title={`Consultation on ${proposal.reference}`}
      submitLabel="Record"
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <div className="across">
            <TextInput
              label="Name"
              hint="Such as Modification Report Consultation"
              value={name}
              onChange={setName}
              autoFocus
              problem={problemOf('name')}
            />
          </div>
          <DateInput
            label="Opened on"
            value={openedOn}
            onChange={setOpenedOn}
            problem={problemOf('openedOn')}
          />
          <DateInput
            label="Closes on"
            value={closesOn}
            onChange={setClosesOn}
            problem={problemOf('closesOn')}
          />
          <div className="across">
            <TextArea label="Note" rows={2} value={note} onChange={setNote} problem={problemOf('note')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
