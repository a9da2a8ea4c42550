import type { Action } from '../../../core/contract/actions.ts'
import type { Item } from '../../../core/contract/voting.ts'
import { actionStatusWords } from '../../../core/contract/words.ts'
import { ActionLineInput } from '../../actions/action-line-input.tsx'
import { isFinished } from '../../actions/action-words.ts'
import { CloseActionDialog } from '../../actions/close-action-dialog.tsx'
import { UpdateActionDialog } from '../../actions/update-action-dialog.tsx'
import { act, useLive } from '../../state/live.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { dayWords } from '../../ui/dates.ts'

/** What can be said of an action at the meeting. Complete and carried forward are one key each. */
export type ActionAct = 'complete' | 'carry-forward' | 'update' | 'close' | 'edit'

/** One action: what, who, by when, what was said of it here; it is changed in its place. */
export function ActionLine({
  action,
  item,
  isEditable,
  isFocusTarget,
  asked,
  onFocus,
  onAct,
  onDone,
}: {
  action: Action
  item: Item
  isEditable: boolean
  isFocusTarget: boolean
  /** What is being asked for it now. */
  asked: ActionAct | null
  onFocus(): void
  onAct(wanted: ActionAct): void
  onDone(): void
}) {
  const attendees = useLive((store) => store.meeting?.room.attendees)
  const { meetingId } = item
  const owners = action.owners.map(
    ({ personId, name }) => attendees?.find((attendee) => attendee.personId === personId)?.initials ?? name,
  )
  const said = action.updates.filter((update) => update.meetingId === meetingId)
  if (asked === 'edit') {
    return (
      <li className="action-edit">
        <ActionLineInput
          itemId={item.line.id}
          label={`Action ${action.reference}, in one line`}
          initial={action.line}
          submitLabel="Save"
          takesFocus
          save={async (line) => {
            const answer = await act('action.change-line', { actionId: action.id, line }, { isQuiet: true })
            if (answer.ok) onDone()
            return answer
          }}
          onCancel={onDone}
        />
      </li>
    )
  }
  return (
    <li
      className="action-line"
      data-action={action.id}
      tabIndex={isFocusTarget ? 0 : -1}
      onFocus={onFocus}
      onDoubleClick={() => {
        if (isEditable && !isFinished(action)) onAct('edit')
      }}
    >
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
      {isEditable && isFocusTarget && !isFinished(action) ? <Acts onAct={onAct} /> : null}
      {asked === 'update' ? (
        <UpdateActionDialog action={action} meetingId={meetingId} onClose={onDone} />
      ) : null}
      {asked === 'close' ? (
        <CloseActionDialog action={action} meetingId={meetingId} onClose={onDone} />
      ) : null}
    </li>
  )
}

const acts: { act: ActionAct; label: string; key: string }[] = [
  { act: 'complete', label: 'Complete', key: 'C' },
  { act: 'carry-forward', label: 'Carry forward', key: 'F' },
  { act: 'update', label: 'Update…', key: 'U' },
  { act: 'close', label: 'Close…', key: 'X' },
  { act: 'edit', label: 'Change', key: '⏎' },
]

/** Keys do the same on the line; the buttons are for the pointer and for whoever does not know the keys yet. */
function Acts({ onAct }: { onAct(wanted: ActionAct): void }) {
  return (
    <span className="acts">
      {acts.map(({ act: wanted, label, key }) => (
        <Button key={wanted} variant="quiet" shortcut={key} onClick={() => onAct(wanted)}>
          {label}
        </Button>
      ))}
    </span>
  )
}
