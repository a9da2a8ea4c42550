import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { joinWords } from './words.ts'

interface FieldParts {
  label: string
  /** Only for a field among others in a line, whose placeholder says what it is. */
  isLabelHidden?: boolean | undefined
  hint?: string | undefined
  /** What is wrong with it, in words. */
  problem?: string | undefined
}

/** What a field's element gets from the label, hint and problem around it. */
interface FieldAttributes {
  id: string
  className: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'data-autofocus'?: true
}

function Field({
  label,
  isLabelHidden = false,
  hint,
  problem,
  takesFocus = false,
  children,
}: FieldParts & { takesFocus?: boolean | undefined; children(attributes: FieldAttributes): ReactNode }) {
  const id = useId()
  const described = joinWords(
    [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`],
    ' ',
  )
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'hidden' : undefined}>
        {label}
      </label>
      {children({
        id,
        className: 'input',
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
        // What a dialog looks for when it opens: before that, nothing in it can take the focus.
        ...(takesFocus ? { 'data-autofocus': true } : {}),
      })}
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem === undefined ? null : (
        <span className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

type FieldProps<Attributes> = FieldParts &
  Omit<Attributes, 'onChange' | 'className' | 'id'> & {
    value: string
    onChange(value: string): void
  }

type TextInputProps = FieldProps<InputHTMLAttributes<HTMLInputElement>> & { inputRef?: Ref<HTMLInputElement> }

/** One line of text. */
export function TextInput({
  label,
  isLabelHidden,
  hint,
  problem,
  onChange,
  inputRef,
  ...rest
}: TextInputProps) {
  return (
    <Field {...{ label, isLabelHidden, hint, problem }} takesFocus={rest.autoFocus}>
      {(attributes) => (
        <input
          ref={inputRef}
          autoComplete="off"
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
          {...rest}
          {...attributes}
        />
      )}
    </Field>
  )
}

/** Text of several lines. */
export function TextArea({
  label,
  isLabelHidden,
  hint,
  problem,
  onChange,
  ...rest
}: FieldProps<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, isLabelHidden, hint, problem }} takesFocus={rest.autoFocus}>
      {(attributes) => (
        <textarea dir="auto" onChange={(event) => onChange(event.target.value)} {...rest} {...attributes} />
      )}
    </Field>
  )
}

type SelectProps = FieldProps<SelectHTMLAttributes<HTMLSelectElement>> & {
  options: readonly { value: string; label: string }[]
}

/** One of a list. */
export function Select({ label, isLabelHidden, hint, problem, onChange, options, ...rest }: SelectProps) {
  return (
    <Field {...{ label, isLabelHidden, hint, problem }} takesFocus={rest.autoFocus}>
      {(attributes) => (
        <select onChange={(event) => onChange(event.target.value)} {...rest} {...attributes}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
