import type { ComponentProps } from 'react'
import { dayWords } from './dates.ts'
import { TextInput } from './field.tsx'
import { joinWords, orNull } from './words.ts'

/** A date by the system's own field; the weekday is said below it, because that is how people check a date. */
export function DateInput({
  hint,
  value,
  reason,
  ...rest
}: Omit<ComponentProps<typeof TextInput>, 'type'> & {
  /** Why this day is there already, behind its weekday. */
  reason?: string | undefined
}) {
  const words = dayWords(orNull(value))
  // The year has four digits, so that typing it does not run on past them.
  return (
    <TextInput
      {...rest}
      type="date"
      max="9999-12-31"
      value={value}
      hint={words === '' ? hint : joinWords([words, reason ?? ''])}
    />
  )
}
