import type { ProposalVote } from '../../core/contract/proposal-votes.ts'
import type { Proposal } from '../../core/contract/register.ts'
import { JointVotes, placeOf, VoteRecord } from './vote-record.tsx'

/** Every vote ever taken on it, meeting by meeting, and what was determined without one. Newest first. */
export function VoteHistory({ proposal: { votes, determinations } }: { proposal: Proposal }) {
  const meetings = [...Map.groupBy(votes, ({ meetingId }) => meetingId).values()]
  return (
    <>
      <section aria-labelledby="proposal-votes">
        <h2 id="proposal-votes">
          Votes {votes.length === 0 ? null : <span className="quiet">{votes.length}</span>}
        </h2>
        {votes.length === 0 ? <p className="quiet">No vote has been taken on it.</p> : null}
        {meetings.map((ofMeeting) => {
          const first = ofMeeting[0]
          return first === undefined ? null : (
            <section key={first.meetingId} className="votes-of-meeting" aria-label={first.meeting}>
              <h3>
                <a href={placeOf(first)}>{first.meeting}</a>
              </h3>
              <ul>
                {takenTogether(ofMeeting).map(([key, together]) => (
                  <li key={key}>
                    {(together[0]?.joint?.option ?? null) === null ? (
                      together.map((vote) => <VoteRecord key={vote.round} vote={vote} />)
                    ) : (
                      <JointVotes votes={together} />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </section>
      {determinations.length === 0 ? null : (
        <section aria-labelledby="proposal-determinations">
          <h2 id="proposal-determinations">
            Determinations without a vote <span className="quiet">{determinations.length}</span>
          </h2>
          <ul className="determinations">
            {determinations.map((determination) => (
              <li key={determination.id}>
                <p className="determined">{determination.text}</p>
                <a href={placeOf(determination)}>{determination.meeting}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Votes on options that were taken together are one entry; every other vote is one of its own. */
function takenTogether(votes: readonly ProposalVote[]): [string, ProposalVote[]][] {
  return [
    ...Map.groupBy(votes, ({ joint, questionId, round }) =>
      joint === null || joint.option === null ? `${questionId} ${String(round)}` : joint.id,
    ),
  ]
}
