import { useEffect, useMemo, useState } from 'react'
import type { CallInput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import { useView } from '../state/follow-topics.ts'
import { client } from '../state/client.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'

type Written = CallInput<'determination.write'>

/** The determination: composed in the body's phrase once the last position is in, in words of one's own where need be. */
export function DeterminationEditor({
  item,
  question,
  isEditable,
  isWriting,
  onWriting,
}: {
  item: Item
  question: QuestionView
  isEditable: boolean
  isWriting: boolean
  onWriting(isWriting: boolean): void
}) {
  const { determination, round } = question
  const isComplete = round.result !== null
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'determination.write',
        title: 'Write the determination',
        key: 'd',
        group: 'Item',
        isEnabled: isEditable && isComplete,
        run: () => onWriting(true),
      },
    ],
    [isEditable, isComplete, onWriting],
  )
  useCommands('determination', commands)

  if (isWriting && isEditable && isComplete) {
    return <Form item={item} question={question} onDone={() => onWriting(false)} />
  }
  if (determination === null) return null
  return (
    <div className="determination-block">
      <blockquote className="determination">{determination.text}</blockquote>
      {determination.isStale ? (
        <p className="stale">
          <Badge tone="warn">wording no longer matches the vote</Badge> now: {determination.composedNow}
        </p>
      ) : null}
    </div>
  )
}

const parameterNames = ['workgroup', 'date', 'closingDate'] as const
const parameterLabels = { workgroup: 'Workgroup', date: 'Date', closingDate: 'Consultation closes on' }

function Form({ item, question, onDone }: { item: Item; question: QuestionView; onDone(): void }) {
  const phrases = Object.values(question.phrases).join(' ')
  const wanted = parameterNames.filter((name) => phrases.includes(`{${name}}`))
  const [parameters, setParameters] = useState<Record<string, string>>(() => ({
    ...(item.proposal === null ? {} : { workgroup: item.proposal.reference }),
  }))
  const [text, setText] = useState(question.determination?.text ?? '')
  const [isOwn, setIsOwn] = useState(false)
  const [stage, setStage] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const filled = JSON.stringify(
    Object.fromEntries(
      wanted.map((name) => [name, parameters[name] ?? '']).filter(([, value]) => value !== ''),
    ),
  )
  const codes = useView('code.list', {}, ['bodies']).value?.codes ?? []
  const stages = codes.find(({ id }) => id === item.proposal?.code.id)?.stages ?? []

  useEffect(() => {
    if (isOwn) return
    let isCurrent = true
    void client
      .call('determination.compose', { questionId: question.id, parameters: JSON.parse(filled) as object })
      .then((answer) => {
        if (isCurrent && answer.ok) setText(answer.value.text)
      })
    return () => {
      isCurrent = false
    }
  }, [question.id, filled, isOwn])

  const write = async () => {
    const consequences: NonNullable<Written['consequences']> = {
      ...(stage === '' ? {} : { stage }),
      ...(stage !== '' && parameters['date'] !== undefined && wanted.includes('date')
        ? { reportingOn: parameters['date'] }
        : {}),
      ...(stage !== '' && parameters['closingDate'] !== undefined && wanted.includes('closingDate')
        ? { consultationClosesOn: parameters['closingDate'] }
        : {}),
    }
    const answer = await act(
      'determination.write',
      {
        itemId: item.line.id,
        questionId: question.id,
        text: isOwn ? text : '',
        parameters: JSON.parse(filled) as object,
        consequences,
      },
      { isQuiet: true, key: `determination:${question.id}` },
    )
    if (answer.ok) onDone()
    else setError(answer.error)
  }
  return (
    <form
      className="determination-form"
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void write()
        }
      }}
    >
      <div className="row">
        {wanted.map((name) => (
          <TextInput
            key={name}
            label={parameterLabels[name]}
            type={name === 'workgroup' ? 'text' : 'date'}
            value={parameters[name] ?? ''}
            onChange={(value) => setParameters({ ...parameters, [name]: value })}
            problem={error?.fields?.find(({ field }) => field === `parameters.${name}`)?.problem}
            autoFocus={name === wanted[0]}
          />
        ))}
        {item.proposal === null ? null : (
          <Select
            label="Proposal goes to stage"
            value={stage}
            onChange={setStage}
            options={[
              { value: '', label: `Stays at ${item.proposal.stage.name}` },
              ...stages
                .filter(({ key }) => key !== item.proposal?.stage.key)
                .map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
        )}
      </div>
      <TextArea
        label="Determination"
        rows={2}
        value={text}
        autoFocus={wanted.length === 0}
        onChange={(value) => {
          setIsOwn(true)
          setText(value)
        }}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      <div className="row end">
        {isOwn ? (
          <Button variant="quiet" onClick={() => setIsOwn(false)}>
            Back to the panel’s phrase
          </Button>
        ) : null}
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit" shortcut="Ctrl+⏎">
          Write
        </Button>
      </div>
    </form>
  )
}
