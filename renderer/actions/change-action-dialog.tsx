import { useState } from 'react'
import type { Action } from '../../core/contract/actions.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orNull } from '../ui/words.ts'
import { joinOwners, splitOwners } from './action-words.ts'
import { DueFields } from './due-fields.tsx'
import { LineArea } from './line-area.tsx'
import { OwnersInput } from './owners-input.tsx'

/** Puts an action's words, owners or due date right. What was reported on it stays. */
export function ChangeActionDialog({ action, onClose }: { action: Action; onClose(): void }) {
  const [before] = useState(() => joinOwners(action.owners.map(({ name }) => name)))
  const { values, field } = useTyped({
    text: action.text,
    owners: before,
    dueOn: action.dueOn ?? '',
    dueMeeting: action.dueMeeting,
  })

  const save = async () => {
    const answer = await change('action.change', {
      actionId: action.id,
      text: values.text,
      // Left as they are, owners keep the person that they stand for, even where the name is another's by now.
      ...(values.owners === before ? {} : { owners: splitOwners(values.owners) }),
      dueOn: orNull(values.dueOn),
      dueMeeting: values.dueMeeting,
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
          <LineArea label="What is to be done" autoFocus {...field('text', problemOf)} />
          <OwnersInput {...field('owners', problemOf)} />
          <DueFields field={(name) => field(name, problemOf)} />
        </>
      )}
    </FormDialog>
  )
}
