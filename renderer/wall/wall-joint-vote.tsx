import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import { classNames } from '../ui/class-names.ts'
import { verdictWords } from '../../core/contract/words.ts'
import { outcomeRows } from '../voting/joint-words.ts'

/** How many options still stand in one column that can be read from ten metres, and in two. */
const mostInOne = 5
const mostInTwo = 10

/** The options of a proposal that are voted on together: each with its result once its determination is written. */
export function WallJointVote({ vote }: { vote: JointVote }) {
  const rows = outcomeRows(vote)
  const columns = rows.length <= mostInOne ? 1 : rows.length <= mostInTwo ? 2 : 3
  const lines = Math.ceil(rows.length / columns)
  return (
    <div className="wall-question">
      <h2>{titleAlone(vote)}</h2>
      <ul
        className={classNames('wall-options', columns > 1 && 'many', columns > 2 && 'most')}
        style={{ gridTemplateRows: `repeat(${String(lines)}, auto)` }}
      >
        {rows.map((row) => (
          <li key={row.questionId} className={row.hasDetermination ? 'determined' : undefined}>
            <span>{vote.options.find(({ key }) => key === row.option)?.label}</span>
            {row.hasDetermination ? <Result row={row} /> : null}
          </li>
        ))}
      </ul>
      {rows.every(({ hasDetermination }) => hasDetermination) ? null : (
        <p className="wall-label">{positionsIn(vote)}</p>
      )}
    </div>
  )
}

/** The title without the options that it lists: they stand below it. */
function titleAlone({ title, options }: JointVote): string {
  const at = options[0] === undefined ? -1 : title.indexOf(`: ${options[0].label}`)
  const isListing = at > 0 && options.every(({ label }) => title.includes(label, at))
  return isListing ? title.slice(0, at) : title
}

function Result({ row: { verdict, count } }: { row: JointRow }) {
  // With a determination every position is in; one that was taken back since has none to show.
  if (verdict === 'pending') return null
  const { mark, name } = verdictWords[verdict]
  return (
    <strong className={verdict}>
      <span aria-hidden="true">{mark}</span> {name} {count}
    </strong>
  )
}

/** "117 of 180 positions are in." over all the votes that were put together and stand. */
function positionsIn({ rows, stillToCome }: JointVote): string {
  const all = rows
    .filter(({ state }) => state !== 'withdrawn')
    .reduce((sum, { values }) => sum + values.length, 0)
  return stillToCome === 0
    ? 'Every position is in.'
    : `${String(all - stillToCome)} of ${String(all)} positions are in.`
}
