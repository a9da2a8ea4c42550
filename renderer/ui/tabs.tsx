/** A row of choices of which one is shown. Arrow keys move. */
export function Tabs<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange(value: Value): void
}) {
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (step === 0) return
        const at = options.findIndex((option) => option.value === value)
        const next = options[(at + step + options.length) % options.length]
        if (next === undefined) return
        event.preventDefault()
        onChange(next.value)
        event.currentTarget.querySelectorAll('button')[options.indexOf(next)]?.focus()
      }}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
