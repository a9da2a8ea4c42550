import { badInput } from '../contract/errors.ts'
import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { readAction } from './action-view.ts'
import { actionCommands } from './commands.ts'
import { readLine, readLineAt, requireLine } from './read-line.ts'

export const actionLineCommands = {
  'action.add-line': (context, { itemId, line }) => {
    const read = requireLine(readLineAt(context.db, itemId, line))
    return actionCommands['action.add'](context, {
      itemId,
      text: oneLine(read.text),
      owners: read.owners.map(({ name, written, personId }) => (personId === null ? name : written)),
      dueOn: read.dueOn,
      dueMeeting: read.dueMeeting,
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
      text: oneLine(read.text),
      owners: read.owners.map(({ name, written, personId }) => (personId === null ? name : written)),
      dueOn: read.dueOn,
      dueMeeting: read.dueMeeting,
      proposalId: read.proposal?.id ?? null,
    })
  },
} satisfies Partial<AllHandlers>

export const actionLineQueries = {
  'action.read-line': ({ db }, { itemId, line }) => readLineAt(db, itemId, line),
} satisfies Partial<AllHandlers>

function oneLine(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  if (words === '') throw badInput('line', 'it does not say what is to be done')
  return words
}
