import type { Reader } from '../../db/store-types.ts'
import type { Action } from '../contract/actions.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { ActionStatus } from '../contract/words.ts'
import { composeActionLine } from './compose-line.ts'

interface ActionRow {
  id: string
  body_id: string
  body_name: string
  meeting_id: string | null
  meeting_number: string | null
  agenda_item_id: string | null
  item_title: string | null
  proposal_id: string | null
  proposal_reference: string | null
  reference: string
  year: number
  text: string
  raised_on: string
  due_on: string | null
  due_meeting: string
  status: ActionStatus
  closed_on: string | null
  closed_meeting_id: string | null
}

const select = `SELECT action.*, body.name AS body_name, meeting.number AS meeting_number,
    agenda_item.title AS item_title, proposal.reference AS proposal_reference
  FROM action
  JOIN body ON body.id = action.body_id
  LEFT JOIN meeting ON meeting.id = action.meeting_id
  LEFT JOIN agenda_item ON agenda_item.id = action.agenda_item_id
  LEFT JOIN proposal ON proposal.id = action.proposal_id`

// What is due first comes first, and what has no date after what has one.
const order = `ORDER BY action.status IN ('closed', 'withdrawn'), action.due_on IS NULL, action.due_on,
  action.raised_on, action.reference, action.id`

/** One action. @throws PanelbookError `not-found` */
export function readAction(db: Reader, actionId: string, now: string): Action {
  const row = db.get<ActionRow>(`${select} WHERE action.id = ?`, actionId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such action in this book.')
  const [view] = viewsOf(db, [row], now)
  if (view === undefined) throw new PanelbookError('not-found', 'There is no such action in this book.')
  return view
}

/** The actions that were raised at an agenda item, in the order of their references. */
export function readItemActions(db: Reader, itemId: string, now: string): Action[] {
  const rows = db.all<ActionRow>(
    `${select} WHERE action.agenda_item_id = ? ORDER BY action.reference, action.id`,
    itemId,
  )
  return viewsOf(db, rows, now)
}

export interface ActionFilter {
  bodyId?: string | undefined
  /** Only those raised, updated or closed at this meeting. */
  meetingId?: string | undefined
  status?: 'all' | 'unfinished' | ActionStatus | undefined
  /** Initials or name; capitals do not matter. */
  owner?: string | undefined
}

/** The actions that a list asks for: open ones first, by due date. Three queries, however many there are. */
export function readActions(db: Reader, filter: ActionFilter, now: string): Action[] {
  const { bodyId = null, meetingId = null, status = 'all' } = filter
  const owner = (filter.owner ?? '').trim().toLocaleLowerCase('en-GB')
  const rows = db.all<ActionRow>(
    `${select}
     WHERE (:body IS NULL OR action.body_id = :body)
       AND (:meeting IS NULL OR action.meeting_id = :meeting OR action.closed_meeting_id = :meeting
         OR EXISTS (SELECT 1 FROM action_update AS made WHERE made.action_id = action.id
           AND made.meeting_id = :meeting))
       AND (:status = 'all' OR action.status = :status
         OR (:status = 'unfinished' AND action.status NOT IN ('closed', 'withdrawn')))
     ${order}`,
    { body: bodyId, meeting: meetingId, status },
  )
  const views = viewsOf(db, rows, now)
  if (owner === '') return views
  const people = peopleCalled(db, owner)
  return views.filter(({ owners }) =>
    owners.some(
      ({ personId, name }) =>
        (personId !== null && people.has(personId)) || name.toLocaleLowerCase('en-GB').includes(owner),
    ),
  )
}

function peopleCalled(db: Reader, owner: string): Set<string> {
  return new Set(
    db
      .all<{ id: string; initials: string }>('SELECT id, initials FROM person')
      .filter(({ initials }) => initials.toLocaleLowerCase('en-GB') === owner)
      .map(({ id }) => id),
  )
}

function viewsOf(db: Reader, rows: readonly ActionRow[], now: string): Action[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const owners = Map.groupBy(
    db.all<{ action_id: string; person_id: string | null; name: string; initials: string | null }>(
      `SELECT action_owner.action_id, action_owner.person_id, action_owner.name,
         COALESCE(attendance.initials, person.initials) AS initials
       FROM json_each(?) AS wanted
       JOIN action_owner ON action_owner.action_id = wanted.value
       JOIN action ON action.id = action_owner.action_id
       LEFT JOIN person ON person.id = action_owner.person_id
       LEFT JOIN attendance ON attendance.person_id = person.id AND attendance.meeting_id = action.meeting_id
       ORDER BY action_owner.position, action_owner.id`,
      ids,
    ),
    (owner) => owner.action_id,
  )
  const updates = Map.groupBy(
    db.all<{
      action_id: string
      made_on: string
      meeting_id: string | null
      number: string | null
      text: string
      status_after: ActionStatus
    }>(
      `SELECT made.action_id, made.made_on, made.meeting_id, meeting.number, made.text, made.status_after
       FROM json_each(?) AS wanted JOIN action_update AS made ON made.action_id = wanted.value
       LEFT JOIN meeting ON meeting.id = made.meeting_id
       ORDER BY made.made_on, made.made_at, made.id`,
      ids,
    ),
    (update) => update.action_id,
  )
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    body: row.body_name,
    reference: row.reference,
    year: row.year,
    text: row.text,
    line: composeActionLine({
      text: row.text,
      owners: owners.get(row.id) ?? [],
      dueOn: row.due_on,
      dueMeeting: row.due_meeting,
      proposal: row.proposal_reference,
    }),
    owners: (owners.get(row.id) ?? []).map(({ person_id, name }) => ({ personId: person_id, name })),
    raisedOn: row.raised_on,
    raisedAt:
      row.meeting_id === null
        ? null
        : {
            meetingId: row.meeting_id,
            meeting: row.meeting_number ?? '',
            itemId: row.agenda_item_id,
            item: row.item_title,
          },
    proposal:
      row.proposal_id === null ? null : { id: row.proposal_id, reference: row.proposal_reference ?? '' },
    dueOn: row.due_on,
    dueMeeting: row.due_meeting,
    isOverdue: isOverdue(row, now),
    status: row.status,
    closedOn: row.closed_on,
    closedMeetingId: row.closed_meeting_id,
    updates: (updates.get(row.id) ?? []).map((update) => ({
      madeOn: update.made_on,
      meeting: update.number,
      meetingId: update.meeting_id,
      text: update.text,
      statusAfter: update.status_after,
    })),
  }))
}

/** Due today is not overdue yet. The day is the one on the wall: `now` carries the local offset. */
function isOverdue(row: Pick<ActionRow, 'status' | 'due_on'>, now: string): boolean {
  const isFinished = row.status === 'closed' || row.status === 'withdrawn'
  return !isFinished && row.due_on !== null && row.due_on < now.slice(0, 10)
}
