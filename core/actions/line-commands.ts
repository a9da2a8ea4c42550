import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { readAction } from './action-view.ts'
import { addReadLine, saidBy } from './add-action.ts'
import { actionCommands } from './commands.ts'
import { readLine, readLineAt, requireLine } from './read-line.ts'

export const actionLineCommands = {
  'action.add-line': (context, { itemId, line }) => {
    const read = requireLine(readLineAt(context.db, itemId, line))
    const { actionId, reference } = addReadLine(context, itemId, read)
    context.summarise(`action ${reference} added`)
    return readAction(context.db, actionId, context.now)
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
