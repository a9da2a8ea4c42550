import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'
import { joinOwners, splitOwners } from './action-words.ts'
import { LineArea } from './line-area.tsx'
import { OwnersInput } from './owners-input.tsx'
import './action-dialogs.css'

/** Puts an action's words, owners or due date right. What was reported on it stays. */
export function ChangeActionDialog({ action, onClose }: { action: Action; onClose(): void }) {
  const before = joinOwners(action.owners.map(({ name }) => name))
  const [text, setText] = useState(action.text)
  const [owners, setOwners] = useState(before)
  const [dueOn, setDueOn] = useState(action.dueOn ?? '')
  const [dueMeeting, setDueMeeting] = useState(action.dueMeeting)
  const { submit, problem, refusal } = useSubmit('action.change', ['text', 'owners', 'dueOn', 'dueMeeting'])

  const change = async () => {
    const changed = await submit({
      actionId: action.id,
      text,
      // Left as they are, owners keep the person that they stand for, even where the name is another's by now.
      ...(owners === before ? {} : { owners: splitOwners(owners) }),
      dueOn: dueOn === '' ? null : dueOn,
      dueMeeting,
    })
    if (changed === null) return
    notice.say(`Action ${changed.reference} is changed.`)
    notice.announce(`Action ${changed.reference} is changed.`)
    onClose()
  }
  return (
    <Dialog
      title={`Change action ${action.reference}`}
      onClose={onClose}
      onSubmit={() => void change()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Change the action
          </Button>
        </>
      }
    >
      <LineArea
        label="What is to be done"
        value={text}
        onChange={setText}
        problem={problem('text')}
        autoFocus
      />
      <OwnersInput value={owners} onChange={setOwners} problem={problem('owners')} />
      <div className="action-fields">
        <DateInput
          label="Due on"
          hint="No due date."
          value={dueOn}
          onChange={setDueOn}
          problem={problem('dueOn')}
        />
        <TextInput
          label="Due by meeting"
          hint="In words, such as January Panel."
          value={dueMeeting}
          onChange={setDueMeeting}
          problem={problem('dueMeeting')}
        />
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
