import type { ShownQuestion, ShownResult } from '../../core/contract/wall.ts'
import { verdictWords } from '../../core/contract/words.ts'
import { classNames } from '../ui/class-names.ts'
import { constituencyOutcomes } from '../voting/by-constituency.tsx'

/** How many options still stand in one column that can be read from ten metres, and in two. */
const mostInOne = 5
const mostInTwo = 10

/** The question, and its result once the room is shown it. Options that are voted on together stand side by side. */
export function WallQuestion({ question }: { question: ShownQuestion }) {
  const { text, together, progress, result, options } = question
  return (
    <div className="wall-question">
      <h2>{text}</h2>
      {together === '' ? null : <p className="wall-label">{together}</p>}
      {options.length === 0 ? null : <Options options={options} />}
      {result === null ? null : <Result result={result} />}
      {progress === '' ? null : <p className="wall-label numbers">{progress}</p>}
    </div>
  )
}

function Result({ result: { verdict, text, count, byConstituency } }: { result: ShownResult }) {
  return (
    <>
      <p className={classNames('wall-result', verdict)}>
        <span aria-hidden="true">{verdictWords[verdict].mark}</span> {text}
      </p>
      {byConstituency === null ? null : (
        <ul className="wall-constituencies">
          {byConstituency.map((each) => (
            <li key={each.constituency} className={each.verdict}>
              <span aria-hidden="true">{constituencyOutcomes[each.verdict].mark}</span> {each.constituency}{' '}
              {constituencyOutcomes[each.verdict].word}
              <span className="numbers">
                {each.for}–{each.against}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="wall-label numbers">{count}</p>
    </>
  )
}

function Options({ options }: { options: ShownQuestion['options'] }) {
  const columns = options.length <= mostInOne ? 1 : options.length <= mostInTwo ? 2 : 3
  const lines = Math.ceil(options.length / columns)
  return (
    <ul
      className={classNames('wall-options', columns > 1 && 'many', columns > 2 && 'most')}
      style={{ gridTemplateRows: `repeat(${String(lines)}, auto)` }}
    >
      {options.map(({ label, result }) => (
        <li key={label} className={result === null ? undefined : 'shown'}>
          <span>{label}</span>
          {result === null ? null : (
            <strong className={result.verdict}>
              <span aria-hidden="true">{verdictWords[result.verdict].mark}</span>{' '}
              {verdictWords[result.verdict].name} {result.count}
            </strong>
          )}
        </li>
      ))}
    </ul>
  )
}
