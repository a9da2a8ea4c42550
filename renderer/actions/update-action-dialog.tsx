import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { RadioGroup } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut, orNull } from '../ui/words.ts'
import { ActionInBrief } from './action-in-brief.tsx'
import { isFinished } from './action-words.ts'
import { LineArea } from './line-area.tsx'
import { useReportedAt } from './use-reported-at.tsx'

type Unfinished = 'open' | 'carried-forward'

/** Adds a dated update to an action, and carries it forward; an action that is over is reopened by it. */
export function UpdateActionDialog({
  action,
  meetingId,
  onClose,
}: {
  action: Action
  /** The meeting at which it is reported; null where the dialog shall ask. */
  meetingId: string | null
  onClose(): void
}) {
  // As it was when the dialog opened: its words must not turn while they are read.
  const [isReopened] = useState(() => isFinished(action))
  const [status, setStatus] = useState<Unfinished>(() =>
    action.status === 'carried-forward' ? 'carried-forward' : 'open',
  )
  const [before] = useState(action.dueOn ?? '')
  const { values, field } = useTyped({ text: '', dueOn: before, on: '' })
  const reported = useReportedAt(action.bodyId, meetingId)

  const update = async () => {
    const answer = await change('action.update', {
      actionId: action.id,
      meetingId: reported.meetingId,
      text: values.text,
      ...(status === action.status ? {} : { status }),
      ...(values.dueOn === before ? {} : { dueOn: orNull(values.dueOn) }),
      on: orLeftOut(values.on),
    })
    if (answer.ok) {
      const isOpen = answer.value.status === 'open'
      const done = isReopened ? 'reopened' : isOpen ? 'updated' : 'carried forward'
      notice.say(`Action ${answer.value.reference} is ${done}.`)
    }
    return answer
  }
  return (
    <FormDialog
      title={`${isReopened ? 'Reopen' : 'Update'} action ${action.reference}`}
      submitLabel={isReopened ? 'Reopen the action' : 'Add the update'}
      save={update}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <ActionInBrief action={action} />
          <LineArea
            label={isReopened ? 'Why it is reopened' : 'What was reported'}
            hint="It is printed in the action log."
            autoFocus
            {...field('text', problemOf)}
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
          <div className="side-by-side">
            <DateInput label="Due on" hint="No due date." {...field('dueOn', problemOf)} />
            <DateInput label="Reported on" hint="Today where left empty." {...field('on', problemOf)} />
            {reported.field}
          </div>
        </>
      )}
    </FormDialog>
  )
}
