import type { ComponentProps } from 'react'
import { TextInput } from './field.tsx'
import { timeOf } from './time-of.ts'

/**
 * A time of day on the 24-hour clock, typed. The system's own field would show AM and PM on a machine that is set
 * up for them.
 */
export function TimeInput({
  onChange,
  value,
  ...rest
}: Omit<ComponentProps<typeof TextInput>, 'type' | 'inputMode'>) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      value={value}
      onChange={onChange}
      onBlur={() => {
        if (timeOf(value) !== value) onChange(timeOf(value))
      }}
    />
  )
}
