import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'

/** Lists a paper under an item; a late one says how it was accepted. */
export function AddPaperDialog({ line, onClose }: { line: AgendaLine; onClose(): void }) {
  const [title, setTitle] = useState('')
  const [reference, setReference] = useState('')
  const [receivedOn, setReceivedOn] = useState('')
  const [isLate, setIsLate] = useState(false)
  const [acceptance, setAcceptance] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const problem = (field: string) => error?.fields?.find((found) => found.field === field)?.problem

  const add = async () => {
    const answer = await act(
      'agenda.add-paper',
      {
        itemId: line.id,
        title,
        reference,
        receivedOn: receivedOn === '' ? null : receivedOn,
        isLate,
        lateAcceptance: isLate ? acceptance : '',
      },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={`A paper for ${line.proposal?.reference ?? line.title}`}
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            List it
          </Button>
        </>
      }
    >
      <TextInput label="Title" value={title} onChange={setTitle} problem={problem('title')} autoFocus />
      <div className="row">
        <TextInput
          label="Reference"
          value={reference}
          onChange={setReference}
          problem={problem('reference')}
        />
        <TextInput
          label="Received on"
          type="date"
          value={receivedOn}
          onChange={setReceivedOn}
          problem={problem('receivedOn')}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={isLate} onChange={(event) => setIsLate(event.target.checked)} />
        It came after the deadline
      </label>
      {isLate ? (
        <TextInput
          label="How it was accepted"
          hint="The minutes will say it."
          value={acceptance}
          onChange={setAcceptance}
          problem={problem('lateAcceptance')}
        />
      ) : null}
      {error === null || error.fields !== undefined ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
