import type { OptionResult } from '../../core/contract/voting-rule.ts'
import { classNames } from '../ui/class-names.ts'
import './by-option.css'

/** The votes that each option got, as a number and as a bar, and which of them is the preferred one. */
export function ByOption({ results }: { results: readonly OptionResult[] }) {
  const most = Math.max(1, ...results.map(({ votes }) => votes))
  return (
    <table className="by-option">
      <thead>
        <tr>
          <th scope="col">Option</th>
          <th scope="col">Votes</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {results.map(({ key, label, votes, isPreferred }) => (
          <tr key={key} className={classNames(isPreferred && 'preferred')}>
            <th scope="row">{label}</th>
            <td className="votes">{votes}</td>
            <td className="bar">
              <span
                aria-hidden="true"
                className="filled"
                style={{ inlineSize: `${(votes / most) * 10}rem` }}
              />
              {isPreferred ? <span className="outcome">✓ preferred</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
