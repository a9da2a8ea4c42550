import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { wholeNumber } from '../ui/whole-number.ts'
import { orNull } from '../ui/words.ts'
import { always, type Seat } from './body-words.ts'
import { TermFields, type Term } from './term-fields.tsx'

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
  const [term, setTerm] = useState<Term>({
    from: seat === null || seat.effectiveFrom === always ? '' : seat.effectiveFrom,
    to: seat?.effectiveTo ?? '',
  })

  const save = async () => {
    const values = {
      name,
      constituencyId: orNull(constituencyId),
      votes: wholeNumber(votes),
      effectiveFrom: term.from === '' ? always : term.from,
      effectiveTo: orNull(term.to),
    }
    const answer =
      seat === null
        ? await change('body.add-seat', { bodyId: body.id, ...values })
        : await change('body.change-seat', { seatId: seat.id, ...values })
    if (answer.ok) notice.say(`Seat ${name.trim()} is ${seat === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={seat === null ? `Add a seat to the ${body.name}` : `Change ${seat.name}`}
      submitLabel={seat === null ? 'Add the seat' : 'Change the seat'}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Name of the seat"
            value={name}
            onChange={setName}
            problem={problemOf('name')}
            autoFocus
          />
          <div className="side-by-side">
            {body.constituencies.length === 0 ? null : (
              <Select
                label="Constituency"
                value={constituencyId}
                onChange={setConstituencyId}
                options={[
                  { value: '', label: 'None' },
                  ...body.constituencies.map((each) => ({ value: each.id, label: each.name })),
                ]}
                problem={problemOf('constituencyId')}
              />
            )}
            <TextInput
              label="Votes"
              inputMode="numeric"
              value={votes}
              onChange={setVotes}
              problem={problemOf('votes')}
            />
          </div>
          <TermFields term={term} hint="It has always been there." onChange={setTerm} problemOf={problemOf} />
        </>
      )}
    </FormDialog>
  )
}
