import type { CallOutput } from '../../core/contract/calls.ts'
import { Select, TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import type { RuleDraft } from './question-draft.ts'
import { capital } from '../ui/words.ts'

export type RuleChoice = CallOutput<'voting.rules'>['rules'][number]

/** How the votes on a question are counted: the kinds of rule and what each takes come from the core. */
export function RuleFields({
  draft,
  rules,
  preview,
  problemOf,
  onChange,
}: {
  draft: RuleDraft
  rules: readonly RuleChoice[]
  preview: CallOutput<'determination.preview'> | null
  problemOf: ProblemOf
  onChange(draft: RuleDraft): void
}) {
  const choice = rules.find(({ kind }) => kind === draft.kind)
  const usual = choice?.usualThreshold ?? null
  const set = (changes: Partial<RuleDraft>) => onChange({ ...draft, ...changes })
  return (
    <div className="rule-fields">
      <Select
        label="Rule"
        value={draft.kind}
        onChange={(kind) => set({ kind: kind as RuleDraft['kind'] })}
        options={rules.map(({ kind, name }) => ({ value: kind, label: capital(name) }))}
        hint={preview?.ruleExplanation ?? choice?.explanation}
        problem={problemOf('kind')}
      />
      <div className="side-by-side">
        {choice?.takesThreshold !== true ? null : (
          <>
            <TextInput
              label="Share needed"
              inputMode="numeric"
              placeholder={usual === null ? undefined : String(usual.numerator)}
              value={draft.numerator}
              onChange={(numerator) => set({ numerator })}
              problem={problemOf('threshold.numerator') ?? problemOf('threshold')}
            />
            <TextInput
              label="of"
              inputMode="numeric"
              placeholder={usual === null ? undefined : String(usual.denominator)}
              hint={usualWords(usual)}
              value={draft.denominator}
              onChange={(denominator) => set({ denominator })}
              problem={problemOf('threshold.denominator')}
            />
            <Select
              label="Reached by"
              value={draft.comparison}
              onChange={(comparison) => set({ comparison: comparison as RuleDraft['comparison'] })}
              options={[
                { value: 'more-than', label: 'More than the share' },
                { value: 'at-least', label: 'The share itself' },
              ]}
            />
          </>
        )}
        {preview?.canTie === false ? null : (
          <Select
            label="A tie"
            value={draft.tie}
            onChange={(tie) => set({ tie: tie as RuleDraft['tie'] })}
            options={[
              { value: '', label: 'Fails, as usual' },
              { value: 'fails', label: 'Fails' },
              ...(choice?.takesCastingVote === false
                ? []
                : [{ value: 'casting-vote', label: 'Goes to the chair’s casting vote' }]),
              { value: 'recorded', label: 'Is recorded as a tie' },
            ]}
          />
        )}
        {choice?.takesOverall === true ? (
          <Select
            label="Constituencies that must agree"
            value={draft.overall}
            onChange={(overall) => set({ overall: overall as RuleDraft['overall'] })}
            options={[
              { value: '', label: 'All, as usual' },
              { value: 'all', label: 'All' },
              { value: 'majority', label: 'The majority of them' },
            ]}
          />
        ) : null}
      </div>
    </div>
  )
}

/** What holds where no share is typed. */
function usualWords(usual: RuleChoice['usualThreshold']): string {
  if (usual === null) return 'Empty: whichever has the most votes.'
  return `Empty: ${usual.comparison === 'more-than' ? 'more than' : 'at least'} ${usual.numerator} of ${usual.denominator}.`
}
