import type { ReactNode } from 'react'
import './check-box.css'

/** Yes or no, with its words beside it. */
export function CheckBox({
  label,
  isChecked,
  onChange,
  children,
}: {
  label: string
  isChecked: boolean
  onChange(isChecked: boolean): void
  /** More about it, below the words. */
  children?: ReactNode
}) {
  return (
    <label className="check-box">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {children === undefined ? null : <span className="hint">{children}</span>}
      </span>
    </label>
  )
}

/** One of a few, all of them on the screen. Arrow keys move. */
export function RadioGroup<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: NoInfer<Value>; label: string; hint?: string }[]
  onChange(value: NoInfer<Value>): void
}) {
  return (
    <fieldset className="radios">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="check-box">
          <input
            type="radio"
            // Groups of one form are told apart by their words.
            name={label}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : <span className="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
