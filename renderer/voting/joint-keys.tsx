import { positionWords } from '../../core/contract/words.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { positionName, type FillScope, type JointOrder } from './joint-cells.ts'

export type Recordable = 'for' | 'against' | 'abstain' | 'none' | 'not-present' | 'recused' | 'pending'

const recorded = ['for', 'against', 'none', 'abstain', 'not-present', 'recused'] as const
const filled = ['for', 'against', 'none', 'abstain'] as const

/** What each key does in the grid, and the same for the mouse. */
export function JointKeys({
  hasObjectives,
  sourceLabel,
  canCopy,
  isColumnNext,
  order,
  onOrder,
  onRecord,
  onFill,
  onCopy,
  onOpen,
}: {
  hasObjectives: boolean
  /** The option whose positions can be copied; null where there is only one. */
  sourceLabel: string | null
  canCopy: boolean
  isColumnNext: boolean
  order: JointOrder
  onOrder(order: JointOrder): void
  onRecord(value: Recordable): void
  onFill(scope: FillScope, value: Recordable): void
  onCopy(forAll: boolean): void
  /** Shows all of the question in whose row one is. */
  onOpen(): void
}) {
  return (
    <div className="joint-keys">
      <div className="vote-acts">
        {recorded.map((value) => (
          <Button
            key={value}
            variant="quiet"
            tabIndex={-1}
            shortcut={keyFor(value)}
            onClick={() => onRecord(value)}
          >
            {positionWords[value].mark} {shortName(value, hasObjectives)}
          </Button>
        ))}
      </div>
      <div className="vote-acts">
        {(['row', 'column'] as const).map((scope) => (
          <span key={scope} className={classNames('fill', scope === 'column' && isColumnNext && 'is-next')}>
            rest of {scope}
            {filled.map((value) => (
              <Button
                key={value}
                variant="quiet"
                tabIndex={-1}
                shortcut={`${scope === 'row' ? '⇧' : 'C '}${keyFor(value)}`}
                title={`The rest of the ${scope}: ${shortName(value, hasObjectives)}`}
                onClick={() => onFill(scope, value)}
              >
                <span aria-hidden="true">{positionWords[value].mark}</span>
                <VisuallyHidden>{`The rest of the ${scope}: ${shortName(value, hasObjectives)}`}</VisuallyHidden>
              </Button>
            ))}
          </span>
        ))}
        <Button variant="quiet" tabIndex={-1} shortcut="⏎" onClick={onOpen}>
          open
        </Button>
      </div>
      <div className="vote-acts">
        {sourceLabel === null ? null : (
          <span className="fill">
            same as {sourceLabel}:&nbsp;
            <Button
              variant="quiet"
              tabIndex={-1}
              aria-disabled={!canCopy}
              shortcut="="
              onClick={() => onCopy(false)}
            >
              this member
            </Button>
            <Button
              variant="quiet"
              tabIndex={-1}
              aria-disabled={!canCopy}
              shortcut="⇧="
              onClick={() => onCopy(true)}
            >
              all members
            </Button>
          </span>
        )}
        <span className="fill">
          go on:&nbsp;
          {(['by-question', 'by-member'] as const).map((each) => (
            <Button key={each} variant="quiet" aria-pressed={order === each} onClick={() => onOrder(each)}>
              {each === 'by-question' ? '→ by question' : '↓ by member'}
            </Button>
          ))}
        </span>
        <Menu
          label="Rest of all"
          variant="quiet"
          items={filled.map((value) => ({
            id: value,
            label: `${positionWords[value].mark} ${shortName(value, hasObjectives)}`,
            run: () => onFill('all', value),
          }))}
        >
          rest of all ▾
        </Menu>
      </div>
    </div>
  )
}

function keyFor(value: Recordable): string {
  return positionWords[value].key?.toUpperCase() ?? ''
}

/** In a grid with objectives a key serves for both: yes against an objective, for in the overall vote. */
function shortName(value: Recordable, hasObjectives: boolean): string {
  if (value === 'none') return 'No vote'
  const towards = positionName(value, true)
  const name = positionWords[value].name
  return hasObjectives && towards !== name ? `${name} / ${towards.toLowerCase()}` : name
}
