import type { AllHandlers } from '../handler.ts'
import { evaluate } from './evaluate.ts'
import { foresee, readExceptions } from './exceptions.ts'
import { foreseeDetermination } from './foresee-determination.ts'
import { previewDetermination } from './preview-determination.ts'
import { ruleChoices } from './rule-choices.ts'
import { openVote, requireStanding } from './vote-at-hand.ts'
import { composeRound, currentRound, positionRows, questionRow } from './round-row.ts'

export const votingQueries = {
  'voting.evaluate': (_context, input) => evaluate(input),
  'voting.rules': () => ({ rules: ruleChoices() }),
  'determination.preview': (_context, input) => previewDetermination(input),
  'vote.read-exceptions': ({ db }, { questionId, line }) => {
    const vote = openVote(db, questionId)
    const exceptions = readExceptions(db, vote, line)
    return {
      positions: exceptions.positions,
      problems: exceptions.problems.map(({ word: { text, from, to }, message }) => ({
        word: text,
        from,
        to,
        message,
      })),
      ...foresee(vote, exceptions),
    }
  },
  'determination.foresee': ({ db, now }, input) => {
    requireStanding(questionRow(db, input.questionId))
    return foreseeDetermination(db, now, input)
  },
  'determination.compose': ({ db }, { questionId, parameters }) => {
    const question = questionRow(db, questionId)
    requireStanding(question)
    const round = currentRound(db, questionId)
    return { text: composeRound(question, round, positionRows(db, [round.id]), parameters) }
  },
} satisfies Partial<AllHandlers>
