import { readItem } from '../agenda/item-view.ts'
import { readRoll } from '../attendance/roll.ts'
import { throughTheDoor } from '../attendance/through-the-door.ts'
import { badInput } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { requireRoom, unclosedMeeting } from '../meetings/meeting-row.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { followTheDoor } from '../voting/follow-the-door.ts'
import { jointVoteAtHand, openVotes } from '../voting/joint-vote-at-hand.ts'
import { namedOption } from '../voting/named-option.ts'
import { openRows, whereEntitled } from '../voting/record-jointly.ts'
import { beginRecording, type Recording } from '../voting/recording.ts'
import { openVote, type VoteAtHand } from '../voting/vote-at-hand.ts'
import { requireRehearsal } from './in-rehearsal.ts'
import { inventedPosition } from './invented-position.ts'

export const rehearsalCommands = {
  'rehearsal.seat-everyone': (context, { meetingId }) => {
    const { db, now, summarise } = context
    requireRehearsal(db)
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    const expected = readRoll(db, meeting, null).attendees.filter(
      ({ has_been, apologies }) => has_been === 0 && apologies === 0,
    )
    if (expected.length === 0) {
      throw badInput('meetingId', 'nobody is expected any more', 'Nobody is expected any more.')
    }
    for (const attendee of expected) throughTheDoor(context, meeting, attendee, 'present', now)
    followTheDoor(context, meeting.id)
    summarise(`everybody arrived: ${expected.length}`)
    return readMeeting(db, meeting.id, now)
  },

  'rehearsal.invent': (context, { questionId }) => {
    const { db, now, summarise } = context
    requireRehearsal(db)
    const vote = openVote(db, questionId)
    const invented =
      vote.question.joint_vote_id === null
        ? inventAlone(context, vote)
        : inventJointly(context, vote.question.joint_vote_id)
    if (invented === 0) {
      throw badInput('questionId', 'no position is still to come', 'No position is still to come.')
    }
    summarise(`${invented} ${invented === 1 ? 'position' : 'positions'} invented on ${vote.name}`)
    return readItem(db, vote.item.id, now)
  },
} satisfies Partial<AllHandlers>

function inventAlone(context: CommandContext, vote: VoteAtHand): number {
  const recording = beginRecording(context, vote)
  const invented = invent(vote, recording)
  recording.finish()
  return invented
}

/** Every open cell of the grid. */
function inventJointly(context: CommandContext, jointVoteId: string): number {
  const joint = jointVoteAtHand(context.db, jointVoteId)
  const rows = openRows(context, joint)
  const invented = openVotes(joint).map((vote) => {
    const row = rows.of(vote.question.id)
    return row === undefined ? 0 : invent(vote, row)
  })
  rows.finish()
  return invented.reduce((sum, each) => sum + each, 0)
}

/** @returns for how many seats a position was invented */
function invent({ question, round }: VoteAtHand, recording: Recording): number {
  const rule = JSON.parse(round.rule) as VotingRule
  const written = recording.pending().map((seatId) => {
    const stated = inventedPosition(rule, question.id, seatId)
    const option = namedOption(rule, stated)
    return whereEntitled(() => recording.set(seatId, stated.value, undefined, option))
  })
  return written.filter((heading) => typeof heading === 'string').length
}
