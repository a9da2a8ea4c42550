import { memo, useState, type KeyboardEvent } from 'react'
import { Redo2, Undo2 } from 'lucide-react'
import type { EntryPlace, HistoryEntry } from '../../core/contract/history.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords, timeWords } from '../ui/dates.ts'
import { capital } from '../ui/words.ts'
import { groupEntries, steppedIn, timesOf } from './entry-words.ts'
import { goToPlace, PlaceLink } from './place-link.tsx'

/**
 * The entries under the days on which they were made, newest first; of one meeting also under the items. Arrows, Home
 * and End go through them, Enter goes to where something was done.
 */
export function Timeline({
  entries,
  isOfMeeting,
}: {
  entries: readonly HistoryEntry[]
  isOfMeeting: boolean
}) {
  const [currentSeq, setCurrentSeq] = useState<number | null>(null)
  const found = entries.findIndex(({ seq }) => seq === currentSeq)
  const current = entries[Math.max(0, found)]?.seq
  const indexOf = new Map(entries.map(({ seq }, index) => [seq, index]))

  const focus = (seq: number | undefined) => {
    if (seq === undefined) return
    setCurrentSeq(seq)
    const element = document.getElementById(`entry-${String(seq)}`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('[data-entry]')
    if (row === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const at = indexOf.get(Number(row.getAttribute('data-entry'))) ?? 0
    const to = steppedIn(entries.length, at, event.key)
    const place = entries[at]?.place ?? null
    if (to !== null) focus(entries[to]?.seq)
    else if (event.key === 'Enter' && event.target === row && place !== null) goToPlace(place)
    else return
    event.preventDefault()
  }
  const jump = (seq: number) => focus(entries.find((each) => each.fromSeq <= seq && seq <= each.seq)?.seq)
  const isShown = (seq: number | null | undefined) =>
    seq !== null && seq !== undefined && entries.some((each) => each.fromSeq <= seq && seq <= each.seq)

  return (
    <div className="timeline" onKeyDown={onKeyDown}>
      {groupEntries(entries, { byPlace: isOfMeeting }).map(({ day, stretches }) => (
        <section key={stretches[0]?.entries[0]?.seq}>
          <h2>{dayWords(day)}</h2>
          {stretches.map(({ place, entries: together }) => (
            <div key={together[0]?.seq} className="stretch">
              {place === null ? null : <PlaceHeading place={place} />}
              <ol>
                {together.map((entry) => (
                  <Entry
                    key={entry.seq}
                    entry={entry}
                    isCurrent={entry.seq === current}
                    showsPlace={!isOfMeeting}
                    canJumpBack={isShown(entry.undoes)}
                    canJumpOn={isShown(entry.undoneBy?.seq)}
                    onJump={jump}
                    onFocus={setCurrentSeq}
                  />
                ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function PlaceHeading({ place }: { place: EntryPlace }) {
  return (
    <h3>
      <PlaceLink place={place}>
        {place.label} <span>{place.title}</span>
      </PlaceLink>
    </h3>
  )
}

interface EntryProps {
  entry: HistoryEntry
  isCurrent: boolean
  showsPlace: boolean
  canJumpBack: boolean
  canJumpOn: boolean
  onJump(seq: number): void
  onFocus(seq: number): void
}

/** Drawn again only where it has changed itself: thousands may stand above and below it. */
const Entry = memo(
  function Entry({ entry, isCurrent, showsPlace, canJumpBack, canJumpOn, onJump, onFocus }: EntryProps) {
    const { seq, at, actor, summary, isUndone, undoes, undoneBy, command, place, isFromHere } = entry
    const isRedo = command === 'history.redo'
    return (
      <li
        id={`entry-${String(seq)}`}
        data-entry={seq}
        className={isUndone ? 'undone' : ''}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => onFocus(seq)}
      >
        <time dateTime={at}>{timesOf(entry)}</time>
        <span className="what">
          {undoes === null ? null : isRedo ? (
            <Redo2 size={14} aria-hidden />
          ) : (
            <Undo2 size={14} aria-hidden />
          )}
          <span className="summary">{capital(summary)}</span>
          {isUndone ? <Badge>{command === 'history.undo' ? 'redone' : 'undone'}</Badge> : null}
          {undoes === null ? null : (
            <About
              words={isRedo ? 'brings back ' : 'takes back '}
              seq={undoes}
              canJump={canJumpBack}
              onJump={onJump}
            />
          )}
          {undoneBy === null ? null : (
            <About
              words={`at ${timeWords(undoneBy.at)} by `}
              seq={undoneBy.seq}
              canJump={canJumpOn}
              onJump={onJump}
            />
          )}
        </span>
        {showsPlace && place !== null ? (
          <PlaceLink place={place} tabIndex={-1}>
            {place.label}
          </PlaceLink>
        ) : (
          <span />
        )}
        <span className="actor">
          {actor}
          {isFromHere ? '' : ' · another laptop'}
        </span>
        <span className="number" title={`Entry ${String(seq)}`}>
          {seq}
        </span>
      </li>
    )
  },
  (before, after) =>
    before.isCurrent === after.isCurrent &&
    before.showsPlace === after.showsPlace &&
    before.canJumpBack === after.canJumpBack &&
    before.canJumpOn === after.canJumpOn &&
    (before.entry === after.entry || JSON.stringify(before.entry) === JSON.stringify(after.entry)),
)

function About({
  words,
  seq,
  canJump,
  onJump,
}: {
  words: string
  seq: number
  canJump: boolean
  onJump(seq: number): void
}) {
  const entry = `entry ${String(seq)}`
  return (
    <span className="about">
      {words}
      {canJump ? (
        <button type="button" tabIndex={-1} onClick={() => onJump(seq)}>
          {entry}
        </button>
      ) : (
        entry
      )}
    </span>
  )
}
