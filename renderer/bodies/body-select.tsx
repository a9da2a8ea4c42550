import { Select } from '../ui/field.tsx'

/** Which body it is about; nothing where there is no choice. */
export function BodySelect({
  bodies,
  value,
  onChange,
  problem,
}: {
  bodies: readonly { id: string; name: string }[]
  value: string
  onChange(bodyId: string): void
  problem: string | undefined
}) {
  if (bodies.length < 2) return null
  return (
    <Select
      label="Body"
      value={value}
      onChange={onChange}
      options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      problem={problem}
    />
  )
}
