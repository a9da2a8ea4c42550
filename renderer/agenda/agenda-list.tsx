import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import { keyOf } from '../state/keys.ts'
import { makeCurrent, selectItem, useLive } from '../state/live.ts'
import { moveItems, removeItems } from './agenda-acts.ts'
import { AgendaFoot } from './agenda-foot.tsx'
import { AgendaRow } from './agenda-row.tsx'
import { EmptyAgenda } from './empty-agenda.tsx'
import {
  everything,
  heldSelection,
  lookedOn,
  noSelection,
  rangeTo,
  targetsOf,
  toggled,
  type Selection,
} from './selection.ts'
import { useAgendaCommands, type AgendaDialog } from './use-agenda-commands.ts'
import { AgendaDialogs } from './agenda-dialogs.tsx'
import { useDrag } from './use-drag.ts'
import './agenda.css'

/**
 * The agenda down the left side. Arrow keys look at items, Enter brings one before the meeting; Shift, Ctrl and the
 * space bar select several, and what is done then is done with all of them.
 */
export function AgendaList({ meeting, isEditable }: { meeting: Meeting; isEditable: boolean }) {
  const shownId = useLive((store) => store.itemId)
  const [dialog, setDialog] = useState<AgendaDialog | null>(null)
  const [made, setMade] = useState<Selection>(noSelection)
  const list = useRef<HTMLUListElement>(null)
  const { agenda, currentItemId, state } = meeting
  const order = useMemo(() => agenda.map(({ id }) => id), [agenda])
  const selection = useMemo(() => heldSelection(made, order, shownId), [made, order, shownId])
  const targets = useMemo(() => targetsOf(selection, order, shownId), [selection, order, shownId])
  const isOpen = state === 'open' && isEditable

  // Whatever leads to an item, its row is in sight; and the focus stays on the row that is looked at.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-takes-focus]')
    row?.scrollIntoView({ block: 'nearest' })
    if (list.current?.contains(document.activeElement) === true) row?.focus()
  }, [shownId])

  useAgendaCommands({ meeting, targets, isEditable, ask: setDialog })
  const { drag, onPointerDown } = useDrag({
    agenda,
    isEnabled: isEditable,
    idsFor: (id) => (selection.ids.has(id) ? targets : [id]),
    onDrop: (ids, place) => void moveItems(ids, place),
  })

  const look = (id: string | undefined, next: (id: string) => Selection) => {
    if (id === undefined) return
    setMade(next(id))
    void selectItem(id)
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus()
  }
  const bring = (id: string) => {
    if (isOpen) void selectItem(id).then(() => makeCurrent(id))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = keyOf(event.nativeEvent)
    const handled = keyActs({
      key,
      order,
      shownId,
      selection,
      isEditable,
      targets,
      look,
      select: setMade,
      bring,
    })
    if (handled === undefined) return
    event.preventDefault()
    handled()
  }
  const onClick = (event: MouseEvent, id: string) => {
    if (event.shiftKey) look(id, (to) => rangeTo(selection, order, shownId, to))
    else if (event.ctrlKey || event.metaKey) look(id, (to) => toggled(selection, shownId, to))
    else look(id, () => noSelection)
  }
  return (
    <nav className="agenda" aria-label="Agenda">
      {agenda.length === 0 ? (
        <EmptyAgenda meetingId={meeting.id} isEditable={isEditable} ask={setDialog} />
      ) : (
        <ul
          ref={list}
          role="tree"
          aria-label="Items"
          aria-multiselectable
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
        >
          {agenda.map((line) => (
            <AgendaRow
              key={line.id}
              line={line}
              section={agenda.find(({ id }) => id === line.parentId)}
              place={placeAmong(agenda, line)}
              state={{
                isShown: line.id === shownId,
                isSelected: targets.includes(line.id),
                isAmong: selection.ids.has(line.id),
                isCurrent: line.id === currentItemId && state === 'open',
                isDragged: drag?.ids.includes(line.id) ?? false,
                drop: drag?.mark?.overId === line.id ? drag.mark : null,
                warning: warningOf(meeting, line),
              }}
              onClick={(event) => onClick(event, line.id)}
              onDoubleClick={() => bring(line.id)}
            />
          ))}
        </ul>
      )}
      {isEditable && agenda.length > 0 ? (
        <AgendaFoot
          meeting={meeting}
          targets={selection.ids.size > 0 ? targets : []}
          ask={setDialog}
          onClear={() => {
            setMade(noSelection)
            list.current?.querySelector<HTMLElement>('[data-takes-focus]')?.focus()
          }}
        />
      ) : null}
      <AgendaDialogs meeting={meeting} dialog={dialog} shownId={shownId} onClose={() => setDialog(null)} />
    </nav>
  )
}

/** What a key does on the agenda; undefined for a key that is none of the list's. */
function keyActs({
  key,
  order,
  shownId,
  selection,
  isEditable,
  targets,
  look,
  select,
  bring,
}: {
  key: string
  order: readonly string[]
  shownId: string | null
  selection: Selection
  isEditable: boolean
  targets: readonly string[]
  look(id: string | undefined, next: (id: string) => Selection): void
  select(selection: Selection): void
  bring(id: string): void
}): (() => void) | undefined {
  const at = shownId === null ? -1 : order.indexOf(shownId)
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }
  const [plain = key, modifier] = key.split('+').toReversed()
  const to = steps[plain]
  if (to !== undefined && modifier === undefined) return () => look(order[to], () => noSelection)
  if (to !== undefined && key === `Shift+${plain}`)
    return () => look(order[to], (id) => rangeTo(selection, order, shownId, id))
  if (to !== undefined && key === `Mod+${plain}`)
    return () => look(order[to], (id) => lookedOn(selection, shownId, id))
  if (key === 'Mod+a') return () => select(everything(order, shownId))
  if ((key === ' ' || key === 'Mod+ ') && shownId !== null)
    return () => select(toggled(selection, shownId, shownId))
  if (key === 'Enter' && shownId !== null) return () => bring(shownId)
  if (key === 'Escape' && selection.ids.size > 0) return () => select(noSelection)
  if (key === 'Delete' && isEditable) return () => void removeItems(targets)
  return undefined
}

function placeAmong(agenda: readonly AgendaLine[], line: AgendaLine): { at: number; of: number } {
  const siblings = agenda.filter(({ parentId }) => parentId === line.parentId)
  return { at: siblings.indexOf(line) + 1, of: siblings.length }
}

function warningOf({ room }: Meeting, line: AgendaLine): string {
  return room.warnings.find(({ itemIds }) => itemIds.includes(line.id))?.sentence ?? ''
}
