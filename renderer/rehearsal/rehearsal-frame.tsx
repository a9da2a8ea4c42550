import { useEffect, type ReactNode } from 'react'
import { useBook } from '../state/book.ts'
import { classNames } from '../ui/class-names.ts'
import { rehearsalName } from './rehearsal-words.ts'
import { RehearsalActs } from './rehearsal-acts.tsx'
import './rehearsal.css'

/**
 * Around everything that a window shows: in a rehearsal a hatched edge, an accent of its own and a line that says so in
 * words; nothing at all in a book that is kept.
 */
export function RehearsalFrame({ isWall = false, children }: { isWall?: boolean; children: ReactNode }) {
  const name = useBook(({ state }) => rehearsalName(state?.book ?? null))
  const isRehearsal = name !== ''
  useEffect(() => {
    document.documentElement.toggleAttribute('data-rehearsal', isRehearsal)
  }, [isRehearsal])
  const words = `${isWall ? 'Rehearsal' : name} – nothing here is kept`
  return (
    <div className={classNames('rehearsal-frame', isRehearsal && 'is-on', isWall && 'is-wall')}>
      {/* There before it says anything, so that a screen reader hears it once, on entering. */}
      <p className="hidden" role="status">
        {isRehearsal && !isWall ? words : ''}
      </p>
      {isRehearsal ? (
        <div className="rehearsal-banner" role="region" aria-label="Rehearsal">
          <strong>{words}</strong>
          {isWall ? null : <RehearsalActs />}
        </div>
      ) : null}
      <div className="rehearsal-content">{children}</div>
    </div>
  )
}
