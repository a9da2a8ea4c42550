import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
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
  const { values: typed, field } = useTyped({
    name: constituency?.name ?? '',
    shortName: constituency?.shortName ?? '',
    quorumMinimum: String(constituency?.quorumMinimum ?? 0),
  })

  const save = async () => {
    const values = { ...typed, quorumMinimum: wholeNumber(typed.quorumMinimum) }
    const answer =
      constituency === null
        ? await change('body.add-constituency', { bodyId: body.id, ...values })
        : await change('body.change-constituency', { constituencyId: constituency.id, ...values })
    if (answer.ok) notice.say(`${typed.name.trim()} is ${constituency === null ? 'added' : 'changed'}.`)
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
          <TextInput label="Name" autoFocus {...field('name', problemOf)} />
          <TextInput
            label="Short name"
            hint="Heads its columns in the vote table."
            {...field('shortName', problemOf)}
          />
          <TextInput
            label="At least so many of it for a quorum"
            hint="0 where the code asks for none."
            inputMode="numeric"
            {...field('quorumMinimum', problemOf)}
          />
        </>
      )}
    </FormDialog>
  )
}
