import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ReadActionLine } from '../../core/contract/action-lines.ts'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import type { Action } from '../../core/contract/actions.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { formProblems } from '../ui/form-problems.ts'
import './action-line.css'

/**
 * An action in one line: who, what, by when and about which proposal. It shows what the core makes of it while it is
 * typed; Enter saves it. What cannot be saved stays in the field.
 */
export function ActionLineInput({
  itemId,
  label,
  initial = '',
  submitLabel,
  takesFocus = false,
  focusName,
  save,
  onCancel,
}: {
  itemId: string
  label: string
  initial?: string
  submitLabel: string
  takesFocus?: boolean
  /** What a key that leads here calls it. */
  focusName?: string
  save(line: string): Promise<CallAnswer<Action>>
  /** Escape in it; where left out, Escape empties the field. */
  onCancel?(): void
}) {
  const [line, setLine] = useState(initial)
  const [refusal, setRefusal] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const isOnItsWay = useRef(false)
  const read = useAnswer('action.read-line', line.trim() === '' ? null : { itemId, line })
  useEffect(() => {
    if (takesFocus) field.current?.select()
  }, [takesFocus])

  const submit = async () => {
    if (isOnItsWay.current || line.trim() === '') return
    isOnItsWay.current = true
    const answer = await save(line)
    isOnItsWay.current = false
    setRefusal(answer.ok ? '' : (formProblems(answer.error).problemOf('line') ?? answer.error.message))
    if (answer.ok) setLine('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit()
    else if (event.key === 'Escape' && onCancel !== undefined) onCancel()
    else if (event.key === 'Escape' && line !== '') setLine('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isAtFault = refusal !== '' || read?.problems.some(({ isWarning }) => !isWarning) === true
  return (
    <div className="action-line-input">
      <div className="action-line-row">
        <input
          ref={field}
          className={classNames('input', isAtFault && 'at-fault')}
          aria-label={label}
          aria-describedby={`meant-${itemId}`}
          placeholder="New action: AB to provide legal text by 12 Jan #0621"
          autoComplete="off"
          dir="auto"
          value={line}
          {...(focusName === undefined ? {} : { 'data-takes-focus': focusName })}
          onChange={(event) => {
            setRefusal('')
            setLine(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
        <Button shortcut="⏎" onClick={() => void submit()}>
          {submitLabel}
        </Button>
        {onCancel === undefined ? null : (
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <div id={`meant-${itemId}`} className="meant">
        {refusal === '' ? null : <p className="fault">{refusal}</p>}
        {read === null ? null : <Meaning read={read} hidesProblems={refusal !== ''} />}
      </div>
    </div>
  )
}

function Meaning({ read, hidesProblems }: { read: ReadActionLine; hidesProblems: boolean }) {
  return (
    <>
      {hidesProblems
        ? null
        : read.problems.map(({ from, message }) => (
            <p key={`${String(from)} ${message}`} className="fault">
              {message}
            </p>
          ))}
      <p className="parts">
        {read.owners.length === 0 ? (
          <span className="quiet">nobody yet</span>
        ) : (
          read.owners.map(({ written, name }) => (
            <Badge key={written} tone="accent">
              {name}
            </Badge>
          ))
        )}
        <span>{read.text}</span>
        <span className="quiet">{read.dueWords === '' ? 'no date yet' : read.dueWords}</span>
        {read.proposal === null ? null : <Badge>{read.proposal.reference}</Badge>}
      </p>
    </>
  )
}
