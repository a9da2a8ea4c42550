import { useId, useState } from 'react'
import type { Room } from '../../core/contract/meetings.ts'
import type { Item } from '../../core/contract/voting.ts'
import type { WrittenValue } from '../../core/contract/written-positions.ts'
import { act } from '../state/live.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useUsualOptions, type OptionLine } from './joint-options.ts'
import { WrittenValueSelect } from './written-value-select.tsx'

/** Holds a position that came beforehand. Those who are not in the room come first in the list of seats. */
export function HoldWrittenDialog({ item, room, onClose }: { item: Item; room: Room; onClose(): void }) {
  const isAway = (seat: Room['seatList'][number]) => seat.standing === 'nobody'
  const seats = room.seatList
    .filter(({ member }) => member !== null)
    .toSorted((one, other) => Number(isAway(other)) - Number(isAway(one)))
  const [seatId, setSeatId] = useState(seats[0]?.seatId ?? '')
  const [value, setValue] = useState<WrittenValue>('for')
  const [kind, setKind] = useState('')
  const [option, setOption] = useState('')
  const usual = useUsualOptions(item)
  const optionsId = useId()
  const known = optionNames(item, usual ?? [])
  const [note, setNote] = useState('')
  const hold = () =>
    act(
      'written-position.hold',
      { itemId: item.line.id, seatId, value, kind, option, note },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`Written position on ${item.proposal?.reference ?? item.line.title}`}
      submitLabel="Hold it"
      canSubmit={seatId !== ''}
      save={hold}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <Select
            label="Of"
            value={seatId}
            onChange={setSeatId}
            problem={problemOf('seatId')}
            autoFocus
            options={seats.map((seat) => ({
              value: seat.seatId,
              label: `${seat.member?.initials ?? ''} · ${seat.member?.name ?? ''}${isAway(seat) ? '' : ' (vote in the room)'}`,
            }))}
          />
          <WrittenValueSelect value={value} onChange={setValue} problem={problemOf('value')} />
          <Select
            label="On"
            value={kind}
            onChange={setKind}
            problem={problemOf('kind')}
            options={[
              { value: '', label: 'Any question put on the item' },
              // Neither for nor against says which option is preferred.
              ...item.questionKinds
                .filter(({ asksForPreference }) => !asksForPreference)
                .map(({ key, label }) => ({ value: key, label })),
            ]}
          />
          <TextInput
            label="Option"
            hint={`Where it is for one of several only, such as ${known[0] ?? 'Original'}. Empty: for all of them.`}
            list={optionsId}
            value={option}
            onChange={setOption}
            problem={problemOf('option')}
          />
          <datalist id={optionsId}>
            {known.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          <TextInput
            label="How it came"
            hint="Such as: e-mail of 12 December."
            value={note}
            onChange={setNote}
            problem={problemOf('note')}
          />
        </>
      )}
    </FormDialog>
  )
}

/** What options of the item are called: as they were put, and as the register has them. */
function optionNames({ jointVotes }: Item, usual: readonly OptionLine[]): string[] {
  const put = jointVotes.flatMap(({ options }) => options)
  return [...new Set([...put, ...usual].map(({ label }) => label))]
}
