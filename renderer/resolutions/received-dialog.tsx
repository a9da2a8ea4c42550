import { useState } from 'react'
import type { Room } from '../../core/contract/meetings.ts'
import type { Resolution } from '../../core/contract/resolution-calls.ts'
import type { Item } from '../../core/contract/voting.ts'
import type { WrittenValue } from '../../core/contract/written-positions.ts'
import { act } from '../state/live.ts'
import { DateInput } from '../ui/date-input.tsx'
import { clockWords, today } from '../ui/dates.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { instantOf } from '../ui/instants.ts'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { WrittenValueSelect } from '../voting/written-value-select.tsx'
import { momentWords } from './resolution-words.ts'

/** A position with the time when it came: after the deadline the only way to record one that was sent in time. */
export function ReceivedDialog({
  resolution,
  item,
  room,
  onClose,
}: {
  resolution: Resolution
  item: Item
  room: Room
  onClose(): void
}) {
  const positions = item.questions[0]?.round.positions ?? []
  const isToCome = (seatId: string) =>
    positions.find((position) => position.seatId === seatId)?.value === 'pending'
  // Those who have not answered come first.
  const seats = room.seatList
    .filter(({ member }) => member !== null)
    .toSorted((one, other) => Number(isToCome(other.seatId)) - Number(isToCome(one.seatId)))
  const [seatId, setSeatId] = useState(seats[0]?.seatId ?? '')
  const [value, setValue] = useState<WrittenValue>('for')
  const [day, setDay] = useState(today)
  const [time, setTime] = useState(() => clockWords(new Date()))
  const [note, setNote] = useState('')
  const hold = () =>
    act(
      'written-position.hold',
      { itemId: item.line.id, seatId, value, receivedAt: instantOf(day, timeOf(time)), note },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title={`Position received on ${resolution.number}`}
      submitLabel="Record it"
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
            options={seats.map(({ seatId: id, member }) => ({
              value: id,
              label: `${member?.initials ?? ''} · ${member?.name ?? ''}${isToCome(id) ? '' : ' (has answered)'}`,
            }))}
          />
          <WrittenValueSelect value={value} onChange={setValue} problem={problemOf('value')} />
          <div className="side-by-side">
            <DateInput label="Received on" value={day} onChange={setDay} problem={problemOf('receivedAt')} />
            <TimeInput
              label="At"
              hint={`Until ${momentWords(resolution.deadline)}.`}
              value={time}
              onChange={setTime}
            />
          </div>
          <TextInput
            label="How it came"
            hint="Such as: e-mail."
            value={note}
            onChange={setNote}
            problem={problemOf('note')}
          />
        </>
      )}
    </FormDialog>
  )
}
