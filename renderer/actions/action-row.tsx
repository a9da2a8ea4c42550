import { ChevronRight } from 'lucide-react'
import type { Action } from '../../core/contract/actions.ts'
import { actionStatusWords } from '../../core/contract/words.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { dayWords } from '../ui/dates.ts'
import { countWords, joinWords } from '../ui/words.ts'

/** One action in the list. Only the row that keys act on is a stop for Tab, its links included. */
export function ActionRow({
  rowKey,
  action,
  detailsId,
  isCurrent,
  isUnfolded,
  showsBody,
  showsStatus,
  onChoose,
  onToggle,
}: {
  rowKey: string
  action: Action
  detailsId: string
  isCurrent: boolean
  isUnfolded: boolean
  showsBody: boolean
  showsStatus: boolean
  onChoose(): void
  onToggle(): void
}) {
  const tabIndex = isCurrent ? 0 : -1
  const { raisedAt, proposal } = action
  return (
    <tr
      className={classNames('action-row', isCurrent && 'current', isUnfolded && 'unfolded')}
      onClick={(event) => {
        // A link goes where it says, the button speaks for itself, and words can be marked to copy them.
        if ((event.target as HTMLElement).closest('a, button') !== null) return
        if (window.getSelection()?.isCollapsed === false) return
        event.currentTarget.querySelector('button')?.focus()
        onToggle()
      }}
    >
      <th scope="row">
        <button
          type="button"
          data-action-row={rowKey}
          className="unfold"
          tabIndex={tabIndex}
          aria-expanded={isUnfolded}
          {...(isUnfolded ? { 'aria-controls': detailsId } : {})}
          aria-label={`${action.reference}: ${action.text}`}
          onClick={onToggle}
          onFocus={onChoose}
        >
          <ChevronRight size={14} aria-hidden />
          {action.reference}
        </button>
      </th>
      <td className="what">
        <p>{action.text}</p>
        <p className="soft">
          {joinWords([
            showsBody ? action.body : '',
            action.updates.length === 0 ? '' : countWords(action.updates.length, 'update'),
          ])}
        </p>
      </td>
      <td>
        {action.owners.length === 0 ? <span className="soft">no owner</span> : null}
        {action.owners.map(({ name }) => (
          <p key={name}>{name}</p>
        ))}
      </td>
      <td>
        {action.dueOn === null && action.dueMeeting === '' ? <span className="soft">no due date</span> : null}
        {action.dueOn === null ? null : <p className="day">{dayWords(action.dueOn)}</p>}
        {action.dueMeeting === '' ? null : <p>by {action.dueMeeting}</p>}
        <p className="marks">
          {action.isOverdue ? <Badge tone="warn">Overdue</Badge> : null}
          {showsStatus ? <Badge>{actionStatusWords[action.status]}</Badge> : null}
        </p>
      </td>
      <td>
        <p className="raised">
          {raisedAt === null ? (
            <span>No meeting</span>
          ) : (
            <a
              href={addressOf({ screen: 'meeting', meetingId: raisedAt.meetingId, itemId: raisedAt.itemId })}
              tabIndex={tabIndex}
            >
              Meeting {raisedAt.meeting}
            </a>
          )}
          <span className="soft day">{dayWords(action.raisedOn)}</span>
        </p>
        {raisedAt?.item === null || raisedAt === null ? null : <p className="soft">{raisedAt.item}</p>}
      </td>
      <td>
        {proposal === null ? null : (
          <a href={addressOf({ screen: 'proposal', proposalId: proposal.id })} tabIndex={tabIndex}>
            {proposal.reference}
          </a>
        )}
      </td>
    </tr>
  )
}
