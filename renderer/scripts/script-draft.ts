import type { Script, ScriptBranch, ScriptStep } from '../../core/contract/script-words.ts'
import type { Outcome } from '../../core/contract/words.ts'
import { consequenceDraft, consequenceOf, type ConsequenceDraft } from '../bodies/question-draft.ts'

/** A branch as it is typed: empty where it sets nothing. */
export interface BranchDraft {
  label: string
  outcome: Outcome | ''
  reason: string
  determinationKind: string
  determination: string
  action: string
  consequences: ConsequenceDraft[]
}

/** A step as it is typed. */
export interface StepDraft {
  say: string
  /** Key of the question; empty for none. */
  ask: string
  branches: BranchDraft[]
}

export const emptyBranch: BranchDraft = {
  label: '',
  outcome: 'noted',
  reason: '',
  determinationKind: 'other',
  determination: '',
  action: '',
  consequences: [],
}
export const emptyStep: StepDraft = { say: '', ask: '', branches: [] }

/** The steps of a script, to be changed; a new script begins with an empty one. */
export function draftOf(script: Script | undefined): StepDraft[] {
  if (script === undefined) return [emptyStep]
  return script.steps.map(({ say, ask, branches }) => ({
    say,
    ask: ask ?? '',
    branches: branches.map((branch) => ({
      label: branch.label,
      outcome: branch.outcome ?? '',
      reason: branch.reason,
      determinationKind: branch.determination?.kind ?? 'other',
      determination: branch.determination?.text ?? '',
      action: branch.action,
      consequences: branch.consequences.map(consequenceDraft),
    })),
  }))
}

/** The steps as the contract has them. */
export function stepsOf(drafts: readonly StepDraft[]): ScriptStep[] {
  return drafts.map(({ say, ask, branches }) => ({
    say,
    ask: ask === '' ? null : ask,
    branches: branches.map(branchOf),
  }))
}

function branchOf(draft: BranchDraft): ScriptBranch {
  const { label, outcome, reason, determinationKind, determination, action, consequences } = draft
  const taken = consequences.flatMap((each) => (each.kind === 'date' ? each.key : []))
  return {
    label,
    outcome: outcome === '' ? null : outcome,
    reason,
    determination: determination.trim() === '' ? null : { kind: determinationKind, text: determination },
    action,
    consequences: consequences.map((each) => consequenceOf(each, taken)),
  }
}
