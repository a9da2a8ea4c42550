import type { ComponentProps } from 'react'
import { TextArea } from '../ui/field.tsx'

/**
 * One line of text that may be longer than the field is wide: it wraps, Enter sends the form, and line ends that
 * are pasted in become spaces.
 */
export function LineArea({ onChange, ...rest }: ComponentProps<typeof TextArea>) {
  return (
    <TextArea
      rows={3}
      onChange={(value) => onChange(value.replace(/\s*[\r\n]+\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
      {...rest}
    />
  )
}
