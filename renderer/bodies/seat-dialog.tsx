import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { always, type Seat } from './body-words.ts'
import { wholeNumber } from './whole-number.ts'

const fields = ['name', 'constituencyId', 'votes', 'effectiveFrom', 'effectiveTo']

/** A new seat of a body, or another name, vote, constituency or term for one. */
export function SeatDialog({
  body,
  seat,
  constituencyId: firstConstituencyId,
  onClose,
}: {
  body: Body
  seat: Seat | null
  constituencyId: string | null
  onClose(): void
}) {
  const [name, setName] = useState(seat?.name ?? '')
  const [constituencyId, setConstituencyId] = useState(firstConstituencyId ?? '')
  const [votes, setVotes] = useState(String(seat?.votes ?? 1))
  const [from, setFrom] = useState(seat === null || seat.effectiveFrom === always ? '' : seat.effectiveFrom)
  const [to, setTo] = useState(seat?.effectiveTo ?? '')
  const adding = useSubmit('body.add-seat', fields)
  const changing = useSubmit('body.change-seat', fields)
  const { problem, refusal } = seat === null ? adding : changing

  const save = async () => {
    const values = {
      name,
      constituencyId: constituencyId === '' ? null : constituencyId,
      votes: wholeNumber(votes),
      effectiveFrom: from === '' ? always : from,
      effectiveTo: to === '' ? null : to,
    }
    const saved =
      seat === null
        ? await adding.submit({ bodyId: body.id, ...values })
        : await changing.submit({ seatId: seat.id, ...values })
    if (saved === null) return
    notice.say(seat === null ? `Seat ${name.trim()} is added.` : `Seat ${name.trim()} is changed.`)
    onClose()
  }
  return (
    <Dialog
      title={seat === null ? `Add a seat to the ${body.name}` : `Change ${seat.name}`}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {seat === null ? 'Add the seat' : 'Change the seat'}
          </Button>
        </>
      }
    >
      <TextInput
        label="Name of the seat"
        value={name}
        onChange={setName}
        problem={problem('name')}
        autoFocus
      />
      <div className="body-fields">
        {body.constituencies.length === 0 ? null : (
          <Select
            label="Constituency"
            value={constituencyId}
            onChange={setConstituencyId}
            options={[
              { value: '', label: 'None' },
              ...body.constituencies.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        )}
        <TextInput
          label="Votes"
          inputMode="numeric"
          value={votes}
          onChange={setVotes}
          problem={problem('votes')}
        />
        <DateInput
          label="First day"
          hint="It has always been there."
          value={from}
          onChange={setFrom}
          problem={problem('effectiveFrom')}
        />
        <DateInput
          label="Last day"
          hint="It goes on."
          value={to}
          onChange={setTo}
          problem={problem('effectiveTo')}
        />
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
