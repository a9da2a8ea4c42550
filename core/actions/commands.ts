import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { Action } from '../contract/actions.ts'
import { requireProposal } from '../agenda/item-row.ts'
import { meetingRow, unclosedMeeting } from '../meetings/meeting-row.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { readAction } from './action-view.ts'
import { addAction, refuseDueBeforeRaised, writeOwners } from './add-action.ts'
import { resolveOwners, type Owner } from './owners.ts'

export const actionCommands = {
  'action.add': (context, input) => {
    const { actionId, reference } = addAction(context, input)
    context.summarise(`action ${reference} added`)
    return readAction(context.db, actionId, context.now)
  },

  'action.change': (context, { actionId, ...changes }) => {
    const { db, now } = context
    const action = unfinishedAction(db, actionId, now)
    if (changes.dueOn !== undefined) refuseDueBeforeRaised(changes.dueOn, action.raisedOn)
    if (changes.proposalId !== undefined && changes.proposalId !== null)
      requireProposal(db, changes.proposalId)
    db.update('action', actionId, {
      ...(changes.proposalId === undefined ? {} : { proposal_id: changes.proposalId }),
      ...(changes.text === undefined ? {} : { text: changes.text }),
      ...(changes.dueOn === undefined ? {} : { due_on: changes.dueOn }),
      ...(changes.dueMeeting === undefined ? {} : { due_meeting: changes.dueMeeting.trim() }),
    })
    if (changes.owners !== undefined) {
      const meetingId = action.raisedAt?.meetingId ?? null
      const owners = resolveOwners(db, changes.owners, { bodyId: action.bodyId, meetingId })
      if (!isSameOwners(owners, action.owners)) {
        for (const { id } of ownerRows(db, actionId)) db.remove('action_owner', id)
        writeOwners(context, actionId, owners)
      }
    }
    context.summarise(`action ${action.reference} changed`)
    return readAction(db, actionId, now)
  },

  'action.update': (context, input) => {
    const { db, now } = context
    const action = readAction(db, input.actionId, now)
    const isReopened = isFinished(action) && input.status === 'open'
    if (isFinished(action) && !isReopened) throw finished(action)
    const on = dayOf(context, action, input.meetingId, input.on)
    if (input.dueOn !== undefined) refuseDueBeforeRaised(input.dueOn, action.raisedOn)
    const status = input.status ?? action.status
    writeUpdate(context, { actionId: action.id, meetingId: input.meetingId, on, text: input.text, status })
    db.update('action', action.id, {
      ...(input.dueOn === undefined ? {} : { due_on: input.dueOn }),
      ...(status === action.status ? {} : { status }),
      ...(isReopened ? { closed_on: null, closed_meeting_id: null } : {}),
    })
    context.summarise(
      isReopened
        ? `action ${action.reference} reopened`
        : status === 'carried-forward'
          ? `action ${action.reference} carried forward`
          : `update to action ${action.reference}`,
    )
    return readAction(db, action.id, now)
  },

  'action.close': (context, input) => {
    const { db, now } = context
    const action = unfinishedAction(db, input.actionId, now)
    const on = dayOf(context, action, input.meetingId, input.on)
    const status = input.isWithdrawn ? 'withdrawn' : 'closed'
    writeUpdate(context, { actionId: action.id, meetingId: input.meetingId, on, text: input.update, status })
    db.update('action', action.id, { status, closed_on: on, closed_meeting_id: input.meetingId })
    context.summarise(`action ${action.reference} ${status}`)
    return readAction(db, action.id, now)
  },
} satisfies Partial<AllHandlers>

/** The day of an update or closing, after checking the meeting that it was reported at. */
function dayOf(
  { db, now }: CommandContext,
  action: Action,
  meetingId: string | null,
  on: string | undefined,
): string {
  const meeting = meetingId === null ? null : meetingRow(db, meetingId)
  if (meeting !== null) unclosedMeeting(db, meeting.id)
  const day = on ?? now.slice(0, 10)
  if (on !== undefined && day < action.raisedOn) {
    throw badInput('on', `must not be before the day on which it was raised, ${action.raisedOn}`)
  }
  return day
}

function writeUpdate(
  { db, now, nextId }: CommandContext,
  made: { actionId: string; meetingId: string | null; on: string; text: string; status: Action['status'] },
): void {
  db.insert('action_update', {
    id: nextId(),
    action_id: made.actionId,
    meeting_id: made.meetingId,
    made_on: made.on,
    made_at: now,
    text: made.text,
    status_after: made.status,
  })
}

function ownerRows(db: Reader, actionId: string): { id: string }[] {
  return db.all<{ id: string }>('SELECT id FROM action_owner WHERE action_id = ?', actionId)
}

function isSameOwners(left: readonly Owner[], right: readonly Owner[]): boolean {
  const told = (owners: readonly Owner[]) =>
    JSON.stringify(owners.map(({ personId, name }) => [personId, name]))
  return told(left) === told(right)
}

function isFinished(action: Action): boolean {
  return action.status === 'closed' || action.status === 'withdrawn'
}

function unfinishedAction(db: Reader, actionId: string, now: string): Action {
  const action = readAction(db, actionId, now)
  if (isFinished(action)) throw finished(action)
  return action
}

function finished(action: Action): PanelbookError {
  const word = action.status === 'closed' ? 'closed' : 'withdrawn'
  return new PanelbookError('conflict', `Action ${action.reference} is ${word}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Reopen it by an update first.',
  })
}
