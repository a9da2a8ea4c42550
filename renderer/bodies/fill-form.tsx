import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { FormRefusal } from '../ui/form-refusal.tsx'
import { useForm } from '../ui/use-form.ts'
import { orLeftOut } from '../ui/words.ts'
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
  const person = usePersonChoice()
  const form = useForm({ 'already-exists': 'personId' })

  const fill = () =>
    person.withPerson(async (personId) => {
      const answer = await change('body.add-member', {
        bodyId: body.id,
        personId,
        role: vacancy.role,
        seatId: vacancy.seat?.id ?? null,
        effectiveFrom: orLeftOut(from),
      })
      if (answer.ok) {
        const added = answer.value.memberships.find((member) => member.personId === personId)
        notice.say(`${added?.name ?? 'Added'}: ${vacancy.seat?.name ?? roleWords(vacancy.role)}.`)
        onFilled(answer.value)
      }
      return answer
    })
  return (
    <form
      ref={form.fields}
      className="fill-form"
      aria-label={vacancy.seat === null ? roleWords(vacancy.role) : `Member for ${vacancy.seat.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(fill)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      {person.fields(form.problemOf)}
      {vacancy.from === '' ? null : (
        <DateInput
          label="From"
          value={from}
          onChange={setFrom}
          hint="From the beginning."
          problem={form.problemOf('effectiveFrom') ?? form.problemOf('effectiveTo')}
        />
      )}
      <div className="fill-acts">
        <Button variant="primary" type="submit" shortcut="⏎">
          Add
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <FormRefusal form={form} />
    </form>
  )
}
