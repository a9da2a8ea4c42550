import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ActionInBrief } from './action-in-brief.tsx'
import { isFinished } from './action-words.ts'
import { LineArea } from './line-area.tsx'
import { useReportedAt } from './use-reported-at.tsx'
import './action-dialogs.css'

type Unfinished = 'open' | 'carried-forward'

/** Adds a dated update to an action, and carries it forward; an action that is over is reopened by it. */
export function UpdateActionDialog({
  action,
  meetingId,
  carriesForward = false,
  onClose,
}: {
  action: Action
  /** The meeting at which it is reported; null where the dialog shall ask. */
  meetingId: string | null
  /** Whether carrying forward is offered first. */
  carriesForward?: boolean
  onClose(): void
}) {
  const isReopened = isFinished(action)
  const [text, setText] = useState('')
  const [status, setStatus] = useState<Unfinished>(() =>
    !isReopened && (carriesForward || action.status === 'carried-forward') ? 'carried-forward' : 'open',
  )
  const [dueOn, setDueOn] = useState(action.dueOn ?? '')
  const [on, setOn] = useState('')
  const reported = useReportedAt(action.bodyId, meetingId)
  const { submit, problem, refusal } = useSubmit('action.update', ['text', 'dueOn', 'on'])

  const update = async () => {
    const updated = await submit({
      actionId: action.id,
      meetingId: reported.meetingId,
      text,
      ...(status === action.status ? {} : { status }),
      ...(dueOn === (action.dueOn ?? '') ? {} : { dueOn: dueOn === '' ? null : dueOn }),
      ...(on === '' ? {} : { on }),
    })
    if (updated === null) return
    const done = isReopened ? 'reopened' : updated.status === 'open' ? 'updated' : 'carried forward'
    notice.say(`Action ${updated.reference} is ${done}.`)
    notice.announce(`Action ${updated.reference} is ${done}.`)
    onClose()
  }
  return (
    <Dialog
      title={`${isReopened ? 'Reopen' : 'Update'} action ${action.reference}`}
      onClose={onClose}
      onSubmit={() => void update()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {isReopened ? 'Reopen the action' : 'Add the update'}
          </Button>
        </>
      }
    >
      <ActionInBrief action={action} />
      <LineArea
        label={isReopened ? 'Why it is reopened' : 'What was reported'}
        hint="It is printed in the action log."
        value={text}
        onChange={setText}
        problem={problem('text')}
        autoFocus
      />
      {isReopened ? null : (
        <RadioGroup
          label="From now on it is"
          value={status}
          onChange={setStatus}
          options={[
            { value: 'open', label: 'Open' },
            { value: 'carried-forward', label: 'Carried forward' },
          ]}
        />
      )}
      <div className="action-fields">
        <DateInput
          label="Due on"
          hint="No due date."
          value={dueOn}
          onChange={setDueOn}
          problem={problem('dueOn')}
        />
        <DateInput
          label="Reported on"
          hint="Today where left empty."
          value={on}
          onChange={setOn}
          problem={problem('on')}
        />
        {reported.field}
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
