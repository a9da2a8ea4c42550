import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { roleWords } from './body-words.ts'
import type { Vacancy } from './in-force.ts'
import { usePersonChoice } from './use-person-choice.tsx'

/** Puts somebody into a vacant seat or role, in its own line: Enter adds and goes on to the next vacancy. */
export function FillForm({
  body,
  vacancy,
  onFilled,
  onCancel,
}: {
  body: Body
  vacancy: Vacancy
  onFilled(after: Body): void
  onCancel(): void
}) {
  const [from, setFrom] = useState(vacancy.from)
  const { submit, problem, refusal } = useSubmit(
    'body.add-member',
    ['personId', 'effectiveFrom', 'effectiveTo'],
    { 'already-exists': 'personId' },
  )
  const person = usePersonChoice(problem('personId'))

  const fill = async () => {
    const personId = await person.ensure()
    if (personId === null) return
    const after = await submit({
      bodyId: body.id,
      personId,
      role: vacancy.role,
      seatId: vacancy.seat?.id ?? null,
      ...(from === '' ? {} : { effectiveFrom: from }),
    })
    if (after === null) return
    const added = after.memberships.find((member) => member.personId === personId)
    const words = `${added?.name ?? 'Added'}: ${vacancy.seat?.name ?? roleWords(vacancy.role)}.`
    notice.say(words)
    notice.announce(words)
    onFilled(after)
  }
  const error = person.refusal ?? refusal
  return (
    <form
      className="fill-form"
      aria-label={vacancy.seat === null ? roleWords(vacancy.role) : `Member for ${vacancy.seat.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void fill()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      {person.fields}
      {vacancy.from === '' ? null : (
        <DateInput
          label="From"
          value={from}
          onChange={setFrom}
          hint="From the beginning."
          problem={problem('effectiveFrom') ?? problem('effectiveTo')}
        />
      )}
      <div className="fill-acts">
        <Button variant="primary" type="submit" shortcut="⏎">
          Add
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
    </form>
  )
}
