import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Plus } from 'lucide-react'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import { outcomeWords } from '../../core/contract/words.ts'
import { taken } from '../meetings/live/meeting-header.tsx'
import { useNow } from '../meetings/live/use-now.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act, makeCurrent, selectItem, useLive } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { durationWords } from '../ui/dates.ts'
import { AddItemDialog } from './add-item-dialog.tsx'
import { subjectOf } from './item-words.ts'
import { outcomeMarks } from './outcome-menu.tsx'

/** The agenda down the left side. Arrow keys look at items; Enter brings one before the meeting. */
export function AgendaList({ meeting, isEditable }: { meeting: Meeting; isEditable: boolean }) {
  const shownId = useLive((store) => store.itemId)
  const [adds, setAdds] = useState<'item' | 'late' | null>(null)
  const shown = meeting.agenda.find(({ id }) => id === shownId)
  const isOpen = meeting.state === 'open' && isEditable

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'agenda.up',
        title: 'Move the item up',
        key: 'Alt+Shift+ArrowUp',
        group: 'Agenda',
        inText: true,
        isEnabled: isEditable && shown !== undefined,
        run: () => void move(meeting, shown, -1),
      },
      {
        id: 'agenda.down',
        title: 'Move the item down',
        key: 'Alt+Shift+ArrowDown',
        group: 'Agenda',
        inText: true,
        isEnabled: isEditable && shown !== undefined,
        run: () => void move(meeting, shown, 1),
      },
      {
        id: 'agenda.add',
        title: 'Add an item',
        key: 'i',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => setAdds('item'),
      },
      {
        id: 'agenda.late',
        title: 'Add a late item',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => setAdds('late'),
      },
    ],
    [meeting, shown, isEditable],
  )
  useCommands('agenda', commands)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey) return
    const next = meeting.agenda[meeting.agenda.findIndex(({ id }) => id === shownId) + step]
    if (next === undefined) return
    event.preventDefault()
    void selectItem(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-item="${next.id}"]`)?.focus()
  }
  return (
    <nav className="agenda" aria-label="Agenda">
      <ul onKeyDown={onKeyDown}>
        {meeting.agenda.map((line) => (
          <li key={line.id}>
            <AgendaRow
              line={line}
              isShown={line.id === shownId}
              isCurrent={line.id === meeting.currentItemId && meeting.state === 'open'}
              warning={warningOf(meeting, line)}
              onOpen={() => {
                void selectItem(line.id)
              }}
              onBring={() => {
                if (isOpen) void selectItem(line.id).then(() => makeCurrent(line.id))
              }}
            />
          </li>
        ))}
      </ul>
      {isEditable ? (
        <div className="agenda-acts">
          <Button
            variant="quiet"
            icon={<Plus size={14} aria-hidden />}
            shortcut="I"
            onClick={() => setAdds('item')}
          >
            Item
          </Button>
          <Button variant="quiet" onClick={() => setAdds('late')}>
            + late
          </Button>
        </div>
      ) : null}
      {adds === null ? null : (
        <AddItemDialog
          meeting={meeting}
          near={shown}
          isLate={adds === 'late'}
          onClose={() => setAdds(null)}
        />
      )}
    </nav>
  )
}

function AgendaRow({
  line,
  isShown,
  isCurrent,
  warning,
  onOpen,
  onBring,
}: {
  line: AgendaLine
  isShown: boolean
  isCurrent: boolean
  /** Why its vote would be inquorate; empty where it would not. */
  warning: string
  onOpen(): void
  onBring(): void
}) {
  return (
    <button
      type="button"
      data-item={line.id}
      {...(isShown ? { 'data-takes-focus': 'agenda' } : {})}
      className={classNames(
        'agenda-row',
        line.parentId !== null && 'under',
        isShown && 'shown',
        isCurrent && 'current',
        line.outcome !== null && 'over',
      )}
      tabIndex={isShown ? 0 : -1}
      aria-current={isCurrent ? 'step' : isShown ? 'true' : undefined}
      onClick={onOpen}
      onDoubleClick={onBring}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          onBring()
          onOpen()
        }
      }}
    >
      <span className="mark" title={line.outcome === null ? undefined : outcomeWords[line.outcome]}>
        {line.outcome === null ? (isCurrent ? '▸' : '') : outcomeMarks[line.outcome]}
        {line.outcome === null ? null : <span className="hidden">{outcomeWords[line.outcome]}</span>}
      </span>
      <span className="label">{shortLabel(line)}</span>
      <span className="title" title={line.proposal?.title ?? line.title}>
        {subjectOf(line)}
      </span>
      <span className="flags">
        {warning === '' ? null : <abbr title={warning}>Q</abbr>}
        {line.isLate ? <abbr title="Late">L</abbr> : null}
        {line.counts.openVotes > 0 ? <abbr title="A vote is open">!</abbr> : null}
      </span>
      <span className="time">{isCurrent ? <Running line={line} /> : planned(line)}</span>
    </button>
  )
}

function Running({ line }: { line: AgendaLine }) {
  const now = useNow(1000)
  const seconds = taken(line, now)
  const isOver = line.plannedMinutes > 0 && seconds > line.plannedMinutes * 60
  return <span className={isOver ? 'late' : ''}>{durationWords(seconds)}</span>
}

function planned(line: AgendaLine): string {
  if (line.secondsTaken > 0) return `${Math.max(1, Math.round(line.secondsTaken / 60))}m`
  return line.plannedMinutes > 0 ? `${line.plannedMinutes}m` : ''
}

/** The section alone: the meeting's number stands above the list. */
function shortLabel(line: AgendaLine): string {
  return line.parentId === null ? line.label.replace(/^.*\./, '') : line.label
}

async function move(meeting: Meeting, line: AgendaLine | undefined, step: 1 | -1): Promise<void> {
  if (line === undefined) return
  const siblings = meeting.agenda.filter(({ parentId }) => parentId === line.parentId)
  const at = siblings.findIndex(({ id }) => id === line.id)
  if (at + step < 0 || at + step >= siblings.length) return
  const before = siblings[step === 1 ? at + 2 : at - 1]
  await act('agenda.move', { itemId: line.id, parentId: line.parentId, beforeId: before?.id ?? null })
}

function warningOf({ room }: Meeting, line: AgendaLine): string {
  return room.warnings.find(({ itemIds }) => itemIds.includes(line.id))?.sentence ?? ''
}
