/** Long work, with its count. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div className="progress">
      <span>
        {label}
        {total > 0 ? ` · ${done} of ${total}` : ''}
      </span>
      {total > 0 ? <progress aria-label={label} value={done} max={total} /> : <progress aria-label={label} />}
    </div>
  )
}
