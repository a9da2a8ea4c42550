import { readItem } from '../agenda/item-view.ts'
import type { AllHandlers } from '../handler.ts'
import { changeWords, determinationAtHand, takeBack } from './take-back.ts'
import { voteAtHand } from './vote-at-hand.ts'
import { rewordQuestion, withdrawQuestion } from './withdraw-question.ts'

export const secondThoughtCommands = {
  'question.withdraw': (context, { questionId, reason }) => {
    const { item, name } = withdrawQuestion(context, questionId, reason)
    context.summarise(`question withdrawn on ${name}`)
    return readItem(context.db, item.id, context.now)
  },

  'question.reword': (context, { questionId, text }) => {
    const vote = voteAtHand(context.db, questionId)
    rewordQuestion(context, vote, text)
    context.summarise(`question reworded on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'determination.change': (context, { determinationId, text, reason }) => {
    const determination = determinationAtHand(context.db, determinationId)
    changeWords(context, determination, text)
    context.summarise(`words of a determination changed on ${determination.name}${because(reason)}`)
    return readItem(context.db, determination.agenda_item_id, context.now)
  },

  'determination.take-back': (context, { determinationId, reason }) => {
    const determination = determinationAtHand(context.db, determinationId)
    const { restored, left } = takeBack(context, determination, reason)
    const stays = left.length === 0 ? '' : ` (left in the register: ${left.join('; ')})`
    context.summarise(`determination taken back on ${determination.name}${because(reason)}${stays}`)
    return {
      item: readItem(context.db, determination.agenda_item_id, context.now),
      restored,
      left,
    }
  },
} satisfies Partial<AllHandlers>

function because(reason: string): string {
  return reason.trim() === '' ? '' : `: ${reason.trim()}`
}
