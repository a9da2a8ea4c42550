import { useId } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orNull } from '../ui/words.ts'

const kinds = ['Preliminary Assessment (PA)', 'Impact Assessment (IA)', 'Sub-committee advice', 'Legal text']

/** Asks for an assessment or advice: of whom, by when. */
export function RecordAssessmentDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  const { values, field } = useTyped({
    kind: '',
    askedOf: '',
    requestedOn: '',
    dueOn: '',
    originallyDueOn: '',
    receivedOn: '',
    note: '',
  })
  const kindsId = useId()
  const save = async () => {
    const answer = await change('proposal.add-assessment', {
      proposalId: proposal.id,
      ...values,
      requestedOn: orNull(values.requestedOn),
      dueOn: orNull(values.dueOn),
      originallyDueOn: orNull(values.originallyDueOn),
      receivedOn: orNull(values.receivedOn),
    })
    if (answer.ok) notice.say(`${values.kind} on ${proposal.reference} is recorded.`)
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
          <TextInput label="What" list={kindsId} autoFocus {...field('kind', problemOf)} />
          <datalist id={kindsId}>
            {kinds.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <TextInput label="Asked of" {...field('askedOf', problemOf)} />
          <DateInput label="Asked on" {...field('requestedOn', problemOf)} />
          <DateInput label="Due on" {...field('dueOn', problemOf)} />
          <DateInput
            label="First due on"
            hint="Where it was another day"
            {...field('originallyDueOn', problemOf)}
          />
          <DateInput
            label="Received on"
            hint="Empty while it is awaited"
            {...field('receivedOn', problemOf)}
          />
          <div className="across">
            <TextArea label="Note" rows={2} {...field('note', problemOf)} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** A consultation with its window. The proposal's own date follows the last one. */
export function RecordConsultationDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  const { values, field } = useTyped({ name: '', openedOn: '', closesOn: '', note: '' })
  const save = async () => {
    const answer = await change('proposal.add-consultation', {
      proposalId: proposal.id,
      ...values,
      openedOn: orNull(values.openedOn),
    })
    if (answer.ok) notice.say(`${values.name} on ${proposal.reference} is recorded.`)
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
              autoFocus
              {...field('name', problemOf)}
            />
          </div>
          <DateInput label="Opened on" {...field('openedOn', problemOf)} />
          <DateInput label="Closes on" {...field('closesOn', problemOf)} />
          <div className="across">
            <TextArea label="Note" rows={2} {...field('note', problemOf)} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
