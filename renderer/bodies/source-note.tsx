import { Badge } from '../ui/badge.tsx'
import { isToBeChecked } from './body-words.ts'
import './source-note.css'

/** Where a rule is from, and whether it is still to be compared with the code itself. */
export function SourceNote({ note }: { note: string }) {
  if (note === '') return null
  return (
    <p className="callout source-note">
      {isToBeChecked(note) ? <Badge tone="warn">Check against the code</Badge> : null}
      {note}
    </p>
  )
}
