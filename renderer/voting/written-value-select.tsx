import type { WrittenValue } from '../../core/contract/written-positions.ts'
import { positionWords } from '../../core/contract/words.ts'
import { Select } from '../ui/field.tsx'

const values: readonly WrittenValue[] = ['for', 'against', 'abstain']

/** The positions that can be sent in writing. */
export function WrittenValueSelect({
  value,
  onChange,
  problem,
}: {
  value: WrittenValue
  onChange(value: WrittenValue): void
  problem: string | undefined
}) {
  return (
    <Select
      label="Position"
      value={value}
      onChange={(next) => onChange(next as WrittenValue)}
      problem={problem}
      options={values.map((each) => ({ value: each, label: positionWords[each].name }))}
    />
  )
}
