import { questionText } from './question-text.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import { readQuestionKinds } from '../bodies/body-view.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import { positionWords, type PositionValue } from '../contract/words.ts'
import type { AllHandlers } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { castCastingVote } from './casting-vote.ts'
import { correctPosition } from './correct-position.ts'
import { readExceptions } from './exceptions.ts'
import { declareOnTheVoices } from './on-the-voices.ts'
import { openRound } from './open-round.ts'
import { recordPositions } from './record-positions.ts'
import { quorumOf } from './round-quorum.ts'
import { openVote, requireComplete, voteAtHand } from './vote-at-hand.ts'
import { writeDetermination } from './write-determination.ts'

export const votingCommands = {
  'question.put': (context, input) => {
    const { db, nextId, now, summarise } = context
    const item = itemRow(db, input.itemId)
    const meeting = openMeeting(db, item.meeting_id)
    const kinds = readQuestionKinds(db, meeting.body_id)
    const kind = kinds.find(({ key }) => key === input.kind)
    if (kind === undefined) {
      const keys = kinds.map(({ key }) => key).join(', ')
      throw badInput(
        'kind',
        `${meeting.body_short_name} has no question "${input.kind}"; ` +
          (keys === '' ? 'it has none at all' : `it has ${keys}`),
      )
    }
    const questionId = nextId()
    const last = db.get<{ last: number | null }>(
      'SELECT MAX(position) AS last FROM question WHERE agenda_item_id = ?',
      item.id,
    )
    db.insert('question', {
      id: questionId,
      agenda_item_id: item.id,
      proposal_id: item.proposal_id,
      kind_key: kind.key,
      text: input.text ?? questionText(kind, itemName(item)),
      polarity: kind.polarity,
      phrases: JSON.stringify(kind.phrases),
      decision_maker: kind.decisionMaker,
      consequences: JSON.stringify(kind.consequences),
      position: (last?.last ?? 0) + 1,
      put_at: now,
    })
    openRound(context, meeting, {
      questionId,
      itemId: item.id,
      kindKey: kind.key,
      number: 1,
      rule: input.rule ?? kind.rule,
      method: input.method,
      isIndicative: input.isIndicative,
    })
    summarise(`${kind.label} put on ${itemName(item)}`)
    return { questionId, item: readItem(db, item.id, now) }
  },

  'vote.record': (context, { questionId, value, ...choice }) => {
    const vote = openVote(context.db, questionId)
    const [who = ''] = recordPositions(context, vote, [{ ...choice, value }], undefined, () => '')
    context.summarise(
      value === 'pending'
        ? `${who} taken back on ${vote.name}`
        : `${who} ${valueWords(value)} on ${vote.name}`,
    )
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.record-many': (context, { questionId, positions, rest }) => {
    if (positions.length === 0 && rest === undefined) {
      throw badInput('positions', 'give at least one, or the position of the rest')
    }
    const vote = openVote(context.db, questionId)
    const who = recordPositions(context, vote, positions, rest, (index) => `positions.${index}.`)
    const named = positions.map(({ value }, index) => `${who[index] ?? ''} ${valueWords(value)}`)
    const words = [
      ...(named.length > 3 ? [`${named.length} positions`] : named),
      ...(rest === undefined ? [] : [`rest ${valueWords(rest)}`]),
    ].join(', ')
    context.summarise(`${words} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.record-exceptions': (context, { questionId, line }) => {
    const vote = openVote(context.db, questionId)
    const { positions, problems } = readExceptions(context.db, vote, line)
    const [problem] = problems
    if (problem !== undefined) throw badInput('line', problem.message, problem.message)
    if (positions.length === 0) throw badInput('line', 'it names nobody')
    recordPositions(
      context,
      vote,
      positions.map(({ seatId, value }) => ({ seatId, value })),
      undefined,
      () => 'line.',
    )
    context.summarise(`${line.trim().replace(/\s+/g, ' ')} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.cast-casting': (context, { questionId, personId, value }) => {
    const vote = voteAtHand(context.db, questionId)
    castCastingVote(context, vote, personId, value)
    context.summarise(`casting vote ${value} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.close': ({ db, now, summarise }, { questionId }) => {
    const vote = openVote(db, questionId)
    requireComplete(vote)
    db.update('vote_round', vote.round.id, { state: 'closed', closed_at: now })
    summarise(`vote closed on ${vote.name}`)
    return readItem(db, vote.item.id, now)
  },

  'vote.declare': (context, { questionId, result }) => {
    const vote = openVote(context.db, questionId)
    declareOnTheVoices(context, vote, result)
    const words = result === 'carried' ? 'carried' : 'not carried'
    context.summarise(`${words} on the voices on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.correct': (context, { questionId, value, reason, ...choice }) => {
    const vote = voteAtHand(context.db, questionId)
    const who = correctPosition(context, vote, choice, value, reason)
    context.summarise(`${who} corrected to ${valueWords(value)} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.take-again': (context, { questionId, reason, method, isIndicative }) => {
    const { db, now, summarise } = context
    const { meeting, item, question, round, name } = voteAtHand(db, questionId)
    db.update('vote_round', round.id, {
      state: 'superseded',
      superseded_at: now,
      superseded_reason: reason,
    })
    openRound(context, meeting, {
      questionId,
      itemId: item.id,
      kindKey: question.kind_key,
      number: round.number + 1,
      rule: JSON.parse(round.rule) as VotingRule,
      method,
      // One that was put as an indication stays one; one that lost its quorum on the way was not meant to be.
      isIndicative: isIndicative || (round.is_indicative === 1 && !quorumOf(round).isLost),
    })
    summarise(`vote taken again on ${name}`)
    return readItem(db, item.id, now)
  },

  'determination.write': (context, input) => {
    const item = itemRow(context.db, input.itemId)
    openMeeting(context.db, item.meeting_id)
    if (input.questionId !== null) {
      const vote = voteAtHand(context.db, input.questionId)
      if (vote.item.id !== item.id) {
        throw new PanelbookError('not-found', 'There is no such question at this item.')
      }
    }
    writeDetermination(context, item, input)
    context.summarise(`determination on ${itemName(item)}`)
    return readItem(context.db, item.id, context.now)
  },
} satisfies Partial<AllHandlers>

/** A position within a sentence: "no vote recorded". */
function valueWords(value: PositionValue): string {
  return positionWords[value].name.toLowerCase()
}
