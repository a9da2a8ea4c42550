import { DateInput } from '../ui/date-input.tsx'
import type { TypedField } from '../ui/use-typed.ts'

/** The first and the last day on which a seat or a membership counts. */
export function TermFields({
  hint,
  field,
}: {
  /** What an empty first day means. */
  hint: string
  field(name: 'effectiveFrom' | 'effectiveTo'): TypedField
}) {
  return (
    <div className="side-by-side">
      <DateInput label="First day" hint={hint} {...field('effectiveFrom')} />
      <DateInput label="Last day" hint="It goes on." {...field('effectiveTo')} />
    </div>
  )
}
