import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import { purposes, purposeWords, type Purpose } from '../../core/contract/words.ts'
import { useView } from '../state/follow-topics.ts'
import { act, selectItem } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

/** A new item, at the end of a section or of the agenda; a late one says how it was accepted. */
export function AddItemDialog({
  meeting,
  near,
  isLate,
  onClose,
}: {
  meeting: Meeting
  near: AgendaLine | undefined
  isLate: boolean
  onClose(): void
}) {
  const [title, setTitle] = useState('')
  const [parentId, setParentId] = useState(near?.parentId ?? near?.id ?? '')
  const [proposalId, setProposalId] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('decision')
  const [minutes, setMinutes] = useState('10')
  const [acceptance, setAcceptance] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const proposals = useView('proposal.list', { openOnly: true }, ['register']).value?.proposals ?? []
  const problem = (field: string) => error?.fields?.find((found) => found.field === field)?.problem

  const add = async () => {
    const chosen = proposals.find(({ id }) => id === proposalId)
    const section = meeting.agenda.find(({ id }) => id === parentId)
    const answer = await act(
      'agenda.add',
      {
        meetingId: meeting.id,
        parentId: parentId === '' ? null : parentId,
        title: title.trim() === '' && chosen !== undefined ? `Modification ${chosen.reference}` : title,
        kind: section?.kind ?? 'general',
        purpose,
        plannedMinutes: Number(minutes) || 0,
        proposalId: proposalId === '' ? null : proposalId,
        isLate,
        lateAcceptance: acceptance,
      },
      { isQuiet: true },
    )
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    onClose()
    await selectItem(answer.value.itemId)
  }
  return (
    <Dialog
      title={isLate ? 'Add a late item' : 'Add an item'}
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Add
          </Button>
        </>
      }
    >
      <TextInput label="Title" value={title} onChange={setTitle} problem={problem('title')} autoFocus />
      <Select
        label="Under"
        value={parentId}
        onChange={setParentId}
        options={[
          { value: '', label: 'An item of its own, at the end' },
          ...meeting.agenda
            .filter((line) => line.parentId === null)
            .map((line) => ({ value: line.id, label: `${line.label} ${line.title}` })),
        ]}
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
      <Select
        label="Purpose"
        value={purpose}
        onChange={(value) => setPurpose(value as Purpose)}
        options={purposes.map((value) => ({ value, label: purposeWords[value] }))}
      />
      <TextInput
        label="Planned minutes"
        value={minutes}
        onChange={setMinutes}
        inputMode="numeric"
        problem={problem('plannedMinutes')}
      />
      {isLate ? (
        <TextInput
          label="How the late item was accepted"
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
