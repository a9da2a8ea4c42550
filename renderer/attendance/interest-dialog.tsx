import { useState } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Attendee } from '../../core/contract/meetings.ts'
import type { Item } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'

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
  const [error, setError] = useState<Refusal | null>(null)
  const save = async () => {
    const answer = await act(
      'attendance.declare-interest',
      {
        itemId: item.line.id,
        personId: attendee.personId,
        kind: kind === 'none' ? null : kind,
        text: kind === 'none' ? '' : text,
      },
      { isQuiet: true },
    )
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={`${attendee.initials} and ${item.proposal?.reference ?? item.line.title}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Record
          </Button>
        </>
      }
    >
      <TextInput
        label="What it is"
        value={text}
        onChange={setText}
        problem={error?.fields?.find(({ field }) => field === 'text')?.problem}
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
      {error === null || error.fields !== undefined ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
