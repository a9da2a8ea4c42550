import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { RadioGroup } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut } from '../ui/words.ts'
import { ActionInBrief } from './action-in-brief.tsx'
import { LineArea } from './line-area.tsx'
import { useReportedAt } from './use-reported-at.tsx'

/** Closes an action with the update that says why, or withdraws it. */
export function CloseActionDialog({
  action,
  meetingId,
  isWithdrawn = false,
  onClose,
}: {
  action: Action
  /** The meeting at which it is closed; null where the dialog shall ask. */
  meetingId: string | null
  /** Whether withdrawing is offered first. */
  isWithdrawn?: boolean
  onClose(): void
}) {
  const [end, setEnd] = useState<'done' | 'withdrawn'>(isWithdrawn ? 'withdrawn' : 'done')
  const { values, field } = useTyped({ update: '', on: '' })
  const reported = useReportedAt(action.bodyId, meetingId)
  const verb = end === 'done' ? 'Close' : 'Withdraw'

  const close = async () => {
    const answer = await change('action.close', {
      actionId: action.id,
      meetingId: reported.meetingId,
      update: values.update,
      isWithdrawn: end === 'withdrawn',
      on: orLeftOut(values.on),
    })
    if (answer.ok) notice.say(`Action ${answer.value.reference} is ${answer.value.status}.`)
    return answer
  }
  return (
    <FormDialog
      title={`${verb} action ${action.reference}`}
      submitLabel={`${verb} the action`}
      save={close}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <ActionInBrief action={action} />
          <LineArea
            label={end === 'done' ? 'What was done' : 'Why it is withdrawn'}
            hint="It is printed in the action log."
            autoFocus
            {...field('update', problemOf)}
          />
          <RadioGroup
            label="It is"
            value={end}
            onChange={setEnd}
            options={[
              { value: 'done', label: 'Done' },
              { value: 'withdrawn', label: 'Withdrawn: no longer asked for' },
            ]}
          />
          <div className="side-by-side">
            {reported.field}
            <DateInput label="Closed on" hint="Today where left empty." {...field('on', problemOf)} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
