import { useView } from '../state/follow-topics.ts'
import { Select } from '../ui/field.tsx'

/** A workgroup of a code, or none. Nothing where the code has none. */
export function WorkgroupSelect({
  codeId,
  value,
  onChange,
  problem,
}: {
  codeId: string
  /** The workgroup's id; empty for none. */
  value: string
  onChange(workgroupId: string): void
  problem: string | undefined
}) {
  const workgroups = useView('workgroup.list', { codeId }, ['register']).value?.workgroups ?? []
  if (workgroups.length === 0) return null
  return (
    <Select
      label="Workgroup"
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: 'None' },
        ...workgroups.map(({ id, shortName, name }) => ({ value: id, label: `${shortName} · ${name}` })),
      ]}
      problem={problem}
    />
  )
}
