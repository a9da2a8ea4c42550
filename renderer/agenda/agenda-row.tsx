import type { MouseEvent } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { outcomeWords } from '../../core/contract/words.ts'
import { taken } from '../meetings/live/agenda-clock.ts'
import { useNow } from '../meetings/live/use-now.ts'
import { classNames } from '../ui/class-names.ts'
import { durationWords } from '../ui/dates.ts'
import { joinWords } from '../ui/words.ts'
import { subjectOf, shortLabel } from './item-words.ts'
import { outcomeMarks } from './outcome-choice.tsx'
import type { DropMark } from './use-drag.ts'

export interface RowState {
  isShown: boolean
  /** Whether what is done next is done with it. */
  isSelected: boolean
  /** Whether it is so as one of several. */
  isAmong: boolean
  /** Whether it is before the meeting. */
  isCurrent: boolean
  isDragged: boolean
  /** Where on it what is dragged would be let go. */
  drop: DropMark | null
  /** Why its vote would be inquorate; empty where it would not. */
  warning: string
}

/** One item of the agenda: what became of it, its number, what it is about, and its time. */
export function AgendaRow({
  line,
  section,
  place,
  state: { isShown, isSelected, isAmong, isCurrent, isDragged, drop, warning },
  onClick,
  onDoubleClick,
}: {
  line: AgendaLine
  /** The one that it stands under. */
  section: AgendaLine | undefined
  /** Which of how many at its level it is. */
  place: { at: number; of: number }
  state: RowState
  onClick(event: MouseEvent): void
  onDoubleClick(): void
}) {
  return (
    <li
      role="treeitem"
      aria-level={line.parentId === null ? 1 : 2}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-selected={isSelected}
      aria-current={isCurrent ? 'step' : undefined}
      data-item={line.id}
      {...(isShown ? { 'data-takes-focus': 'agenda' } : {})}
      className={classNames(
        'agenda-row',
        line.parentId !== null && 'under',
        isShown && 'shown',
        isAmong && 'among',
        isCurrent && 'current',
        line.outcome !== null && 'over',
        isDragged && 'dragged',
        drop !== null && `drop-${drop.edge}`,
        drop?.isIndented === true && 'drop-under',
      )}
      tabIndex={isShown ? 0 : -1}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <span className="mark" title={line.outcome === null ? undefined : becameWords(line)}>
        {line.outcome === null ? (isCurrent ? '▸' : '') : outcomeMarks[line.outcome]}
        {line.outcome === null ? null : <span className="hidden">{becameWords(line)}</span>}
      </span>
      <span className="label">{shortLabel(line, section)}</span>
      <span className="title" title={line.proposal?.title ?? line.title}>
        {subjectOf(line)}
      </span>
      <span className="flags">
        {warning === '' ? null : <abbr title={warning}>Q</abbr>}
        {line.isLate ? <abbr title="Late">L</abbr> : null}
        {line.counts.openVotes > 0 ? <abbr title="A vote is open">!</abbr> : null}
      </span>
      <span className="time">{isCurrent ? <Running line={line} /> : planned(line)}</span>
    </li>
  )
}

function Running({ line }: { line: AgendaLine }) {
  const now = useNow(1000)
  const seconds = taken(line, now)
  const isOver = line.plannedMinutes > 0 && seconds > line.plannedMinutes * 60
  return <span className={isOver ? 'late' : ''}>{durationWords(seconds)}</span>
}

/** "Deferred, goes to meeting 200, Thu 19 Jan 2017". */
function becameWords({ outcome, goesTo }: AgendaLine): string {
  return joinWords([outcome === null ? '' : outcomeWords[outcome], goesTo?.sentence ?? ''], ', ')
}

function planned(line: AgendaLine): string {
  if (line.secondsTaken > 0) return `${Math.max(1, Math.round(line.secondsTaken / 60))}m`
  return line.plannedMinutes > 0 ? `${line.plannedMinutes}m` : ''
}
