import type { ReadActionLine } from '../contract/action-lines.ts'
import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { readAction } from './action-view.ts'
import { actionCommands } from './commands.ts'
import { readLine, readLineAt, requireLine } from './read-line.ts'

export const actionLineCommands = {
  'action.add-line': (context, { itemId, line }) => {
    const read = requireLine(readLineAt(context.db, itemId, line))
    return actionCommands['action.add'](context, {
      itemId,
      ...saidBy(read),
      ...(read.proposal === null ? {} : { proposalId: read.proposal.id }),
    })
  },

  'action.change-line': (context, { actionId, line }) => {
    const { db, now } = context
    const action = readAction(db, actionId, now)
    const meeting = action.raisedAt === null ? null : meetingRow(db, action.raisedAt.meetingId)
    const where = { meeting, bodyId: action.bodyId, raisedOn: action.raisedOn }
    const read = requireLine(readLine(db, line, where))
    return actionCommands['action.change'](context, {
      actionId,
      ...saidBy(read),
      proposalId: read.proposal?.id ?? null,
    })
  },
} satisfies Partial<AllHandlers>

export const actionLineQueries = {
  'action.read-line': ({ db }, { itemId, line }) => readLineAt(db, itemId, line),
} satisfies Partial<AllHandlers>

/** What a line says of an action, for the command that writes it. A person is named as in the line, so that the same one is found. */
function saidBy({ text, owners, dueOn, dueMeeting }: ReadActionLine) {
  return {
    text: onOneLine(text),
    owners: owners.map(({ name, written, personId }) => (personId === null ? name : written)),
    dueOn,
    dueMeeting,
  }
}
