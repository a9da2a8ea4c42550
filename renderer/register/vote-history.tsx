import type { Proposal } from '../../core/contract/register.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'
import { isFilledIn } from './proposal-words.ts'
import { VoteBar } from './vote-bar.tsx'

type Vote = Proposal['votes'][number]

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
                {ofMeeting.map((vote) => (
                  <li key={`${vote.questionId} ${vote.round}`}>
                    <VoteRecord vote={vote} />
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

function VoteRecord({ vote }: { vote: Vote }) {
  const { determination, result } = vote
  const isSame = determination === null || isFilledIn(result, determination)
  return (
    <div className={vote.state === 'superseded' ? 'vote-record superseded' : 'vote-record'}>
      <p className="asked">
        <a href={placeOf(vote)}>{vote.question}</a>
        {vote.round > 1 ? <Badge>vote {vote.round}</Badge> : null}
        {vote.state === 'superseded' ? <Badge tone="warn">Superseded</Badge> : null}
        {vote.state === 'open' ? <Badge tone="accent">Still open</Badge> : null}
      </p>
      <VoteBar tally={vote.tally} words={vote.counts} />
      {isSame ? null : (
        <p>
          <span className="quiet">The vote:</span> {result}
        </p>
      )}
      {determination === null ? (
        result === '' ? null : (
          <p>
            <span className={vote.state === 'superseded' ? undefined : 'determined'}>{result}</span>
            {vote.state === 'closed' ? <span className="quiet"> · no determination written</span> : null}
          </p>
        )
      ) : (
        <p>
          {isSame ? null : <span className="quiet">Determined: </span>}
          <span className="determined">{determination}</span>
        </p>
      )}
      <p className="quiet">{vote.counts}</p>
    </div>
  )
}

function placeOf({ meetingId, itemId }: { meetingId: string; itemId: string }): string {
  return addressOf({ screen: 'meeting', meetingId, itemId })
}
