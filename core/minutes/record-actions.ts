import type { Reader } from '../../db/store-types.ts'
import { readActions } from '../actions/action-view.ts'
import type { Action } from '../contract/actions.ts'
import type { Meeting } from '../contract/meetings.ts'
import type { MeetingRecord, RecordAction } from './record-types.ts'

/** The actions that concern a meeting: raised at it, brought into it unfinished, and reported on at it. */
export function recordActions(
  db: Reader,
  meeting: Meeting,
  labels: ReadonlyMap<string, string>,
  now: string,
): MeetingRecord['actions'] {
  const actions = readActions(db, { bodyId: meeting.body.id }, now).toSorted(inOrderOfRaising)
  return {
    raised: actions
      .filter((action) => action.raisedAt?.meetingId === meeting.id)
      .map((a) => recordAction(a, labels)),
    carriedIn: actions.filter((action) => isCarriedInto(meeting, action)).map((a) => recordAction(a, labels)),
    updates: actions.flatMap((action) =>
      action.updates
        .filter(({ meetingId }) => meetingId === meeting.id)
        .map(({ madeOn, text, statusAfter }) => ({
          actionId: action.id,
          reference: action.reference,
          year: action.year,
          madeOn,
          text,
          statusAfter,
        })),
    ),
  }
}

/** Raised before this meeting, and not finished before it. A written resolution reviews no actions. */
function isCarriedInto(meeting: Meeting, action: Action): boolean {
  if (meeting.form === 'written-resolution') return false
  if (action.raisedAt?.meetingId === meeting.id || action.raisedOn > meeting.startsOn) return false
  if (action.closedOn === null || action.closedMeetingId === meeting.id) return true
  return action.closedOn > meeting.startsOn
}

function inOrderOfRaising(one: Action, other: Action): number {
  return (
    compare(one.raisedOn, other.raisedOn) ||
    one.reference.localeCompare(other.reference, 'en-GB', { numeric: true }) ||
    compare(one.id, other.id)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function recordAction(action: Action, labels: ReadonlyMap<string, string>): RecordAction {
  const itemId = action.raisedAt?.itemId ?? null
  return {
    id: action.id,
    reference: action.reference,
    year: action.year,
    text: action.text,
    owners: action.owners.map(({ name }) => name),
    raisedOn: action.raisedOn,
    raisedAt: action.raisedAt?.meeting ?? null,
    itemId,
    itemLabel: itemId === null ? null : (labels.get(itemId) ?? null),
    proposal: action.proposal?.reference ?? null,
    dueOn: action.dueOn,
    dueMeeting: action.dueMeeting,
    status: action.status,
    closedOn: action.closedOn,
  }
}
