import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { purposes, purposeWords, type Purpose } from '../../core/contract/words.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

/** An item's particulars, and how a late one was accepted. */
export function ChangeItemDialog({ line, onClose }: { line: AgendaLine; onClose(): void }) {
  const [title, setTitle] = useState(line.title)
  const [presenter, setPresenter] = useState(line.presenter)
  const [minutes, setMinutes] = useState(String(line.plannedMinutes))
  const [purpose, setPurpose] = useState<Purpose>(line.purpose)
  const [isLate, setIsLate] = useState(line.isLate)
  const [acceptance, setAcceptance] = useState(line.lateAcceptance)
  const [error, setError] = useState<Refusal | null>(null)
  const problem = (field: string) => error?.fields?.find((found) => found.field === field)?.problem

  const save = async () => {
    const answer = await act(
      'agenda.change',
      {
        itemId: line.id,
        title,
        presenter,
        plannedMinutes: Number(minutes),
        purpose,
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
      title={`${line.label} ${line.title}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Change
          </Button>
        </>
      }
    >
      <TextInput label="Title" value={title} onChange={setTitle} problem={problem('title')} autoFocus />
      <div className="row">
        <TextInput
          label="Presenter"
          value={presenter}
          onChange={setPresenter}
          problem={problem('presenter')}
        />
        <TextInput
          label="Planned minutes"
          value={minutes}
          onChange={setMinutes}
          inputMode="numeric"
          problem={problem('plannedMinutes')}
        />
        <Select
          label="Purpose"
          value={purpose}
          onChange={(value) => setPurpose(value as Purpose)}
          options={purposes.map((value) => ({ value, label: purposeWords[value] }))}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={isLate} onChange={(event) => setIsLate(event.target.checked)} />
        It is a late item
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
