import { DateInput } from '../ui/date-input.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'

/** From when to when something counts, as it is typed: empty at either end for no end. */
export interface Term {
  from: string
  to: string
}

/** The first and the last day on which a seat or a membership counts. */
export function TermFields({
  term,
  hint,
  onChange,
  problemOf,
}: {
  term: Term
  /** What an empty first day means. */
  hint: string
  onChange(term: Term): void
  problemOf: ProblemOf
}) {
  return (
    <div className="side-by-side">
      <DateInput
        label="First day"
        hint={hint}
        value={term.from}
        onChange={(from) => onChange({ ...term, from })}
        problem={problemOf('effectiveFrom')}
      />
      <DateInput
        label="Last day"
        hint="It goes on."
        value={term.to}
        onChange={(to) => onChange({ ...term, to })}
        problem={problemOf('effectiveTo')}
      />
    </div>
  )
}
