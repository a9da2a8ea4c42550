import { Redo2, Undo2 } from 'lucide-react'
import type { HistoryEntry } from '../../core/contract/history.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords, timeWords } from '../ui/dates.ts'
import { capital } from '../ui/words.ts'

/** The entries under the days on which they were made, newest first. */
export function Timeline({ entries }: { entries: readonly HistoryEntry[] }) {
  const shown = new Set(entries.map(({ seq }) => seq))
  return (
    <div className="timeline">
      {daysOf(entries).map(({ day, ofDay }) => (
        // A day can come twice, where a laptop's clock was put back.
        <div key={ofDay[0]?.seq}>
          <h2>{dayWords(day)}</h2>
          <ol>
            {ofDay.map((entry) => (
              <Entry key={entry.seq} entry={entry} canJump={shown.has(entry.undoes ?? 0)} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

function Entry({ entry, canJump }: { entry: HistoryEntry; canJump: boolean }) {
  const { seq, at, actor, summary, isUndone, undoes, command } = entry
  const isRedo = command === 'history.redo'
  const jumpWords = `entry ${undoes}`
  return (
    <li id={`entry-${seq}`} className={isUndone ? 'undone' : ''} tabIndex={-1}>
      <time dateTime={at}>{timeWords(at)}</time>
      <span className="what">
        {undoes === null ? null : isRedo ? <Redo2 size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />}
        <span className="summary">{capital(summary)}</span>
        {isUndone ? <Badge>{command === 'history.undo' ? 'redone' : 'undone'}</Badge> : null}
        {undoes === null ? null : (
          <span className="about">
            {isRedo ? 'brings back ' : 'takes back '}
            {canJump ? (
              <button type="button" onClick={() => jumpTo(undoes)}>
                {jumpWords}
              </button>
            ) : (
              jumpWords
            )}
          </span>
        )}
      </span>
      <span className="actor">{actor}</span>
      <span className="number" title={`Entry ${seq}`}>
        {seq}
      </span>
    </li>
  )
}

function jumpTo(seq: number): void {
  const element = document.getElementById(`entry-${seq}`)
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}

function daysOf(entries: readonly HistoryEntry[]): { day: string; ofDay: HistoryEntry[] }[] {
  const days: { day: string; ofDay: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = entry.at.slice(0, 10)
    const last = days.at(-1)
    if (last?.day === day) last.ofDay.push(entry)
    else days.push({ day, ofDay: [entry] })
  }
  return days
}
