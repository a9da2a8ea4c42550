import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Action } from '../../../core/contract/actions.ts'
import type { Item } from '../../../core/contract/voting.ts'
import { ActionLineInput } from '../../actions/action-line-input.tsx'
import { useView } from '../../state/follow-topics.ts'
import { act, useLive } from '../../state/live.ts'
import { ActionLine, type ActionAct } from './action-line.tsx'

/** The actions raised on the item and a line to add one; under the minutes and actions, those still open as well. */
export function ItemActions({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const reviews = item.line.kind === 'actions' || item.line.kind === 'minutes'
  const itemId = item.line.id
  if (!isEditable && item.actions.length === 0 && !reviews) return null
  return (
    <section className="item-actions" aria-label="Actions">
      <h3>Actions</h3>
      {item.actions.length === 0 ? null : (
        <ActionLines label="Raised here" actions={item.actions} item={item} isEditable={isEditable} />
      )}
      {isEditable ? (
        <ActionLineInput
          key={itemId}
          itemId={itemId}
          label="New action, in one line"
          submitLabel="Add the action"
          focusName="action"
          save={(line) => act('action.add-line', { itemId, line }, { isQuiet: true })}
        />
      ) : null}
      {reviews ? <OpenActions item={item} isEditable={isEditable} /> : null}
    </section>
  )
}

/** What earlier meetings left open, and what became of it at this one. */
function OpenActions({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const bodyId = useLive((store) => store.meeting?.body.id)
  const { value } = useView('action.list', bodyId === undefined ? {} : { bodyId }, ['actions', 'people'])
  const here = useMemo(() => new Set(item.actions.map(({ id }) => id)), [item.actions])
  const carried = (value?.actions ?? []).filter(
    ({ id, raisedAt, status, closedMeetingId }) =>
      !here.has(id) &&
      raisedAt?.meetingId !== item.meetingId &&
      (closedMeetingId === item.meetingId || status === 'open' || status === 'carried-forward'),
  )
  if (carried.length === 0) return <p className="quiet">No action is open from earlier meetings.</p>
  const left = carried.filter(
    ({ updates, status }) =>
      (status === 'open' || status === 'carried-forward') &&
      updates.every(({ meetingId }) => meetingId !== item.meetingId),
  )
  return (
    <>
      <h4>
        From earlier meetings{' '}
        <span className="quiet">
          {left.length === 0
            ? 'all reviewed'
            : `${String(left.length)} of ${String(carried.length)} still to review`}
        </span>
      </h4>
      <ActionLines label="From earlier meetings" actions={carried} item={item} isEditable={isEditable} />
    </>
  )
}

const keys: Record<string, ActionAct> = {
  c: 'complete',
  f: 'carry-forward',
  u: 'update',
  x: 'close',
  Enter: 'edit',
  F2: 'edit',
}

/** Arrow keys go through the actions; a key says what became of one and goes on to the next. */
function ActionLines({
  label,
  actions,
  item,
  isEditable,
}: {
  label: string
  actions: readonly Action[]
  item: Item
  isEditable: boolean
}) {
  const list = useRef<HTMLUListElement>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ id: string; act: ActionAct } | null>(null)
  const at = Math.max(
    0,
    actions.findIndex(({ id }) => id === currentId),
  )
  const focus = (index: number) => {
    const next = actions[index]
    if (next === undefined) return
    setCurrentId(next.id)
    list.current?.querySelectorAll<HTMLElement>('[data-action]')[index]?.focus()
  }
  const take = (action: Action, wanted: ActionAct) => {
    const here = { actionId: action.id, meetingId: item.meetingId }
    if (wanted === 'complete') void act('action.close', { ...here, update: 'Complete.' })
    else if (wanted === 'carry-forward')
      void act('action.update', { ...here, text: 'Carried forward.', status: 'carried-forward' })
    else {
      setAsked({ id: action.id, act: wanted })
      return
    }
    focus(at + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).hasAttribute('data-action')) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const wanted = keys[event.key]
    const action = actions[at]
    if (step !== 0) focus(at + step)
    else if (isEditable && wanted !== undefined && action !== undefined) take(action, wanted)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ul ref={list} aria-label={label} onKeyDown={onKeyDown}>
      {actions.map((action, index) => (
        <ActionLine
          key={action.id}
          action={action}
          item={item}
          isEditable={isEditable}
          isFocusTarget={index === at}
          asked={asked?.id === action.id ? asked.act : null}
          onFocus={() => setCurrentId(action.id)}
          onAct={(wanted) => take(action, wanted)}
          onDone={() => {
            setAsked(null)
            focus(index)
          }}
        />
      ))}
    </ul>
  )
}
