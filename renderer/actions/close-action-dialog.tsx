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
import { LineArea } from './line-area.tsx'
import { useReportedAt } from './use-reported-at.tsx'
import './action-dialogs.css'

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
  const [update, setUpdate] = useState('')
  const [on, setOn] = useState('')
  const reported = useReportedAt(action.bodyId, meetingId)
  const { submit, problem, refusal } = useSubmit('action.close', ['update', 'on'])

  const close = async () => {
    const closed = await submit({
      actionId: action.id,
      meetingId: reported.meetingId,
      update,
      isWithdrawn: end === 'withdrawn',
      ...(on === '' ? {} : { on }),
    })
    if (closed === null) return
    notice.say(`Action ${closed.reference} is ${closed.status}.`)
    notice.announce(`Action ${closed.reference} is ${closed.status}.`)
    onClose()
  }
  return (
    <Dialog
      title={end === 'done' ? `Close action ${action.reference}` : `Withdraw action ${action.reference}`}
      onClose={onClose}
      onSubmit={() => void close()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {end === 'done' ? 'Close the action' : 'Withdraw the action'}
          </Button>
        </>
      }
    >
      <ActionInBrief action={action} />
      <LineArea
        label={end === 'done' ? 'What was done' : 'Why it is withdrawn'}
        hint="It is printed in the action log."
        value={update}
        onChange={setUpdate}
        problem={problem('update')}
        autoFocus
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
      <div className="action-fields">
        {reported.field}
        <DateInput
          label="Closed on"
          hint="Today where left empty."
          value={on}
          onChange={setOn}
          problem={problem('on')}
        />
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
