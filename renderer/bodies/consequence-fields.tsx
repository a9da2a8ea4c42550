import { ArrowUp, X } from 'lucide-react'
import { Button, IconButton } from '../ui/button.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import { afterOptions, dateNames, whenOptions } from './consequence-words.ts'
import { keyFrom, type ConsequenceDraft, type DateDraft, type StageDraft } from './question-draft.ts'

interface Stage {
  key: string
  name: string
}

/** What follows from the answer, in the order in which it is shown: a date can be counted from one above it. */
export function ConsequenceFields({
  drafts,
  stages,
  usualWhen,
  asksWhen = true,
  problemOf,
  onChange,
}: {
  drafts: readonly ConsequenceDraft[]
  /** Of the body's code; empty where it has none. */
  stages: readonly Stage[]
  /** The result on which something usually follows. */
  usualWhen: string
  /** Whether it can follow on another result as well; a branch of a script has only one. */
  asksWhen?: boolean
  problemOf: ProblemOf
  onChange(drafts: ConsequenceDraft[]): void
}) {
  const set = (at: number, draft: ConsequenceDraft) =>
    onChange(drafts.map((each, index) => (index === at ? draft : each)))
  const add = (draft: ConsequenceDraft) => onChange([...drafts, draft])
  return (
    <div className="consequence-fields">
      {drafts.map((draft, index) => (
        // There are no ids: one is its place.
        <fieldset key={index} aria-label={`${partName(draft)} ${index + 1}`}>
          <div className="consequence-head">
            <h4>{partName(draft)}</h4>
            {index === 0 ? null : (
              <IconButton
                label={`Move ${partName(draft)} ${index + 1} up`}
                onClick={() => onChange(swapped(drafts, index))}
              >
                <ArrowUp size={14} aria-hidden />
              </IconButton>
            )}
            <IconButton
              label={`Remove ${partName(draft)} ${index + 1}`}
              onClick={() => onChange(drafts.filter((_each, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
          <div className="side-by-side">
            {asksWhen ? (
              <Select
                label="Follows when"
                value={draft.when}
                onChange={(when) => set(index, { ...draft, when })}
                options={whenOptions(draft.when)}
                problem={problemOf(`${index}.when`)}
              />
            ) : null}
            {draft.kind === 'stage' ? (
              <StageFields
                draft={draft}
                stages={stages}
                problemOf={(field) => problemOf(`${index}.${field}`)}
                onChange={(changed) => set(index, changed)}
              />
            ) : draft.kind === 'date' ? (
              <DateFields
                draft={draft}
                before={drafts.slice(0, index)}
                isOfPhrase={asksWhen}
                problemOf={(field) => problemOf(`${index}.${field}`)}
                onChange={(changed) => set(index, changed)}
              />
            ) : null}
          </div>
        </fieldset>
      ))}
      <div className="acts">
        <Button
          onClick={() =>
            add({ kind: 'stage', when: usualWhen, stage: stages[0]?.key ?? '', stageDetail: '' })
          }
        >
          Add a stage
        </Button>
        <Button onClick={() => add(newDate(usualWhen, drafts))}>Add a date</Button>
        <Button onClick={() => add({ kind: 'workgroup', when: usualWhen })}>Add the workgroup</Button>
      </div>
    </div>
  )
}

function StageFields({
  draft,
  stages,
  problemOf,
  onChange,
}: {
  draft: StageDraft
  stages: readonly Stage[]
  problemOf: ProblemOf
  onChange(draft: StageDraft): void
}) {
  return (
    <>
      {stages.length === 0 ? (
        <TextInput
          label="Stage"
          hint="Its key: the body has no code."
          value={draft.stage}
          onChange={(stage) => onChange({ ...draft, stage })}
          problem={problemOf('stage')}
        />
      ) : (
        <Select
          label="Moves to stage"
          value={draft.stage}
          onChange={(stage) => onChange({ ...draft, stage })}
          options={stages.map(({ key, name }) => ({ value: key, label: name }))}
          problem={problemOf('stage')}
        />
      )}
      <TextInput
        label="Where within the stage"
        hint="May hold a date by its name in braces."
        value={draft.stageDetail}
        onChange={(stageDetail) => onChange({ ...draft, stageDetail })}
        problem={problemOf('stageDetail')}
      />
    </>
  )
}

function DateFields({
  draft,
  before,
  isOfPhrase,
  problemOf,
  onChange,
}: {
  draft: DateDraft
  before: readonly ConsequenceDraft[]
  /** Whether it fills a place in a phrase; in a script its own name is the place. */
  isOfPhrase: boolean
  problemOf: ProblemOf
  onChange(draft: DateDraft): void
}) {
  const set = (changes: Partial<DateDraft>) => onChange({ ...draft, ...changes })
  return (
    <>
      <TextInput
        label="What it is called"
        hint={draft.key === '' ? undefined : `Its name is {${draft.key}}.`}
        value={draft.label}
        onChange={(label) => set({ label })}
        problem={problemOf('label') ?? problemOf('key')}
      />
      <TextInput
        label="Working days"
        hint="Empty where it is always given."
        inputMode="numeric"
        value={draft.workingDays}
        onChange={(workingDays) => set({ workingDays })}
        problem={problemOf('count.workingDays') ?? problemOf('count')}
      />
      <Select
        label="Counted after"
        value={draft.after}
        onChange={(after) => set({ after })}
        options={afterOptions(before)}
        problem={problemOf('count.after')}
      />
      <Select
        label="That day itself"
        value={draft.counting}
        onChange={(counting) => set({ counting: counting as DateDraft['counting'] })}
        options={[
          { value: 'exclusive', label: 'Is not counted (day 0)' },
          { value: 'inclusive', label: 'Is counted (day 1)' },
        ]}
      />
      <Select
        label="Sets"
        value={draft.sets}
        onChange={(sets) => set({ sets: sets as DateDraft['sets'] })}
        options={[
          { value: '', label: 'Nothing: others are counted from it' },
          ...Object.entries(dateNames).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Select
        label={isOfPhrase ? 'Place in the phrase' : 'May be given'}
        value={draft.parameter}
        onChange={(parameter) => set({ parameter: parameter as DateDraft['parameter'] })}
        options={[
          { value: '', label: isOfPhrase ? 'None' : 'No, always counted' },
          { value: 'date', label: isOfPhrase ? '{date}' : 'Yes, as the date' },
          { value: 'closingDate', label: isOfPhrase ? '{closingDate}' : 'Yes, as the closing date' },
        ]}
      />
    </>
  )
}

function newDate(when: string, drafts: readonly ConsequenceDraft[]): DateDraft {
  const label = 'Consultation closes'
  return {
    kind: 'date',
    when,
    key: keyFrom(
      'day',
      drafts.flatMap((each) => (each.kind === 'date' ? each.key : [])),
    ),
    label,
    parameter: '',
    workingDays: '10',
    after: 'meeting',
    counting: 'exclusive',
    calendar: 'england-and-wales',
    sets: 'consultationClosesOn',
  }
}

function partName({ kind }: ConsequenceDraft): string {
  return { stage: 'Stage', workgroup: 'Workgroup', date: 'Date' }[kind]
}

function swapped(drafts: readonly ConsequenceDraft[], at: number): ConsequenceDraft[] {
  const moved = drafts[at]
  const rest = drafts.filter((_each, index) => index !== at)
  return moved === undefined ? [...drafts] : rest.toSpliced(at - 1, 0, moved)
}
