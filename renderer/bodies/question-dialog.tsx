import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { QuestionKind } from '../../core/contract/question-kinds.ts'
import type { CallOutput } from '../../core/contract/calls.ts'
import { decisionMakers, type DecisionMaker } from '../../core/contract/words.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { LineList } from '../ui/line-list.tsx'
import { problemOfLine } from '../ui/named-lines.ts'
import { decisionMakerWords, phraseWords } from './body-words.ts'
import { ConsequenceFields } from './consequence-fields.tsx'
import { draftOf, questionOf, ruleOf, type QuestionDraft } from './question-draft.ts'
import { RuleFields, type RuleChoice } from './rule-fields.tsx'
import './question-dialog.css'

interface QuestionDialogProps {
  body: Body
  /** Null for a new one, which comes last. */
  kind: QuestionKind | null
  onClose(): void
}

/** A kind of question: its words, its rule, its sentences as they would read, and what follows. */
export function QuestionDialog(props: QuestionDialogProps) {
  const rules = useView('voting.rules', {}, ['bodies']).value?.rules
  return rules === undefined ? null : <LoadedDialog {...props} rules={rules} />
}

function LoadedDialog({
  body,
  kind,
  rules,
  onClose,
}: QuestionDialogProps & { rules: readonly RuleChoice[] }) {
  const [draft, setDraft] = useState<QuestionDraft>(() => draftOf(kind))
  const set = (changes: Partial<QuestionDraft>) => setDraft({ ...draft, ...changes })
  const code = useView('code.list', {}, ['bodies']).value?.codes.find(({ id }) => id === body.codeId)
  const choice = rules.find((rule) => rule.kind === draft.rule.kind)
  const takes = {
    threshold: choice?.takesThreshold ?? false,
    castingVote: choice?.takesCastingVote ?? true,
    overall: choice?.takesOverall ?? false,
  }
  const { phrases } = draft
  const asksForPreference = draft.rule.kind === 'preference'
  const preview = useView(
    'determination.preview',
    { phrases, rule: ruleOf(draft.rule, { ...takes, tie: true }) },
    ['bodies'],
  ).value
  const place =
    kind === null ? body.questionKinds.length : body.questionKinds.findIndex(({ key }) => key === kind.key)

  const save = async () => {
    const rule = ruleOf(draft.rule, { ...takes, tie: preview?.canTie ?? true })
    const question = questionOf(draft, rule, body.questionKinds)
    const answer = await change('body.set-questions', {
      bodyId: body.id,
      questionKinds:
        kind === null
          ? [...body.questionKinds, question]
          : body.questionKinds.map((other) => (other.key === kind.key ? question : other)),
    })
    if (answer.ok) notice.say(`${question.label.trim()} is ${kind === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={kind === null ? 'Add a question' : `Change ${kind.label}`}
      submitLabel={kind === null ? 'Add the question' : 'Change it'}
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => {
        const problem = (field: string) => problemOf(`questionKinds.${place}.${field}`)
        return (
          <>
            <TextInput
              label="Label"
              hint="What the secretary picks it by."
              value={draft.label}
              onChange={(label) => set({ label })}
              problem={problem('label') ?? problem('key')}
              autoFocus
            />
            <TextInput
              label="Kind of determination"
              hint="Such as to-workgroup, implement or other."
              value={draft.determinationKind}
              onChange={(determinationKind) => set({ determinationKind })}
              problem={problem('determinationKind')}
            />
            <div>
              <TextInput
                label="The question as it is put"
                hint="{proposal} stands for the reference."
                value={draft.text}
                onChange={(text) => set({ text })}
                problem={problem('text')}
              />
            </div>
            <h3>How it is counted</h3>
            <RuleFields
              draft={draft.rule}
              rules={rules}
              preview={preview}
              problemOf={(field) => problem(`rule.${field}`)}
              onChange={(rule) => set({ rule })}
            />
            <Select
              label="The usual answer"
              value={draft.polarity}
              onChange={(polarity) => set({ polarity: polarity as QuestionKind['polarity'] })}
              options={[
                { value: 'for-carries', label: 'For' },
                { value: 'against-expected', label: 'Against, as with a Significant Code Review' },
              ]}
            />
            <Select
              label="Who decides"
              value={draft.decisionMaker}
              onChange={(decisionMaker) => set({ decisionMaker: decisionMaker as DecisionMaker })}
              options={decisionMakers.map((value) => ({
                value,
                label: decisionMakerWords[value].replace(
                  'the Authority',
                  code?.decisionMaker ?? 'the Authority',
                ),
              }))}
            />
            <p className="soft kept">
              Votes already taken keep the rule and the words under which they were taken.
            </p>
            {asksForPreference ? null : (
              <>
                <h3>Options and objectives</h3>
                <LineList
                  label="Objectives"
                  one="objective"
                  hint="Where options of a proposal are voted on, each is voted on against these first, then as a whole. Alt+↑ and Alt+↓ move a line; an empty one is left out."
                  lines={draft.objectives}
                  most={12}
                  fresh={() => ({ key: '', label: '' })}
                  onChange={(objectives) => set({ objectives })}
                  problemAt={(at) => problemOfLine(problem, 'objectives', draft.objectives, at)}
                />
              </>
            )}
            <h3>The words for each result</h3>
            <Phrases
              phrases={phrases}
              preview={preview}
              isPreference={choice?.asksForPreference === true}
              problemOf={(field) => problem(`phrases.${field}`)}
              onChange={(changed) => set({ phrases: changed })}
            />
            <h3>What follows for the proposal</h3>
            <ConsequenceFields
              drafts={draft.consequences}
              stages={code?.stages ?? []}
              usualWhen={draft.polarity === 'against-expected' ? 'not-carried' : 'carried'}
              problemOf={(field) => problem(`consequences.${field}`)}
              onChange={(consequences) => set({ consequences })}
            />
            <h3>Where this is from</h3>
            <div>
              <TextArea
                label="Source"
                rows={2}
                value={draft.sourceNote}
                onChange={(sourceNote) => set({ sourceNote })}
                problem={problem('sourceNote')}
              />
            </div>
          </>
        )
      }}
    </FormDialog>
  )
}

/** The six phrases, each with the sentence that it makes of an invented vote. */
function Phrases({
  phrases,
  preview,
  isPreference,
  problemOf,
  onChange,
}: {
  phrases: QuestionDraft['phrases']
  preview: CallOutput<'determination.preview'> | null
  /** Whether the question asks for an option: then nobody can be against. */
  isPreference: boolean
  problemOf(field: string): string | undefined
  onChange(phrases: QuestionDraft['phrases']): void
}) {
  const names = (Object.keys(phraseWords) as (keyof QuestionDraft['phrases'])[]).filter(
    (name) => !isPreference || name !== 'unanimousAgainst',
  )
  return (
    <div className="phrase-fields">
      <p className="soft">
        {'{count}'} stands for the numbers in brackets, {'{proposal}'} for the reference; {'{workgroup}'},{' '}
        {'{date}'} and {'{closingDate}'} are filled when the determination is written
        {isPreference ? '; {preferred} is the preferred option, or those that share the lead' : ''}.
      </p>
      {names.map((name) => (
        <TextInput
          key={name}
          label={phraseWords[name]}
          value={phrases[name]}
          onChange={(phrase) => onChange({ ...phrases, [name]: phrase })}
          hint={preview === null ? undefined : `“${preview.sentences[name]}”`}
          problem={problemOf(name)}
        />
      ))}
      {preview === null || preview.unknownPlaces.length === 0 ? null : (
        <p className="warning">
          Nothing fills {preview.unknownPlaces.join(', ')}: it would be printed in square brackets.
        </p>
      )}
    </div>
  )
}
