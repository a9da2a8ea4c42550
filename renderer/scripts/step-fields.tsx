import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { outcomes, outcomeWords, type Outcome } from '../../core/contract/words.ts'
import { ConsequenceFields } from '../bodies/consequence-fields.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import { emptyBranch, type BranchDraft, type StepDraft } from './script-draft.ts'

interface Stage {
  key: string
  name: string
}

/** A step of a script: what is said, what is put, and where the answer leads. */
export function StepFields({
  at,
  count,
  step,
  questionKinds,
  stages,
  takesFocus,
  problemOf,
  onChange,
  onMove,
  onRemove,
}: {
  at: number
  count: number
  step: StepDraft
  questionKinds: Body['questionKinds']
  /** Of the body’s code; empty where it has none. */
  stages: readonly Stage[]
  takesFocus: boolean
  problemOf: ProblemOf
  onChange(step: StepDraft): void
  onMove(to: number): void
  onRemove(): void
}) {
  const { branches } = step
  const name = `step ${at + 1}`
  const setBranches = (changed: BranchDraft[]) => onChange({ ...step, branches: changed })
  return (
    <fieldset className="script-step">
      <legend>Step {at + 1}</legend>
      <span className="script-step-acts">
        <IconButton label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Move ${name} down`} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Remove ${name}`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
      <TextArea
        label="The chair says"
        rows={2}
        value={step.say}
        onChange={(say) => onChange({ ...step, say })}
        problem={problemOf('say')}
        autoFocus={takesFocus}
      />
      <Select
        label="Question that is put"
        value={step.ask}
        onChange={(ask) => onChange({ ...step, ask })}
        options={[
          { value: '', label: 'None' },
          ...questionKinds.map(({ key, label }) => ({ value: key, label })),
          // One that the body had once: it stays until another is chosen.
          ...(step.ask === '' || questionKinds.some(({ key }) => key === step.ask)
            ? []
            : [{ value: step.ask, label: step.ask }]),
        ]}
        problem={problemOf('ask')}
      />
      {branches.map((branch, index) => (
        <BranchFields
          key={index}
          name={`branch ${index + 1} of ${name}`}
          branch={branch}
          stages={stages}
          problemOf={(field) => problemOf(`branches.${index}${field === '' ? '' : `.${field}`}`)}
          onChange={(changed) => setBranches(branches.with(index, changed))}
          onRemove={() => setBranches(branches.toSpliced(index, 1))}
        />
      ))}
      <div className="acts">
        <Button onClick={() => setBranches([...branches, emptyBranch])}>Add a branch</Button>
        {branches.length === 0 ? null : <span className="problem">{problemOf('branches')}</span>}
      </div>
    </fieldset>
  )
}

function BranchFields({
  name,
  branch,
  stages,
  problemOf,
  onChange,
  onRemove,
}: {
  name: string
  branch: BranchDraft
  stages: readonly Stage[]
  problemOf: ProblemOf
  onChange(branch: BranchDraft): void
  onRemove(): void
}) {
  const headingId = useId()
  const [isOpen, setIsOpen] = useState(branch.label === '')
  const set = (changes: Partial<BranchDraft>) => onChange({ ...branch, ...changes })
  // A field at fault has to be on the screen to take the focus.
  const isShown = isOpen || problemOf('') !== undefined
  return (
    <details
      className="script-branch"
      open={isShown}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      aria-labelledby={headingId}
    >
      <summary id={headingId}>{branch.label.trim() === '' ? `New ${name}` : branch.label}</summary>
      <div className="branch-fields">
        <TextInput
          label="Label"
          hint="What the button says."
          value={branch.label}
          onChange={(label) => set({ label })}
          problem={problemOf('label')}
        />
        <Select
          label="Outcome of the item"
          value={branch.outcome}
          onChange={(outcome) => set({ outcome: outcome as Outcome | '' })}
          options={[
            { value: '', label: 'Stays open' },
            ...outcomes.map((value) => ({ value, label: outcomeWords[value] })),
          ]}
          problem={problemOf('outcome')}
        />
        <div className="whole">
          <TextInput
            label="Reason"
            value={branch.reason}
            onChange={(reason) => set({ reason })}
            problem={problemOf('reason')}
          />
        </div>
        <div className="whole">
          <TextInput
            label="Action line"
            hint="{proposer} to provide legal text by next panel"
            value={branch.action}
            onChange={(action) => set({ action })}
            problem={problemOf('action')}
          />
        </div>
        <div className="whole">
          <TextInput
            label="Determination without a vote"
            hint="Its words; empty for none."
            value={branch.determination}
            onChange={(determination) => set({ determination })}
            problem={problemOf('determination.text')}
          />
        </div>
        <TextInput
          label="Kind of determination"
          hint="Such as to-workgroup, implement or other."
          value={branch.determinationKind}
          onChange={(determinationKind) => set({ determinationKind })}
          problem={problemOf('determination.kind')}
        />
        <div className="branch-follows">
          <h3>What follows for the proposal</h3>
          <ConsequenceFields
            drafts={branch.consequences}
            stages={stages}
            usualWhen="carried"
            asksWhen={false}
            problemOf={(field) => problemOf(`consequences.${field}`)}
            onChange={(consequences) => set({ consequences })}
          />
          <span className="problem">{problemOf('consequences')}</span>
        </div>
        <div className="acts">
          <Button variant="quiet" onClick={onRemove}>
            Remove this branch
          </Button>
        </div>
      </div>
    </details>
  )
}
