import type { Progress } from '../state/share.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { progressParts } from './snapshot-words.ts'
import './share.css'

/** How far work on the shared folder is. */
export function ShareProgress({ progress }: { progress: Progress }) {
  return (
    <div className="share-progress">
      <ProgressBar {...progressParts(progress)} />
    </div>
  )
}
