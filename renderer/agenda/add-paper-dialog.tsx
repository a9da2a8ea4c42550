import { useState } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orNull } from '../ui/words.ts'
import { LateFields, lateInput, type Late } from './late-fields.tsx'

/** Lists a paper under an item; a late one says how it was accepted. */
export function AddPaperDialog({ line, onClose }: { line: AgendaLine; onClose(): void }) {
  const { values, field } = useTyped({ title: '', reference: '', receivedOn: '' })
  const [late, setLate] = useState<Late>({ isLate: false, acceptance: '' })

  const add = () =>
    act(
      'agenda.add-paper',
      {
        itemId: line.id,
        ...values,
        receivedOn: orNull(values.receivedOn),
        ...lateInput(late),
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
          <TextInput label="Title" autoFocus {...field('title', problemOf)} />
          <div className="side-by-side">
            <TextInput label="Reference" {...field('reference', problemOf)} />
            <DateInput label="Received on" {...field('receivedOn', problemOf)} />
          </div>
          <LateFields
            label="It came after the deadline"
            late={late}
            onChange={setLate}
            problemOf={problemOf}
          />
        </>
      )}
    </FormDialog>
  )
}
