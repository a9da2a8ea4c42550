import { itemLabels } from '../../core/contract/item-labels.ts'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import type { Item } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { countWords } from '../ui/words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { WithdrawnQuestion } from './withdraw-question.tsx'

/** Withdraws votes that were put together by mistake; they stay on record with the reason. */
export function WithdrawVotesDialog({ vote, onClose }: { vote: JointVote; onClose(): void }) {
  const standing = vote.rows.filter(({ state }) => state !== 'withdrawn')
  const items = [...new Set(standing.map(({ itemLabel }) => itemLabel))]
  const withdraw = async (reason: string) => {
    const answer = await act('joint-vote.withdraw', { jointVoteId: vote.id, reason }, { isQuiet: true })
    if (answer.ok) notice.say('The votes are withdrawn.')
    return answer
  }
  return (
    <ReasonDialog
      title="Withdraw the votes taken together"
      submitLabel="Withdraw them all"
      hint="Such as: put on the wrong item."
      save={withdraw}
      onClose={onClose}
    >
      <p>“{vote.title}”</p>
      <p className="quiet">
        {vote.form === 'items'
          ? `All ${String(standing.length)} questions are withdrawn, on ${itemLabels(items)}. `
          : `All ${String(standing.length)} questions are withdrawn. `}
        {recordedWords(standing)} Nothing more is recorded on them, and their votes count nowhere. The minutes
        keep them with this reason.
      </p>
    </ReasonDialog>
  )
}

/** Votes that were put together by mistake: struck as one, with the reasons that were given. */
export function WithdrawnVotes({ item, vote }: { item: Item; vote: JointVote }) {
  const withdrawn = item.questions.flatMap(({ joint, withdrawn }) =>
    joint?.id === vote.id && withdrawn !== null ? [withdrawn] : [],
  )
  const reasons = [...new Set(withdrawn.map(({ reason }) => reason))].join('; ')
  const [first] = withdrawn
  return (
    <WithdrawnQuestion question={{ text: vote.title, withdrawn: { at: first?.at ?? '', reason: reasons } }} />
  )
}

/** What is on record already, which nothing takes away. */
function recordedWords(rows: readonly JointVote['rows'][number][]): string {
  const isGiven = (value: string) => ['for', 'against', 'abstain', 'none'].includes(value)
  const count = rows.reduce((sum, { values }) => sum + values.filter(isGiven).length, 0)
  if (count === 0) return 'No position is recorded on them yet.'
  return `The ${countWords(count, 'position')} recorded so far ${count === 1 ? 'stays' : 'stay'} on record.`
}
