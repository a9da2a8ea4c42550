import type { Proposal } from '../../core/contract/register.ts'
import { dayWords } from '../ui/dates.ts'

/** Every stage that it came to, the present one last. */
export function StageHistory({ proposal }: { proposal: Proposal }) {
  const last = proposal.stageHistory.length - 1
  return (
    <section aria-labelledby="proposal-stages">
      <h2 id="proposal-stages">Stages</h2>
      <ol className="stage-history">
        {proposal.stageHistory.map((change, index) => (
          // Two changes can share day, stage and words: only the place tells them apart, and none is ever moved.
          <li key={index} {...(index === last ? { 'aria-current': 'step' as const } : {})}>
            <p>
              <strong>{change.stage}</strong>
              {change.stageDetail === '' ? '' : `, ${change.stageDetail}`}
              {index === last ? <span className="now">now</span> : null}
            </p>
            <p className="quiet">
              <time dateTime={change.changedOn}>{dayWords(change.changedOn)}</time>
              {change.determinationId === null ? '' : ' · by determination'}
            </p>
            {change.reason === '' ? null : <p className="reason">{change.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
