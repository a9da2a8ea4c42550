import { useState } from 'react'
import type { Action } from '../../../core/contract/actions.ts'
import type { Refusal } from '../../../core/contract/errors.ts'
import type { Item } from '../../../core/contract/voting.ts'
import { actionStatusWords } from '../../../core/contract/words.ts'
import { CloseActionDialog } from '../../actions/close-action-dialog.tsx'
import { UpdateActionDialog } from '../../actions/update-action-dialog.tsx'
import { useView } from '../../state/follow-topics.ts'
import { act, useLive } from '../../state/live.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { dayWords } from '../../ui/dates.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** The actions raised on the item and a line to add one; under the minutes and actions, those still open as well. */
export function ItemActions({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const reviews = item.line.kind === 'actions' || item.line.kind === 'minutes'
  if (!isEditable && item.actions.length === 0 && !reviews) return null
  return (
    <section className="item-actions" aria-label="Actions">
      <h3>Actions</h3>
      {item.actions.length === 0 ? null : (
        <ul>
          {item.actions.map((action) => (
            <ActionLine key={action.id} action={action} meetingId={item.meetingId} isEditable={isEditable} />
          ))}
        </ul>
      )}
      {isEditable ? <AddAction itemId={item.line.id} /> : null}
      {reviews ? <OpenActions item={item} isEditable={isEditable} /> : null}
    </section>
  )
}

/** What earlier meetings left open, and what became of it at this one. */
function OpenActions({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const bodyId = useLive((store) => store.meeting?.body.id)
  const { value } = useView('action.list', bodyId === undefined ? {} : { bodyId }, ['actions', 'people'])
  const here = new Set(item.actions.map(({ id }) => id))
  const carried = (value?.actions ?? []).filter(
    ({ id, raisedAt, status, closedMeetingId }) =>
      !here.has(id) &&
      raisedAt?.meetingId !== item.meetingId &&
      (closedMeetingId === item.meetingId || status === 'open' || status === 'carried-forward'),
  )
  if (carried.length === 0) return <p className="quiet">No action is open from earlier meetings.</p>
  return (
    <>
      <h4>From earlier meetings</h4>
      <ul>
        {carried.map((action) => (
          <ActionLine key={action.id} action={action} meetingId={item.meetingId} isEditable={isEditable} />
        ))}
      </ul>
    </>
  )
}

function ActionLine({
  action,
  meetingId,
  isEditable,
}: {
  action: Action
  meetingId: string
  isEditable: boolean
}) {
  const [shows, setShows] = useState<'update' | 'close' | null>(null)
  const attendees = useLive((store) => store.meeting?.room.attendees)
  const owners = action.owners.map(
    ({ personId, name }) => attendees?.find((attendee) => attendee.personId === personId)?.initials ?? name,
  )
  const isOver = action.status === 'closed' || action.status === 'withdrawn'
  const said = action.updates.filter((update) => update.meetingId === meetingId)
  return (
    <li className="action-line">
      <span className="reference">{action.reference}</span>
      <span className="text">
        {action.text}
        {said.map((update) => (
          <span key={update.text} className="quiet update">
            {update.text}
          </span>
        ))}
      </span>
      <span className="owners">{owners.join(', ') || 'no owner'}</span>
      <span className="due">
        {action.dueOn === null ? action.dueMeeting : dayWords(action.dueOn)}
        {action.isOverdue ? <Badge tone="warn">overdue</Badge> : null}
        {action.status === 'open' ? null : <Badge>{actionStatusWords[action.status]}</Badge>}
      </span>
      {isEditable && !isOver ? (
        <span className="acts">
          <Button variant="quiet" onClick={() => setShows('update')}>
            Update…
          </Button>
          <Button variant="quiet" onClick={() => setShows('close')}>
            Close…
          </Button>
        </span>
      ) : null}
      {shows === 'update' ? (
        <UpdateActionDialog action={action} meetingId={meetingId} onClose={() => setShows(null)} />
      ) : null}
      {shows === 'close' ? (
        <CloseActionDialog action={action} meetingId={meetingId} onClose={() => setShows(null)} />
      ) : null}
    </li>
  )
}

/** One line: what, who, by when. Enter adds it and stays for the next. */
function AddAction({ itemId }: { itemId: string }) {
  const [text, setText] = useState('')
  const [owners, setOwners] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [error, setError] = useState<Refusal | null>(null)
  const add = async () => {
    const answer = await act(
      'action.add',
      {
        itemId,
        text,
        owners: owners
          .split(/[,;]/)
          .map((owner) => owner.trim())
          .filter((owner) => owner !== ''),
        dueOn: dueOn === '' ? null : dueOn,
      },
      { isQuiet: true },
    )
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    setText('')
    setOwners('')
    setDueOn('')
    setError(null)
    document.querySelector<HTMLElement>('[data-takes-focus="action"]')?.focus()
  }
  return (
    <>
      <form
        className="add-action"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <input
          className="input"
          aria-label="Action: what is to be done"
          placeholder="New action: what is to be done"
          data-takes-focus="action"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <input
          className="input owners"
          aria-label="Owners, initials with commas"
          placeholder="Owners"
          value={owners}
          onChange={(event) => setOwners(event.target.value)}
        />
        <input
          className="input due"
          type="date"
          aria-label="Due date"
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
        <Button type="submit" shortcut="⏎">
          Add
        </Button>
      </form>
      {error === null ? null : <ErrorNotice error={error} />}
    </>
  )
}
