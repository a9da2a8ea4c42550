import type { Reader } from '../../db/store-types.ts'
import { itemRow, requireProposal } from '../agenda/item-row.ts'
import type { ReadActionLine } from '../contract/action-lines.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { unclosedMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { resolveOwners, type Owner } from './owners.ts'
import { needsMeeting, nextReference, yearOf, type TakenReference } from './reference.ts'

/**
 * Writes an action, at an item of a meeting or for a body alone.
 * @throws PanelbookError `not-found`, `bad-input` naming the field, `already-exists` for a reference that is taken,
 *   `meeting-closed`
 */
export function addAction(
  context: CommandContext,
  input: CheckedInput<'action.add'>,
): { actionId: string; reference: string } {
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
  return { actionId, reference }
}

/** Writes the action that a line means at an item. @throws PanelbookError those of `addAction` */
export function addReadLine(
  context: CommandContext,
  itemId: string,
  read: ReadActionLine,
): { actionId: string; reference: string } {
  return addAction(context, {
    itemId,
    ...saidBy(read),
    ...(read.proposal === null ? {} : { proposalId: read.proposal.id }),
  })
}

/** What a line says of an action, for the command that writes it. A person is named as in the line, so that the same one is found. */
export function saidBy({ text, owners, dueOn, dueMeeting }: ReadActionLine) {
  return {
    text: onOneLine(text),
    owners: owners.map(({ name, written, personId }) => (personId === null ? name : written)),
    dueOn,
    dueMeeting,
  }
}

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

export function refuseDueBeforeRaised(dueOn: string | null, raisedOn: string): void {
  if (dueOn !== null && dueOn < raisedOn) {
    throw badInput('dueOn', `must not be before the day on which it was raised, ${raisedOn}`)
  }
}

export function writeOwners(
  { db, nextId }: CommandContext,
  actionId: string,
  owners: readonly Owner[],
): void {
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
