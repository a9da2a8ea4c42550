import type { Code, StageCount } from './stage-counts.ts'
import { stageCounts } from './stage-counts.ts'
import { register, useRegister } from '../state/register.ts'
import { useView } from '../state/follow-topics.ts'
import { classNames } from '../ui/class-names.ts'
import { countWords } from '../ui/words.ts'

/** Above this many codes their bars stand without the stages' names, so that the list keeps its room. */
const mostWithNames = 3
/** A part of the bar that is wider than this share of it has room for its name. */
const leastForName = 0.12

/**
 * The open proposals by stage, as a bar for each code with its numbers. The stages under a bar narrow the list;
 * the bar itself is a picture of the same numbers.
 */
export function StageBar({ codes }: { codes: readonly Code[] }) {
  const codeId = useRegister((store) => store.filter.codeId)
  const open = useView('proposal.list', { openOnly: true }, ['register']).value?.proposals
  if (open === undefined) return null
  const bars = codes
    .filter((code) => codeId === '' || code.id === codeId)
    .map((code) => ({ code, ...stageCounts(code, open) }))
    .filter(({ total }) => total > 0 || codeId !== '')
  if (bars.length === 0) return null
  const longest = Math.max(...bars.map(({ total }) => total))
  return (
    <figure className="stage-bars" aria-label="Open proposals by stage">
      {bars.map(({ code, total, stages }) => (
        <Bar
          key={code.id}
          code={code}
          total={total}
          stages={stages}
          share={longest === 0 ? 0 : total / longest}
          hasNames={bars.length <= mostWithNames}
        />
      ))}
    </figure>
  )
}

function Bar({
  code,
  total,
  stages,
  share,
  hasNames,
}: {
  code: Code
  total: number
  stages: readonly StageCount[]
  share: number
  hasNames: boolean
}) {
  const filter = useRegister((store) => store.filter)
  const isChosen = ({ key }: StageCount) =>
    filter.stage === key && (filter.codeId === code.id || filter.codeId === '')
  const choose = (stage: StageCount) => {
    if (isChosen(stage)) register.narrow({ stage: '' })
    else register.narrow({ codeId: code.id, stage: stage.key, workgroupId: '' })
  }
  const words = stages.map(({ name, count }) => `${count} ${name}`).join(', ')
  return (
    <div className="stage-row">
      <p className="stage-code">
        <strong>{code.shortName}</strong> <span>{total} open</span>
      </p>
      <div
        className="stage-bar"
        role="img"
        aria-label={`${code.name}: ${countWords(total, 'open proposal')}: ${words}`}
        style={{ width: `${share * 100}%` }}
      >
        {stages
          .filter(({ count }) => count > 0)
          .map((stage) => (
            <span
              key={stage.key}
              className={classNames('stage-part', isChosen(stage) && 'chosen')}
              style={{ flexGrow: stage.count }}
              title={`${stage.count} ${stage.name}`}
              onClick={() => choose(stage)}
            >
              <b>{stage.count}</b>
              {(stage.count / total) * share > leastForName ? <span>{stage.name}</span> : null}
            </span>
          ))}
      </div>
      {hasNames ? (
        <ul className="stage-names" aria-label={`Stages of the ${code.shortName}`}>
          {stages.map((stage) => (
            <li key={stage.key}>
              <button
                type="button"
                className={classNames('stage-name', stage.count === 0 && 'none')}
                aria-pressed={isChosen(stage)}
                onClick={() => choose(stage)}
              >
                <b>{stage.count}</b> {stage.name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
