import { useState } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'
import { LateFields } from './late-fields.tsx'

/** Lists a paper under an item; a late one says how it was accepted. */
export function AddPaperDialog({ line, onClose }: { line: AgendaLine; onClose(): void }) {
  const [title, setTitle] = useState('')
  const [reference, setReference] = useState('')
  const [receivedOn, setReceivedOn] = useState('')
  const [isLate, setIsLate] = useState(false)
  const [acceptance, setAcceptance] = useState('')

  const add = () =>
    act(
      'agenda.add-paper',
      {
        itemId: line.id,
        title,
        reference,
        receivedOn: orNull(receivedOn),
        isLate,
        lateAcceptance: isLate ? acceptance : '',
      },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`A paper for ${line.proposal?.reference ?? line.title}`}
      submitLabel="List it"
      save={add}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput label="Title" value={title} onChange={setTitle} problem={problemOf('title')} autoFocus />
          <div className="side-by-side">
            <TextInput
              label="Reference"
              value={reference}
              onChange={setReference}
              problem={problemOf('reference')}
            />
            <DateInput
              label="Received on"
              value={receivedOn}
              onChange={setReceivedOn}
              problem={problemOf('receivedOn')}
            />
          </div>
          <LateFields
            label="It came after the deadline"
            isLate={isLate}
            acceptance={acceptance}
            onLate={setIsLate}
            onAcceptance={setAcceptance}
            problemOf={problemOf}
          />
        </>
      )}
    </FormDialog>
  )
}
