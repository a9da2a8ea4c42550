import { useState } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { LateFields, lateInput, type Late } from './late-fields.tsx'
import { plannedMinutes, PlanFields, type Plan } from './plan-fields.tsx'

/** An item's particulars, and how a late one was accepted. */
export function ChangeItemDialog({
  meetingId,
  line,
  onClose,
}: {
  meetingId: string
  line: AgendaLine
  onClose(): void
}) {
  const [title, setTitle] = useState(line.title)
  const [presenter, setPresenter] = useState(line.presenter)
  const [plan, setPlan] = useState<Plan>({ purpose: line.purpose, minutes: String(line.plannedMinutes) })
  const [late, setLate] = useState<Late>({ isLate: line.isLate, acceptance: line.lateAcceptance })

  const change = () =>
    act(
      'agenda.change',
      {
        itemId: line.id,
        title,
        presenter,
        purpose: plan.purpose,
        plannedMinutes: plannedMinutes(plan),
        ...lateInput(late),
      },
      { isQuiet: true },
    )
  return (
    <FormDialog title={`${line.label} ${line.title}`} submitLabel="Change" save={change} onClose={onClose}>
      {(problemOf) => (
        <>
          <TextInput label="Title" value={title} onChange={setTitle} problem={problemOf('title')} autoFocus />
          <TextInput
            label="Presenter"
            value={presenter}
            onChange={setPresenter}
            problem={problemOf('presenter')}
          />
          <PlanFields plan={plan} onChange={setPlan} problemOf={problemOf} />
          <LateFields
            label="It is a late item"
            meetingId={meetingId}
            what="item"
            late={late}
            onChange={setLate}
            problemOf={problemOf}
          />
        </>
      )}
    </FormDialog>
  )
}
