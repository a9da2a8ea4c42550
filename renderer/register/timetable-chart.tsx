import type { Proposal } from '../../core/contract/register.ts'
import { classNames } from '../ui/class-names.ts'
import { dayWords } from '../ui/dates.ts'
import { timetableRows, timetableScale, timetableWords, type Scale, type Stretch } from './timetable-scale.ts'

/** As many letters fit across the picture where it is narrowest: a name stands in its bar where it has room. */
const lettersAcross = 100

/** Stages, consultations, assessments and dates over time: a picture of what the lists beside it say. */
export function TimetableChart({ proposal }: { proposal: Proposal }) {
  const rows = timetableRows(proposal)
  const scale = timetableScale(rows)
  if (scale === null) return null
  return (
    <section aria-labelledby="proposal-timetable">
      <h2 id="proposal-timetable">Timetable</h2>
      <div className="timetable" role="img" aria-label={timetableWords(rows)}>
        <div className="timetable-axis">
          {scale.ticks.map(({ at, label }) => (
            <span key={label} style={{ left: percent(at) }}>
              {label}
            </span>
          ))}
        </div>
        {rows.map(({ name, stretches }, index) => (
          <div key={`${index} ${name}`} className="timetable-row">
            <span className="name">{name}</span>
            <div className="track">
              {scale.ticks.map(({ at, label }) => (
                <i key={label} style={{ left: percent(at) }} />
              ))}
              {stretches.map((stretch, place) =>
                stretch.kind === 'day' ? (
                  <Day key={place} stretch={stretch} scale={scale} />
                ) : (
                  <Bar key={place} stretch={stretch} scale={scale} />
                ),
              )}
            </div>
          </div>
        ))}
      </div>
      {rows.some(({ stretches }) => stretches.some(({ originalTo }) => originalTo !== undefined)) ? (
        <p className="timetable-key">
          <span className="original" aria-hidden /> the date first agreed
        </p>
      ) : null}
    </section>
  )
}

function Bar({ stretch: { label, from, to, kind, originalTo }, scale }: { stretch: Stretch; scale: Scale }) {
  const start = scale.at(from)
  const end = to === null ? 1 : scale.at(to)
  const words = `${label}: ${dayWords(from)}${to === null ? ' on' : to === from ? '' : ` to ${dayWords(to)}`}`
  const isNamed = kind === 'stage' && label.length < (end - start) * lettersAcross
  return (
    <>
      <span
        className={classNames('stretch', kind, to === null && 'goes-on')}
        style={{ left: percent(start), width: percent(end - start) }}
        title={words}
      >
        {isNamed ? label : ''}
      </span>
      {kind === 'stage' || to === null ? null : (
        <span
          className={classNames('until', end > 0.75 && 'before')}
          style={{ left: percent(end > 0.75 ? start : end) }}
        >
          to {dayWords(to)}
        </span>
      )}
      {originalTo === undefined ? null : (
        <span
          className="original"
          style={{ left: percent(scale.at(originalTo)) }}
          title={`first due ${dayWords(originalTo)}`}
        />
      )}
    </>
  )
}

/** A day, with its date on the side that has room. */
function Day({ stretch: { from }, scale }: { stretch: Stretch; scale: Scale }) {
  const at = scale.at(from)
  return (
    <span className={classNames('day', at > 0.75 && 'before')} style={{ left: percent(at) }}>
      <b>◆</b> {dayWords(from)}
    </span>
  )
}

function percent(share: number): string {
  return `${share * 100}%`
}
