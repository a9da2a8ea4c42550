import type { CallOutput } from '../../core/contract/calls.ts'
import { bodies, everybody } from '../state/bodies.ts'
import { countWords } from '../ui/words.ts'
import { bodyKindWords } from './body-words.ts'

type BodySummary = CallOutput<'body.list'>['bodies'][number]

/** The bodies down the left side, and everybody in the book below them. Arrow keys move. */
export function BodyList({ list, shownId }: { list: readonly BodySummary[]; shownId: string }) {
  const ids = [...list.map(({ id }) => id), everybody]
  return (
    <nav
      className="body-list"
      aria-label="Bodies"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        const next = ids[ids.indexOf(shownId) + step]
        if (step === 0 || next === undefined) return
        event.preventDefault()
        bodies.show(next)
        event.currentTarget.querySelectorAll('button')[ids.indexOf(next)]?.focus()
      }}
    >
      <ul>
        {list.map((body) => (
          <li key={body.id}>
            <Entry id={body.id} shownId={shownId} name={body.name}>
              {[
                body.code?.shortName ?? bodyKindWords[body.kind],
                countWords(body.seats, 'seat'),
                countWords(body.votes, 'vote'),
              ].join(' · ')}
            </Entry>
          </li>
        ))}
        <li className="everybody">
          <Entry id={everybody} shownId={shownId} name="People">
            everybody in the book
          </Entry>
        </li>
      </ul>
    </nav>
  )
}

function Entry({
  id,
  shownId,
  name,
  children,
}: {
  id: string
  shownId: string
  name: string
  children: string
}) {
  const isShown = id === shownId
  return (
    <button
      type="button"
      tabIndex={isShown ? 0 : -1}
      {...(isShown ? { 'aria-current': 'true' as const } : {})}
      onClick={() => bodies.show(id)}
    >
      <span>{name}</span>
      <span className="soft">{children}</span>
    </button>
  )
}
