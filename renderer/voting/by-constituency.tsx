import type { ConstituencyResult, Verdict } from '../../core/contract/voting-rule.ts'
import { classNames } from '../ui/class-names.ts'
import './by-constituency.css'

/** What a constituency's own vote means for the whole, marked by shape and word. */
export const constituencyOutcomes: Record<Verdict, { mark: string; word: string }> = {
  carried: { mark: '✓', word: 'approves' },
  'not-carried': { mark: '✗', word: 'rejects' },
  tied: { mark: '=', word: 'neutral' },
  'no-decision': { mark: '–', word: 'drops out' },
  pending: { mark: '·', word: 'still to come' },
}

/** The vote by party category, for a rule that decides by constituency. */
export function ByConstituency({ results }: { results: readonly ConstituencyResult[] }) {
  return (
    <table className="by-constituency">
      <thead>
        <tr>
          <th scope="col">Party category</th>
          <th scope="col">Approve</th>
          <th scope="col">Reject</th>
          <th scope="col">Abstain</th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.constituency}>
            <th scope="row">{result.constituency}</th>
            <td>{result.for}</td>
            <td>{result.against}</td>
            <td>{result.abstain}</td>
            <td className={classNames('outcome', result.verdict)}>
              <span aria-hidden="true">{constituencyOutcomes[result.verdict].mark}</span>{' '}
              {constituencyOutcomes[result.verdict].word}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
