import { MoreHorizontal } from 'lucide-react'
import type { ForeseenBranch } from '../../core/contract/scripts.ts'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Kbd } from '../ui/kbd.tsx'

/** A branch with its key, and beside it what it will do, or what stands of it. */
export function BranchRow({
  branch,
  onTake,
  onOther,
}: {
  branch: ForeseenBranch
  onTake(): void
  /** Takes it with another date or workgroup than is known. */
  onOther(): void
}) {
  const { number, label, sentence, problem, warnings, asks, taken } = branch
  const open = asks.filter(({ value }) => value === null).map((each) => each.label.toLowerCase())
  const does = [
    ...(taken !== null ? [taken] : problem === null ? [] : [`Not now: ${problem}`]),
    ...(taken === null ? [sentence, ...warnings] : []),
    ...(taken === null && problem === null && open.length > 0 ? [`Asks for: ${open.join(', ')}.`] : []),
  ].join(' ')
  return (
    <li className={classNames(taken !== null && 'taken')}>
      <button
        type="button"
        className="button plain"
        aria-disabled={problem !== null}
        aria-describedby={`script-does-${number}`}
        onClick={onTake}
      >
        <Kbd>{String(number)}</Kbd>
        {label}
        {/* Its room is kept, so that nothing moves when the branch is taken. */}
        <span className="mark">{taken === null ? '' : '✓'}</span>
      </button>
      <span className="does soft" id={`script-does-${number}`} title={does}>
        {does}
      </span>
      {asks.length === 0 || problem !== null ? null : (
        <IconButton label={`${label}, with other particulars (Shift+${number})`} onClick={onOther}>
          <MoreHorizontal size={16} aria-hidden />
        </IconButton>
      )}
    </li>
  )
}
