import { useState } from 'react'
import type { Attendee } from '../../core/contract/meetings.ts'
import type { Item } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

type Kind = 'declared' | 'recused' | 'none'

/** An interest of somebody in the item at hand: declared and voting, or recused from it. */
export function InterestDialog({
  item,
  attendee,
  onClose,
}: {
  item: Item
  attendee: Attendee
  onClose(): void
}) {
  const now = item.interests.find(({ personId }) => personId === attendee.personId)
  const [kind, setKind] = useState<Kind>(now?.kind ?? 'recused')
  const [text, setText] = useState(now?.text ?? '')

  const record = () =>
    act(
      'attendance.declare-interest',
      {
        itemId: item.line.id,
        personId: attendee.personId,
        kind: kind === 'none' ? null : kind,
        text: kind === 'none' ? '' : text,
      },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`${attendee.initials} and ${item.proposal?.reference ?? item.line.title}`}
      submitLabel="Record"
      save={record}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="What it is"
            value={text}
            onChange={setText}
            problem={problemOf('text')}
            autoFocus
          />
          <Select
            label="Interest"
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            options={[
              { value: 'recused', label: 'Recused: no position on this item' },
              { value: 'declared', label: 'Declared, and votes' },
              ...(now === undefined ? [] : [{ value: 'none', label: 'Taken back: there is none' }]),
            ]}
          />
        </>
      )}
    </FormDialog>
  )
}
