import { readItem } from '../agenda/item-view.ts'
import { positionWords } from '../contract/words.ts'
import type { AllHandlers } from '../handler.ts'
import { copyOption } from './copy-option.ts'
import { jointVoteAtHand, openVotes, type JointVoteAtHand } from './joint-vote-at-hand.ts'
import { putOnItems } from './put-jointly.ts'
import { putOnOptions } from './put-on-options.ts'
import { recordJointly, type Cell } from './record-jointly.ts'
import { requireComplete } from './vote-at-hand.ts'
import { questionName } from './question-places.ts'
import { withdrawJointly } from './withdraw-question.ts'

export const jointVoteCommands = {
  'joint-vote.put-on-items': (context, input) => {
    const { jointVoteId, summary } = putOnItems(context, input)
    context.summarise(summary)
    return { jointVoteId, item: readItem(context.db, input.itemIds[0] ?? '', context.now) }
  },

  'joint-vote.put-on-options': (context, input) => {
    const { jointVoteId, summary } = putOnOptions(context, input)
    context.summarise(summary)
    return { jointVoteId, item: readItem(context.db, input.itemId, context.now) }
  },

  'joint-vote.record': (context, { jointVoteId, cells }) => {
    const joint = jointVoteAtHand(context.db, jointVoteId)
    const who = recordJointly(context, joint, cells)
    const words = cells.map((cell, index) => cellWords(cell, who[index] ?? null, joint))
    context.summarise(words.length > 3 ? `${words.length} entries in ${joint.row.title}` : words.join('; '))
    return readItem(context.db, joint.item.id, context.now)
  },

  'joint-vote.copy': (context, { jointVoteId, from, to, seatId }) => {
    const joint = jointVoteAtHand(context.db, jointVoteId)
    context.summarise(copyOption(context, joint, { from, to, seatId }))
    return readItem(context.db, joint.item.id, context.now)
  },

  'joint-vote.close': ({ db, now, summarise }, { jointVoteId }) => {
    const joint = jointVoteAtHand(db, jointVoteId)
    const open = openVotes(joint)
    for (const vote of open) requireComplete(vote)
    for (const { round } of open) db.update('vote_round', round.id, { state: 'closed', closed_at: now })
    summarise(`votes closed: ${joint.row.title}`)
    return readItem(db, joint.item.id, now)
  },

  'joint-vote.withdraw': (context, { jointVoteId, reason }) => {
    const joint = jointVoteAtHand(context.db, jointVoteId)
    withdrawJointly(context, joint, reason)
    context.summarise(`votes withdrawn: ${joint.row.title}`)
    return readItem(context.db, joint.item.id, context.now)
  },

  'joint-vote.rename': ({ db, now, summarise }, { jointVoteId, title }) => {
    const { row, item } = jointVoteAtHand(db, jointVoteId)
    db.update('joint_vote', row.id, { title })
    summarise(`${row.title} renamed ${title}`)
    return readItem(db, item.id, now)
  },
} satisfies Partial<AllHandlers>

/** "KB for on 0621A, Objective (a)"; "rest against in every row of Implementation of 0621". */
function cellWords({ questionId, value }: Cell, who: string | null, joint: JointVoteAtHand): string {
  const words = value === 'pending' ? 'taken back' : positionWords[value].name.toLowerCase()
  const row = joint.questions.find(({ id }) => id === questionId)
  const where = row === undefined ? `in every row of ${joint.row.title}` : `on ${questionName(row)}`
  return `${who ?? 'rest'} ${words} ${where}`
}
