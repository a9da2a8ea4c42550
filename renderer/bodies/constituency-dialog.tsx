import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'
import type { Constituency } from './body-words.ts'
import { wholeNumber } from './whole-number.ts'

const fields = ['name', 'shortName', 'quorumMinimum']

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
  const places = { 'already-exists': 'name' }
  const adding = useSubmit('body.add-constituency', fields, places)
  const changing = useSubmit('body.change-constituency', fields, places)
  const { problem, refusal } = constituency === null ? adding : changing

  const save = async () => {
    const values = { name, shortName, quorumMinimum: wholeNumber(minimum) }
    const saved =
      constituency === null
        ? await adding.submit({ bodyId: body.id, ...values })
        : await changing.submit({ constituencyId: constituency.id, ...values })
    if (saved === null) return
    notice.say(constituency === null ? `${name.trim()} is added.` : `${name.trim()} is changed.`)
    onClose()
  }
  return (
    <Dialog
      title={constituency === null ? `Add a constituency to the ${body.name}` : `Change ${constituency.name}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {constituency === null ? 'Add the constituency' : 'Change it'}
          </Button>
        </>
      }
    >
      <TextInput label="Name" value={name} onChange={setName} problem={problem('name')} autoFocus />
      <TextInput
        label="Short name"
        hint="Heads its columns in the vote table."
        value={shortName}
        onChange={setShortName}
        problem={problem('shortName')}
      />
      <TextInput
        label="At least so many of it for a quorum"
        hint="0 where the code asks for none."
        inputMode="numeric"
        value={minimum}
        onChange={setMinimum}
        problem={problem('quorumMinimum')}
      />
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
