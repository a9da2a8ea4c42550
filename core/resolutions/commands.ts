import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import type { AllHandlers } from '../handler.ts'
import { deadlineWords } from '../voting/deadline.ts'
import { openVote } from '../voting/vote-at-hand.ts'
import { circulate } from './circulate.ts'
import { moveDeadline } from './move-deadline.ts'
import { ratify } from './ratify.ts'

export const resolutionCommands = {
  'resolution.circulate': (context, input) => {
    const { meetingId, itemId, questionId, number, name } = circulate(context, input)
    context.summarise(`written resolution ${number} on ${name} circulated`)
    return { meetingId, itemId, questionId }
  },

  'resolution.move-deadline': (context, { questionId, deadline, reason }) => {
    const vote = openVote(context.db, questionId)
    moveDeadline(context, vote, { deadline, reason })
    context.summarise(`deadline of ${vote.meeting.number} moved to ${deadlineWords(deadline)}: ${reason}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'resolution.ratify': (context, input) => {
    const number = ratify(context, input)
    context.summarise(`${number} ratified at ${itemName(itemRow(context.db, input.itemId))}`)
    return readItem(context.db, input.itemId, context.now)
  },
} satisfies Partial<AllHandlers>
