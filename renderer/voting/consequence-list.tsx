import type { Foreseen, ForeseenConsequence } from '../../core/contract/determinations.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'

interface ConsequenceListProps {
  foreseen: Foreseen
  /** Keys of those that are not to be applied. */
  without: readonly string[]
  /** Dates given in place of counted ones. */
  dates: Readonly<Record<string, string>>
  onTick(key: string, isTicked: boolean): void
  onDate(key: string, date: string): void
}

/** What follows for the proposal, each with its arithmetic: ticked is applied, and undone together with the words. */
export function ConsequenceList(props: ConsequenceListProps) {
  const { consequences, whyNone } = props.foreseen
  if (consequences.length === 0) return <p className="quiet">{whyNone}</p>
  return (
    <fieldset className="consequences">
      <legend>What follows for the proposal</legend>
      <ul>
        {consequences.map((each) => (
          <li key={each.key}>
            <Consequence {...props} consequence={each} />
            {each.isDate && each.parameter === null ? (
              <DateInput
                label={each.label}
                isLabelHidden
                value={props.dates[each.key] ?? each.date ?? ''}
                onChange={(date) => props.onDate(each.key, date)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Consequence({
  consequence,
  without,
  onTick,
}: ConsequenceListProps & { consequence: ForeseenConsequence }) {
  const { key, words, arithmetic, warning, problem, values } = consequence
  const more = (
    <>
      {arithmetic === '' ? null : <span className="arithmetic">{arithmetic}</span>}
      {warning === null ? null : <span className="warning">{warning}</span>}
      {problem === null ? null : <span className="warning">{problem}</span>}
    </>
  )
  // A date from which others are counted is nothing that the register holds: there is nothing to tick.
  if (Object.keys(values).length === 0) {
    return (
      <p className="only-told">
        {words}
        <span className="hint">{more}</span>
      </p>
    )
  }
  return (
    <CheckBox label={words} isChecked={!without.includes(key)} onChange={(isTicked) => onTick(key, isTicked)}>
      {more}
    </CheckBox>
  )
}
