import type { ProposalVote, VotedCorrection } from '../../core/contract/proposal-votes.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords, timeWords } from '../ui/dates.ts'
import { isFilledIn } from './proposal-words.ts'
import { VoteBar } from './vote-bar.tsx'
import './vote-history.css'

type Objective = NonNullable<ProposalVote['joint']>['objectives'][number]

/** One vote: what was asked, how it went, and what was changed about it afterwards. */
export function VoteRecord({ vote }: { vote: ProposalVote }) {
  return (
    <div className={isOver(vote) ? 'vote-record superseded' : 'vote-record'}>
      <p className="asked">
        <a href={placeOf(vote)}>{vote.question}</a>
        <StateBadges vote={vote} />
      </p>
      {vote.joint === null ? null : <p className="quiet">Taken together with others: {vote.joint.title}</p>}
      <VoteBody vote={vote} />
    </div>
  )
}

/** Votes on the options of a proposal that were taken together: the options overall, each with its objectives. */
export function JointVotes({ votes }: { votes: readonly ProposalVote[] }) {
  const [first] = votes
  if (first === undefined || first.joint === null) return null
  const options = new Set(votes.map(({ questionId }) => questionId)).size
  return (
    <div className="vote-record joint">
      <p className="asked">
        <a href={placeOf(first)}>{first.joint.title}</a>
        <Badge>{options === 1 ? '1 option' : `${String(options)} options`}</Badge>
      </p>
      <ul>
        {votes.map((vote) => (
          <li
            key={`${vote.questionId} ${String(vote.round)}`}
            className={isOver(vote) ? 'option-record superseded' : 'option-record'}
          >
            <p className="asked">
              <strong>{vote.joint?.option}</strong>
              <StateBadges vote={vote} />
            </p>
            <VoteBody vote={vote} />
            <Objectives of={vote.joint?.objectives ?? []} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function StateBadges({ vote: { round, state } }: { vote: Pick<ProposalVote, 'round' | 'state'> }) {
  return (
    <>
      {round > 1 ? <Badge>vote {round}</Badge> : null}
      {state === 'superseded' ? <Badge tone="warn">Superseded</Badge> : null}
      {state === 'withdrawn' ? <Badge tone="warn">Withdrawn</Badge> : null}
      {state === 'open' ? <Badge tone="accent">Still open</Badge> : null}
    </>
  )
}

function VoteBody({ vote }: { vote: ProposalVote }) {
  const { determination, result, ratification } = vote
  const isSame = determination === null || isFilledIn(result, determination)
  return (
    <>
      <VoteBar tally={vote.tally} byOption={vote.byOption} words={vote.counts} />
      {isSame ? null : (
        <p>
          <span className="quiet">The vote:</span> {result}
        </p>
      )}
      {determination === null ? (
        result === '' ? null : (
          <p>
            <span className={isOver(vote) ? undefined : 'determined'}>{result}</span>
            {vote.state === 'closed' ? <span className="quiet"> · no determination written</span> : null}
          </p>
        )
      ) : (
        <p>
          {isSame ? null : <span className="quiet">Determined: </span>}
          <span className="determined">{determination}</span>
        </p>
      )}
      {ratification === null ? null : <p>{ratification}</p>}
      <p className="quiet">{vote.counts}</p>
      <Amendments vote={vote} />
    </>
  )
}

/** What was changed about a vote after it was taken, and why. */
function Amendments({ vote }: { vote: Pick<ProposalVote, 'state' | 'reason' | 'corrections'> }) {
  if (vote.reason === '' && vote.corrections.length === 0) return null
  return (
    <ul className="amendments">
      {vote.corrections.map((correction) => (
        <li key={`${correction.initials} ${correction.correctedAt}`}>
          <Correction correction={correction} />
        </li>
      ))}
      {vote.reason === '' ? null : (
        <li>
          <span className="quiet">{vote.state === 'withdrawn' ? 'Withdrawn:' : 'Taken again:'}</span>{' '}
          {vote.reason}
        </li>
      )}
    </ul>
  )
}

function Correction({ correction }: { correction: VotedCorrection }) {
  const { initials, from, to, correctedAt, correctedBy, reason } = correction
  return (
    <>
      <span className="quiet">
        Corrected {dayWords(correctedAt)} {timeWords(correctedAt)} by {correctedBy}:
      </span>{' '}
      {initials} from {from} to {to} – {reason}
    </>
  )
}

function Objectives({ of }: { of: readonly Objective[] }) {
  if (of.length === 0) return null
  const number = new Set(of.map(({ questionId }) => questionId)).size
  // What was changed afterwards is not hidden away.
  const isAmended = of.some(({ reason, corrections }) => reason !== '' || corrections.length > 0)
  return (
    <details className="objectives" open={isAmended}>
      <summary>{number === 1 ? 'Against 1 objective' : `Against ${String(number)} objectives`}</summary>
      <ul>
        {of.map((vote) => (
          <li
            key={`${vote.questionId} ${String(vote.round)}`}
            className={isOver(vote) ? 'superseded' : undefined}
          >
            <p className="asked">
              {vote.objective}
              <StateBadges vote={vote} />
            </p>
            <VoteBar tally={vote.tally} words={vote.counts} />
            <Amendments vote={vote} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function isOver({ state }: Pick<ProposalVote, 'state'>): boolean {
  return state === 'superseded' || state === 'withdrawn'
}

/** Where something happened in a meeting. */
export function placeOf({ meetingId, itemId }: { meetingId: string; itemId: string }): string {
  return addressOf({ screen: 'meeting', meetingId, itemId })
}
