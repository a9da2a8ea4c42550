import { useId } from 'react'
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

interface FieldParts {
  label: string
  hint?: string | undefined
  /** What is wrong with it, in words. */
  problem?: string | undefined
}

function Field({ id, label, hint, problem, children }: FieldParts & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
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

function described(id: string, { hint, problem }: FieldParts) {
  const ids = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
  const text = ids.filter((part) => part !== '').join(' ')
  return {
    ...(text === '' ? {} : { 'aria-describedby': text }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
}

/** What a dialog looks for when it opens: before that, nothing in it can take the focus. */
function wantsFocus({ autoFocus = false }: { autoFocus?: boolean | undefined }) {
  return autoFocus ? { 'data-autofocus': true } : {}
}

type TextInputProps = FieldParts &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className' | 'id'> & {
    value: string
    onChange(value: string): void
    inputRef?: Ref<HTMLInputElement>
  }

export function TextInput({ label, hint, problem, onChange, inputRef, ...rest }: TextInputProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input
        id={id}
        ref={inputRef}
        className="input"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        {...described(id, { label, hint, problem })}
        {...rest}
        {...wantsFocus(rest)}
      />
    </Field>
  )
}

type TextAreaProps = FieldParts &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'className' | 'id'> & {
    value: string
    onChange(value: string): void
  }

export function TextArea({ label, hint, problem, onChange, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <textarea
        id={id}
        className="input"
        onChange={(event) => onChange(event.target.value)}
        {...described(id, { label, hint, problem })}
        {...rest}
        {...wantsFocus(rest)}
      />
    </Field>
  )
}

type SelectProps = FieldParts &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'className' | 'id'> & {
    value: string
    onChange(value: string): void
    options: readonly { value: string; label: string }[]
  }

export function Select({ label, hint, problem, onChange, options, ...rest }: SelectProps) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <select
        id={id}
        className="input"
        onChange={(event) => onChange(event.target.value)}
        {...described(id, { label, hint, problem })}
        {...rest}
        {...wantsFocus(rest)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
