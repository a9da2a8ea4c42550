import { useState } from 'react'
import type { Action } from '../../../core/contract/actions.ts'
import type { Item } from '../../../core/contract/voting.ts'
import { actionStatusWords } from '../../../core/contract/words.ts'
import { isFinished } from '../../actions/action-words.ts'
import { CloseActionDialog } from '../../actions/close-action-dialog.tsx'
import { UpdateActionDialog } from '../../actions/update-action-dialog.tsx'
import { useView } from '../../state/follow-topics.ts'
import { useLive } from '../../state/live.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { dayWords } from '../../ui/dates.ts'
import { AddAction } from './add-action.tsx'

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
  const said = action.updates.filter((update) => update.meetingId === meetingId)
  return (
    <li className="action-line">
      <span className="reference">{action.reference}</span>
      <span>
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
      {isEditable && !isFinished(action) ? (
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
