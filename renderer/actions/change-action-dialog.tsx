import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { orNull } from '../ui/words.ts'
import { joinOwners, splitOwners } from './action-words.ts'
import { DueFields, type Due } from './due-fields.tsx'
import { LineArea } from './line-area.tsx'
import { OwnersInput } from './owners-input.tsx'

/** Puts an action's words, owners or due date right. What was reported on it stays. */
export function ChangeActionDialog({ action, onClose }: { action: Action; onClose(): void }) {
  const before = joinOwners(action.owners.map(({ name }) => name))
  const [text, setText] = useState(action.text)
  const [owners, setOwners] = useState(before)
  const [due, setDue] = useState<Due>({ on: action.dueOn ?? '', meeting: action.dueMeeting })

  const save = async () => {
    const answer = await change('action.change', {
      actionId: action.id,
      text,
      // Left as they are, owners keep the person that they stand for, even where the name is another's by now.
      ...(owners === before ? {} : { owners: splitOwners(owners) }),
      dueOn: orNull(due.on),
      dueMeeting: due.meeting,
    })
    if (answer.ok) notice.say(`Action ${answer.value.reference} is changed.`)
    return answer
  }
  return (
    <FormDialog
      title={`Change action ${action.reference}`}
      submitLabel="Change the action"
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <LineArea
            label="What is to be done"
            value={text}
            onChange={setText}
            problem={problemOf('text')}
            autoFocus
          />
          <OwnersInput value={owners} onChange={setOwners} problem={problemOf('owners')} />
          <DueFields due={due} onChange={setDue} problemOf={problemOf} />
        </>
      )}
    </FormDialog>
  )
}
