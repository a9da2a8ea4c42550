import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { AllHandlers } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { castCastingVote } from './casting-vote.ts'
import { correctPosition } from './correct-position.ts'
import { readExceptions } from './exceptions.ts'
import { ruleToPut, statedWords, type StatedPosition } from './named-option.ts'
import { declareOnTheVoices } from './on-the-voices.ts'
import { openRound } from './open-round.ts'
import { inUsualWords, kindToPut, putQuestion } from './put-question.ts'
import { recordPositions } from './record-positions.ts'
import { quorumOf } from './round-quorum.ts'
import { openVote, requireComplete, voteAtHand } from './vote-at-hand.ts'
import { writeDetermination } from './write-determination.ts'

export const votingCommands = {
  'question.put': (context, input) => {
    const { db, now, summarise } = context
    const item = itemRow(db, input.itemId)
    const meeting = openMeeting(db, item.meeting_id)
    const kind = kindToPut(db, meeting, input.kind)
    const questionId = putQuestion(context, meeting, {
      item,
      proposalId: item.proposal_id,
      ...inUsualWords(kind, itemName(item)),
      ...(input.text === undefined ? {} : { text: input.text }),
      rule: ruleToPut(kind.rule, input),
      method: input.method,
      isIndicative: input.isIndicative,
    })
    summarise(`${kind.label} put on ${itemName(item)}`)
    return { questionId, item: readItem(db, item.id, now) }
  },

  'vote.record': (context, { questionId, ...position }) => {
    const vote = openVote(context.db, questionId)
    const [who = ''] = recordPositions(context, vote, [position], undefined, () => '')
    context.summarise(
      position.value === 'pending'
        ? `${who} taken back on ${vote.name}`
        : `${who} ${statedWords(position, vote.round.rule)} on ${vote.name}`,
    )
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.record-many': (context, { questionId, positions, rest: value, restOption: option }) => {
    if (positions.length === 0 && value === undefined) {
      throw badInput('positions', 'give at least one, or the position of the rest')
    }
    if (value === undefined && option !== undefined) {
      throw badInput('rest', 'give the position of the rest with its option')
    }
    const vote = openVote(context.db, questionId)
    const rest = value === undefined ? undefined : { value, option }
    const who = recordPositions(context, vote, positions, rest, (index) => `positions.${index}.`)
    const words = (stated: StatedPosition) => statedWords(stated, vote.round.rule)
    const named = positions.map((position, index) => `${who[index] ?? ''} ${words(position)}`)
    const all = [
      ...(named.length > 3 ? [`${named.length} positions`] : named),
      ...(rest === undefined ? [] : [`rest ${words(rest)}`]),
    ].join(', ')
    context.summarise(`${all} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.record-exceptions': (context, { questionId, line }) => {
    const vote = openVote(context.db, questionId)
    const { positions, problems, isOfAll } = readExceptions(context.db, vote, line)
    const [problem] = problems
    if (problem !== undefined) throw badInput('line', problem.message, problem.message)
    if (positions.length === 0) throw badInput('line', 'it names nobody')
    recordPositions(
      context,
      vote,
      positions.map(({ seatId, value, option }) => ({ seatId, value, option: option?.key })),
      undefined,
      () => 'line.',
    )
    // The minutes say how the vote was taken, not how it was meant to be.
    if (isOfAll && vote.round.method === 'roll-call')
      context.db.update('vote_round', vote.round.id, { method: 'by-exception' })
    context.summarise(`${onOneLine(line)} on ${vote.name}`)
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

  'vote.correct': (context, { questionId, reason, ...right }) => {
    const vote = voteAtHand(context.db, questionId)
    const who = correctPosition(context, vote, right, reason)
    context.summarise(`${who} corrected to ${statedWords(right, vote.round.rule)} on ${vote.name}`)
    return readItem(context.db, vote.item.id, context.now)
  },

  'vote.take-again': (context, { questionId, reason, method, isIndicative }) => {
    const { db, now, summarise } = context
    const { meeting, item, round, name } = voteAtHand(db, questionId)
    db.update('vote_round', round.id, {
      state: 'superseded',
      superseded_at: now,
      superseded_reason: reason,
    })
    openRound(context, meeting, {
      questionId,
      itemId: item.id,
      number: round.number + 1,
      rule: JSON.parse(round.rule) as VotingRule,
      method,
      // One that was put as an indication stays one; one that lost its quorum on the way was not meant to be.
      isIndicative: isIndicative || (round.is_indicative === 1 && !quorumOf(round).isLost),
      // What is kept from the room stays kept; a result that was shown was that of the vote before.
      roomSees: round.room_sees === 'nothing' ? 'nothing' : 'when-determined',
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
