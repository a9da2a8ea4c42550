import { useEffect, useState } from 'react'
import type { CallInput } from '../../core/contract/calls.ts'
import type { Foreseen, ParameterName } from '../../core/contract/determinations.ts'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import { client } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormRefusal } from '../ui/form-refusal.tsx'
import { useForm, type Saved } from '../ui/use-form.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { openPlaces, refuseOpenPlaces, stillSays } from './open-places.ts'

type Consequences = NonNullable<CallInput<'determination.write'>['consequences']>

/** The words of the determination, what fills their places, and what follows from it for the proposal. */
export function DeterminationForm({
  item,
  question,
  onDone,
}: {
  item: Item
  question: QuestionView
  onDone(): void
}) {
  // What was typed, places that were emptied among it: a date that is being typed reads as empty at times.
  const [typed, setTyped] = useState<Partial<Record<ParameterName, string>>>(() =>
    typedBefore(item, question),
  )
  const [dates, setDates] = useState<Record<string, string>>({})
  const [without, setWithout] = useState<string[]>([])
  const [ownText, setOwnText] = useState<string | null>(null)
  const [stage, setStage] = useState('')
  const form = useForm<HTMLFormElement>()
  // Until the first field is there, so that Ctrl+⏎ right after D is not lost.
  const { fields } = form
  useEffect(() => fields.current?.focus(), [fields])
  const asked: CallInput<'determination.foresee'> = {
    questionId: question.id,
    parameters: filledOnly(typed),
    dates: filledOnly(dates),
    without,
  }
  const foreseen = useView('determination.foresee', asked, ['items', 'register', 'meetings']).value
  const codes = useView('code.list', {}, ['bodies']).value?.codes ?? []
  const stages = codes.find(({ id }) => id === item.proposal?.code.id)?.stages ?? []
  const movesItself = foreseen?.consequences.some(({ key }) => key === 'stage') ?? true
  const shown = (name: ParameterName) => typed[name] ?? valueOf(foreseen, name)
  const places = foreseen?.places ?? []
  const open = openPlaces(
    question,
    places.map(({ name }) => name),
    Object.fromEntries(places.map(({ name }) => [name, shown(name)])),
  )

  const write = async (): Promise<Saved> => {
    // Asked anew: what stands on the screen may be older than the last key.
    const answer = await client.call('determination.foresee', asked)
    if (!answer.ok) return answer
    const { parameters, values } = answer.value
    const wanted = answer.value.places.map(({ name }) => name)
    // A date that was emptied is left open, not counted after all.
    const kept: Partial<Record<ParameterName, string>> = Object.fromEntries(
      wanted.filter((name) => typed[name] !== '').map((name) => [name, parameters[name]]),
    )
    const refusal = refuseOpenPlaces(openPlaces(question, wanted, kept), ownText)
    if (refusal !== null) return { ok: false, error: refusal }
    const written = await act(
      'determination.write',
      {
        itemId: item.line.id,
        questionId: question.id,
        text: ownText ?? '',
        parameters: kept,
        consequences: stage === '' ? values : movedByHand(stage, values, filledOnly(typed)),
      },
      { isQuiet: true, key: `determination:${question.id}` },
    )
    if (written.ok) onDone()
    return written
  }
  const { problemOf } = form
  /** An open place is told before it is refused, and no more once it is filled. */
  const told = (name: ParameterName) => {
    const problem = problemOf(`parameters.${name}`)
    const words = stillSays([name])
    if (problem !== undefined && problem !== words) return { problem }
    if (ownText !== null || !open.includes(name)) return {}
    return problem === undefined ? { hint: words } : { problem }
  }
  return (
    <form
      ref={fields}
      tabIndex={-1}
      className="determination-form"
      aria-label="Determination"
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(write)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }
      }}
    >
      <div className="side-by-side">
        {places.map(({ name, label }, index) => {
          const Input = name === 'workgroup' ? TextInput : DateInput
          return (
            <Input
              key={name}
              label={label}
              value={shown(name)}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
              {...told(name)}
              autoFocus={index === 0}
            />
          )
        })}
        {item.proposal === null || movesItself ? null : (
          <Select
            label="Proposal goes to stage"
            value={stage}
            onChange={setStage}
            problem={problemOf('consequences.stage')}
            options={[
              { value: '', label: `Stays at ${item.proposal.stage.name}` },
              ...stages
                .filter(({ key }) => key !== item.proposal?.stage.key)
                .map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
        )}
      </div>
      {foreseen === null ? null : (
        <TextArea
          label="Determination"
          rows={2}
          value={ownText ?? foreseen.text}
          autoFocus={foreseen.places.length === 0}
          onChange={setOwnText}
          problem={problemOf('text')}
        />
      )}
      {foreseen === null ? null : (
        <ConsequenceList
          foreseen={foreseen}
          without={without}
          dates={dates}
          onTick={(key, isTicked) =>
            setWithout(isTicked ? without.filter((other) => other !== key) : [...without, key])
          }
          onDate={(key, date) => setDates({ ...dates, [key]: date })}
        />
      )}
      <FormRefusal form={form} />
      <div className="acts">
        {ownText === null ? null : (
          <Button variant="quiet" onClick={() => setOwnText(null)}>
            Back to the panel’s phrase
          </Button>
        )}
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit" shortcut="Ctrl+⏎">
          Write
        </Button>
      </div>
    </form>
  )
}

/** What filled the places when it was written before; at first the workgroup that has the proposal, or its own. */
function typedBefore(item: Item, question: QuestionView): Partial<Record<ParameterName, string>> {
  const { determination } = question
  if (determination !== null) return Object.fromEntries(filledEntries(determination.parameters))
  if (item.proposal === null) return {}
  return { workgroup: item.proposal.workgroup?.shortName ?? item.proposal.reference }
}

function valueOf(foreseen: Foreseen | null, name: ParameterName): string {
  return foreseen?.places.find((place) => place.name === name)?.value ?? ''
}

function filledEntries(values: Record<string, string | undefined>): [string, string][] {
  return Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== '',
  )
}

function filledOnly(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(filledEntries(values))
}

/** A stage chosen by hand, where the question names none; the dates in the phrase go with it. */
function movedByHand(stage: string, values: Consequences, typed: Record<string, string>): Consequences {
  return {
    ...(typed['date'] === undefined ? {} : { reportingOn: typed['date'] }),
    ...(typed['closingDate'] === undefined ? {} : { consultationClosesOn: typed['closingDate'] }),
    ...values,
    stage,
  }
}
