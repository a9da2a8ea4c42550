import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { IconButton } from './button.tsx'
import { TextInput } from './field.tsx'
import './line-list.css'

/**
 * Lines in an order, with an empty one at the end to go on with. Enter goes on to the next, Alt with an arrow moves the
 * one that is written in.
 * A line that is emptied is left out by who sends them: `namedLines`.
 */
export function LineList<Line extends { label: string }>({
  label,
  one,
  hint,
  lines,
  most = 30,
  fresh,
  problemAt,
  hintAt,
  onChange,
}: {
  label: string
  /** What one of them is called: "option". */
  one: string
  hint?: string
  lines: readonly Line[]
  /** How many there may be. */
  most?: number
  /** A new one with nothing in it. */
  fresh(): Line
  problemAt(index: number): string | undefined
  /** What is known of one beside its label. */
  hintAt?(line: Line): string | undefined
  onChange(lines: Line[]): void
}) {
  const list = useRef<HTMLFieldSetElement>(null)
  const shown = lines.length < most ? [...lines, fresh()] : lines
  const focusLine = (at: number) => list.current?.querySelectorAll<HTMLElement>('input')[at]?.focus()
  const move = (from: number, to: number) => {
    const line = lines[from]
    if (line === undefined || to < 0 || to >= lines.length) return
    onChange(lines.toSpliced(from, 1).toSpliced(to, 0, line))
    focusLine(to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    // Enter goes on to the next line; in the empty one at the end it is the form's, as everywhere.
    const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey
    if (isPlainEnter && !event.nativeEvent.isComposing && at < lines.length) {
      event.preventDefault()
      focusLine(at + 1)
      return
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    event.stopPropagation()
    move(at, at + step)
  }
  return (
    <fieldset ref={list} className="line-list">
      <legend>{label}</legend>
      <ol>
        {shown.map((line, at) => {
          const name = line.label.trim() === '' ? `${one} ${at + 1}` : line.label
          const isFresh = at === lines.length
          return (
            <li key={at}>
              <TextInput
                label={`${one[0]?.toUpperCase() ?? ''}${one.slice(1)} ${at + 1}`}
                isLabelHidden
                value={line.label}
                placeholder={isFresh ? (at === 0 ? `an ${one}` : `another ${one}`) : undefined}
                onChange={(changed) => onChange([...lines].toSpliced(at, 1, { ...line, label: changed }))}
                onKeyDown={(event) => onKeyDown(event, at)}
                hint={hintAt?.(line)}
                problem={problemAt(at)}
              />
              {isFresh ? null : (
                <span>
                  <IconButton
                    label={`Move ${name} up (Alt+↑)`}
                    tabIndex={-1}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  >
                    <ArrowUp size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={`Move ${name} down (Alt+↓)`}
                    tabIndex={-1}
                    disabled={at === lines.length - 1}
                    onClick={() => move(at, at + 1)}
                  >
                    <ArrowDown size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={`Take ${name} out`}
                    tabIndex={-1}
                    onClick={() => {
                      onChange(lines.toSpliced(at, 1))
                      focusLine(Math.max(0, at - 1))
                    }}
                  >
                    <X size={14} aria-hidden />
                  </IconButton>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {hint === undefined ? null : <p className="soft">{hint}</p>}
    </fieldset>
  )
}
