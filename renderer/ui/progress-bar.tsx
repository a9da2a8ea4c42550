/** Long work, with its count. */
export function ProgressBar({
  label,
  done,
  total,
  unit = '',
}: {
  label: string
  done: number
  total: number
  /** What is counted, where the label does not say it: KB. */
  unit?: string
}) {
  return (
    <div className="progress">
      <span>
        {label}
        {total > 0 ? ` · ${done} of ${total} ${unit}`.trimEnd() : ''}
      </span>
      {total > 0 ? <progress aria-label={label} value={done} max={total} /> : <progress aria-label={label} />}
    </div>
  )
}
