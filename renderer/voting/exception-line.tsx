import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { optionMarks, positionMark } from '../../core/contract/option-marks.ts'
import type { QuestionView } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { formProblems } from '../ui/form-problems.ts'
import './exception-line.css'

/**
 * The vote in one line: what all say, and who differs. It shows what the core makes of it while it is typed; Enter
 * records it, Tab completes initials.
 */
export function ExceptionLine({
  question,
  onDone,
  whyNotId,
}: {
  question: QuestionView
  onDone(): void
  /** Id of the sentence that says why nothing is taken any more. */
  whyNotId?: string
}) {
  const isTaken = whyNotId === undefined
  const [line, setLine] = useState('')
  const [hint, setHint] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { id, round } = question
  const marks = optionMarks(round.rule.options ?? [])
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'vote.exceptions',
        title: 'Vote by exception, in one line',
        key: '/',
        group: 'Vote',
        isEnabled: isTaken,
        run: () => field.current?.focus(),
      },
    ],
    [isTaken],
  )
  useCommands('exceptions', commands)

  // Asked again when a position came in meanwhile.
  const foreseen = useAnswer(
    'vote.read-exceptions',
    line.trim() === '' || !isTaken ? null : { questionId: id, line },
    round,
  )

  const record = async () => {
    if (!isTaken) return
    const answer = await act(
      'vote.record-exceptions',
      { questionId: id, line },
      { isQuiet: true, key: `rest:${id}` },
    )
    if (!answer.ok) {
      setHint(formProblems(answer.error).problemOf('line') ?? answer.error.message)
      return
    }
    setLine('')
    setHint('')
    onDone()
  }
  const completed = completion(line, question)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void record()
    else if (event.key === 'Tab' && !event.shiftKey && completed !== null) setLine(completed)
    else if (event.key === 'Escape') {
      setLine('')
      setHint('')
      onDone()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const problem = foreseen?.problems[0]
  return (
    <div className="exceptions">
      <div className="exceptions-row">
        <input
          ref={field}
          className={classNames('input', problem !== undefined && 'at-fault')}
          aria-label="Vote by exception"
          aria-describedby={whyNotId ?? `foreseen-${id}`}
          // In place and not disabled, so that the focus is not lost when a deadline passes.
          readOnly={!isTaken}
          aria-disabled={!isTaken}
          placeholder={
            marks.length === 0
              ? 'by exception: all f / ab n / cd, ef a'
              : `by exception: all ${marks[0]?.number ?? 1} / ab n / cd, ef ${marks[1]?.number ?? 2}`
          }
          autoComplete="off"
          dir="auto"
          value={line}
          onChange={(event) => {
            setHint('')
            setLine(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
        <Button
          shortcut="⏎"
          aria-disabled={foreseen === null || problem !== undefined}
          onClick={() => void record()}
        >
          Record
        </Button>
      </div>
      <div id={`foreseen-${id}`} className="foreseen">
        {hint !== '' ? <p className="fault">{hint}</p> : null}
        {foreseen === null || hint !== '' ? null : (
          <>
            {problem === undefined ? null : <p className="fault">{problem.message}</p>}
            {foreseen.positions.length === 0 ? null : (
              <p className="quiet">
                {foreseen.positions
                  .map((position) => `${position.initials} ${positionMark(position, marks)}`)
                  .join('  ')}
              </p>
            )}
            {foreseen.result === null ? null : <p className="would-be">{foreseen.result}</p>}
            <p className="quiet">{foreseen.reconciliation}</p>
          </>
        )}
      </div>
    </div>
  )
}

/** The line with the initials that are being typed completed, where only one seat's begin like that. */
function completion(line: string, { round }: QuestionView): string | null {
  const [, before = '', begun = ''] = /^(.*?)([^\s,/;]+)$/.exec(line) ?? []
  if (begun === '') return null
  const found = round.positions
    .map(({ initials }) => initials)
    .filter(
      (initials) => initials.toLowerCase().startsWith(begun.toLowerCase()) && initials.length > begun.length,
    )
  return found.length === 1 ? `${before}${(found[0] ?? '').toLowerCase()} ` : null
}
