import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { wholeNumber } from '../ui/whole-number.ts'
import { orNull } from '../ui/words.ts'
import { always, type Seat } from './body-words.ts'
import { TermFields } from './term-fields.tsx'

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
  const { values: typed, field } = useTyped({
    name: seat?.name ?? '',
    constituencyId: firstConstituencyId ?? '',
    votes: String(seat?.votes ?? 1),
    effectiveFrom: seat === null || seat.effectiveFrom === always ? '' : seat.effectiveFrom,
    effectiveTo: seat?.effectiveTo ?? '',
  })

  const save = async () => {
    const values = {
      name: typed.name,
      constituencyId: orNull(typed.constituencyId),
      votes: wholeNumber(typed.votes),
      effectiveFrom: typed.effectiveFrom === '' ? always : typed.effectiveFrom,
      effectiveTo: orNull(typed.effectiveTo),
    }
    const answer =
      seat === null
        ? await change('body.add-seat', { bodyId: body.id, ...values })
        : await change('body.change-seat', { seatId: seat.id, ...values })
    if (answer.ok) notice.say(`Seat ${typed.name.trim()} is ${seat === null ? 'added' : 'changed'}.`)
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
          <TextInput label="Name of the seat" autoFocus {...field('name', problemOf)} />
          <div className="side-by-side">
            {body.constituencies.length === 0 ? null : (
              <Select
                label="Constituency"
                options={[
                  { value: '', label: 'None' },
                  ...body.constituencies.map((each) => ({ value: each.id, label: each.name })),
                ]}
                {...field('constituencyId', problemOf)}
              />
            )}
            <TextInput label="Votes" inputMode="numeric" {...field('votes', problemOf)} />
          </div>
          <TermFields hint="It has always been there." field={(name) => field(name, problemOf)} />
        </>
      )}
    </FormDialog>
  )
}
