import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { wholeNumber } from '../ui/whole-number.ts'
import type { Constituency } from './body-words.ts'

/** A new constituency of a body, or other names and another minimum for one. */
export function ConstituencyDialog({
  body,
  constituency,
  onClose,
}: {
  body: Body
  constituency: Constituency | null
  onClose(): void
}) {
  const [name, setName] = useState(constituency?.name ?? '')
  const [shortName, setShortName] = useState(constituency?.shortName ?? '')
  const [minimum, setMinimum] = useState(String(constituency?.quorumMinimum ?? 0))

  const save = async () => {
    const values = { name, shortName, quorumMinimum: wholeNumber(minimum) }
    const answer =
      constituency === null
        ? await change('body.add-constituency', { bodyId: body.id, ...values })
        : await change('body.change-constituency', { constituencyId: constituency.id, ...values })
    if (answer.ok) notice.say(`${name.trim()} is ${constituency === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={constituency === null ? `Add a constituency to the ${body.name}` : `Change ${constituency.name}`}
      submitLabel={constituency === null ? 'Add the constituency' : 'Change it'}
      places={{ 'already-exists': 'name' }}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput label="Name" value={name} onChange={setName} problem={problemOf('name')} autoFocus />
          <TextInput
            label="Short name"
            hint="Heads its columns in the vote table."
            value={shortName}
            onChange={setShortName}
            problem={problemOf('shortName')}
          />
          <TextInput
            label="At least so many of it for a quorum"
            hint="0 where the code asks for none."
            inputMode="numeric"
            value={minimum}
            onChange={setMinimum}
            problem={problemOf('quorumMinimum')}
          />
        </>
      )}
    </FormDialog>
  )
}
