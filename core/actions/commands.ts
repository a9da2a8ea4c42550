import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { Action } from '../contract/actions.ts'
import { itemRow, requireProposal } from '../agenda/item-row.ts'
import { meetingRow, unclosedMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { readAction } from './action-view.ts'
import { resolveOwners, type Owner } from './owners.ts'
import { needsMeeting, nextReference, yearOf, type TakenReference } from './reference.ts'

export const actionCommands = {
  'action.add': (context, input) => {
    const { db, now } = context
    const raised = whereRaised(db, input.itemId, input.bodyId)
    const proposalId = input.proposalId === undefined ? raised.proposalId : input.proposalId
    if (proposalId !== null) requireProposal(db, proposalId)
    const raisedOn = input.raisedOn ?? raised.meeting?.starts_on ?? now.slice(0, 10)
    refuseDueBeforeRaised(input.dueOn, raisedOn)
    const reference = input.reference ?? referenceByPattern(db, raised.bodyId, raised.meeting, raisedOn)
    const year = yearOf(raisedOn)
    refuseTaken(db, raised.bodyId, reference, year)
    const owners = resolveOwners(db, input.owners, {
      bodyId: raised.bodyId,
      meetingId: raised.meeting?.id ?? null,
    })
    const actionId = context.nextId()
    db.insert('action', {
      id: actionId,
      body_id: raised.bodyId,
      meeting_id: raised.meeting?.id ?? null,
      agenda_item_id: input.itemId ?? null,
      proposal_id: proposalId,
      reference,
      year,
      text: input.text,
      raised_on: raisedOn,
      due_on: input.dueOn,
      due_meeting: input.dueMeeting.trim(),
      status: 'open',
      closed_on: null,
      closed_meeting_id: null,
    })
    writeOwners(context, actionId, owners)
    context.summarise(`action ${reference} added`)
    return readAction(db, actionId, now)
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

interface WhereRaised {
  bodyId: string
  meeting: MeetingRow | null
  proposalId: string | null
}

function whereRaised(db: Reader, itemId: string | undefined, bodyId: string | undefined): WhereRaised {
  if (itemId === undefined) {
    if (bodyId === undefined) throw badInput('bodyId', 'is needed where there is no agenda item')
    if (db.get('SELECT 1 FROM body WHERE id = ?', bodyId) === undefined) {
      throw new PanelbookError('not-found', 'There is no such body in this book.')
    }
    return { bodyId, meeting: null, proposalId: null }
  }
  const item = itemRow(db, itemId)
  const meeting = unclosedMeeting(db, item.meeting_id)
  if (bodyId !== undefined && bodyId !== meeting.body_id) {
    throw badInput('bodyId', 'the item is of a meeting of another body')
  }
  return { bodyId: meeting.body_id, meeting, proposalId: item.proposal_id }
}

function referenceByPattern(
  db: Reader,
  bodyId: string,
  meeting: MeetingRow | null,
  raisedOn: string,
): string {
  const body = db.get<{ short_name: string; action_reference: string }>(
    'SELECT short_name, action_reference FROM body WHERE id = ?',
    bodyId,
  )
  if (body === undefined) throw new PanelbookError('not-found', 'There is no such body in this book.')
  const pattern = body.action_reference
  if (meeting === null && needsMeeting(pattern)) {
    throw badInput('reference', 'is needed: the body numbers actions by meeting, and this one has none')
  }
  const taken = db.all<TakenReference>('SELECT reference, year FROM action WHERE body_id = ?', bodyId)
  return nextReference(pattern, { short: body.short_name, meeting: meeting?.number ?? '', raisedOn }, taken)
}

/** References may come back in another year, so the year is part of the name. */
function refuseTaken(db: Reader, bodyId: string, reference: string, year: number): void {
  const found = db.get(
    'SELECT 1 FROM action WHERE body_id = ? AND reference = ? AND year = ?',
    bodyId,
    reference,
    year,
  )
  if (found === undefined) return
  throw new PanelbookError('already-exists', `There is already an action ${reference} of ${year}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Leave the reference out to get the next free one.',
  })
}

function refuseDueBeforeRaised(dueOn: string | null, raisedOn: string): void {
  if (dueOn !== null && dueOn < raisedOn) {
    throw badInput('dueOn', `must not be before the day on which it was raised, ${raisedOn}`)
  }
}

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

function writeOwners({ db, nextId }: CommandContext, actionId: string, owners: readonly Owner[]): void {
  owners.forEach(({ personId, name }, index) => {
    db.insert('action_owner', {
      id: nextId(),
      action_id: actionId,
      person_id: personId,
      name,
      position: index + 1,
    })
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
