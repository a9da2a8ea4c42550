import type { AllHandlers } from '../handler.ts'
import { evaluate } from './evaluate.ts'
import { composeRound, currentRound, positionRows, questionRow } from './round-row.ts'

export const votingQueries = {
  'voting.evaluate': (_context, input) => evaluate(input),
  'determination.compose': ({ db }, { questionId, parameters }) => {
    const question = questionRow(db, questionId)
    const round = currentRound(db, questionId)
    return { text: composeRound(question, round, positionRows(db, [round.id]), parameters) }
  },
} satisfies Partial<AllHandlers>
