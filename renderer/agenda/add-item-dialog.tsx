import { useState } from 'react'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import { ProposalSelect } from '../register/proposal-select.tsx'
import { act, selectItem } from '../state/live.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'
import { LateFields, lateInput, type Late } from './late-fields.tsx'
import { plannedMinutes, PlanFields, type Plan } from './plan-fields.tsx'

/**
 * A new item, at the end of a section or of the agenda; a late one says how it was accepted. Once the papers were due it
 * is taken to be late.
 */
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
  const [proposal, setProposal] = useState({ id: '', reference: '' })
  const [plan, setPlan] = useState<Plan>({ purpose: 'decision', minutes: '10' })
  const [said, setSaid] = useState<Late | null>(isLate ? { isLate, acceptance: '' } : null)
  // What comes in after the papers were due is late unless the secretary says otherwise.
  const lateness = useAnswer('paper.lateness', { meetingId: meeting.id, what: 'item' })
  const late = said ?? { isLate: lateness?.isLate === true, acceptance: '' }
  const isUntitled = title.trim() === '' && proposal.id !== ''
  const usualTitle = `Modification ${proposal.reference}`

  const add = async () => {
    const section = meeting.agenda.find(({ id }) => id === parentId)
    const answer = await act(
      'agenda.add',
      {
        meetingId: meeting.id,
        parentId: orNull(parentId),
        title: isUntitled ? usualTitle : title,
        kind: section?.kind ?? 'general',
        purpose: plan.purpose,
        plannedMinutes: plannedMinutes(plan),
        proposalId: orNull(proposal.id),
        ...lateInput(late),
      },
      { isQuiet: true },
    )
    if (answer.ok) void selectItem(answer.value.itemId)
    return answer
  }
  return (
    <FormDialog
      title={isLate ? 'Add a late item' : 'Add an item'}
      submitLabel="Add"
      save={add}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Title"
            hint={isUntitled ? `“${usualTitle}” where left empty.` : undefined}
            value={title}
            onChange={setTitle}
            problem={problemOf('title')}
            autoFocus
          />
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
          <ProposalSelect value={proposal.id} onChange={setProposal} />
          <PlanFields plan={plan} onChange={setPlan} problemOf={problemOf} />
          {lateness?.isLate === true ? <p className="soft">{lateness.sentence}</p> : null}
          <LateFields
            label="It is a late item"
            meetingId={meeting.id}
            what="item"
            late={late}
            onChange={setSaid}
            problemOf={problemOf}
          />
        </>
      )}
    </FormDialog>
  )
}
