/** What happened, what is safe, what to do. */
export function ErrorNotice({ error }: { error: { message: string; safe?: string; remedy?: string } }) {
  return (
    <div className="error-notice" role="alert">
      <strong>{error.message}</strong>
      {error.safe === undefined ? null : <span>{error.safe}</span>}
      {error.remedy === undefined ? null : <span>{error.remedy}</span>}
    </div>
  )
}
