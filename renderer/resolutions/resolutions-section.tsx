import type { Resolution } from '../../core/contract/resolution-calls.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords } from '../ui/dates.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { isWaiting, progressWords, resolutionStateWords, resolutionTones } from './resolution-words.ts'
import './resolutions.css'

/** The written resolutions among the meetings: those that wait for something, and behind a fold those that are over. */
export function ResolutionsSection({
  resolutions,
  namesBodies,
}: {
  resolutions: readonly Resolution[]
  namesBodies: boolean
}) {
  if (resolutions.length === 0) return null
  const waiting = resolutions.filter(isWaiting)
  const over = resolutions.filter((resolution) => !isWaiting(resolution))
  const rows = (shown: readonly Resolution[]) => (
    <ul className="resolution-list">
      {shown.map((resolution) => (
        <ResolutionRow key={resolution.questionId} resolution={resolution} namesBody={namesBodies} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="meetings-resolutions">
      <h2 id="meetings-resolutions">Written resolutions</h2>
      {waiting.length === 0 ? (
        <p className="quiet">None is out, and none waits to be ratified.</p>
      ) : (
        rows(waiting)
      )}
      {over.length === 0 ? null : (
        <details className="resolutions-over">
          <summary>
            {over.length} {over.length === 1 ? 'that is over' : 'that are over'}
          </summary>
          {rows(over)}
        </details>
      )}
    </section>
  )
}

/** One resolution in a line; the whole line is its link. */
function ResolutionRow({ resolution, namesBody }: { resolution: Resolution; namesBody: boolean }) {
  const { meetingId, body, number, title, state, circulatedOn } = resolution
  const tone = resolutionTones[state]
  return (
    <li className="resolution-row">
      <a
        href={addressOf({ screen: 'meeting', meetingId, itemId: null })}
        data-meeting-link={isWaiting(resolution) ? 'resolution' : 'over'}
      >
        <VisuallyHidden>{body.name}, written resolution </VisuallyHidden>
        {number}
      </a>
      <span className="state">
        <Badge {...(tone === undefined ? {} : { tone })}>{resolutionStateWords[state]}</Badge>
      </span>
      <span className="what" title={resolution.text}>
        {namesBody ? <span className="quiet">{body.shortName} · </span> : null}
        {title}
      </span>
      <span className="progress" title={`Circulated ${dayWords(circulatedOn)}`}>
        {progressWords(resolution)}
      </span>
    </li>
  )
}
