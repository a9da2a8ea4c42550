import { useEffect, useRef } from 'react'
import { choiceId, type Completion } from './completion.ts'
import './completion-list.css'

const names = { people: 'People at this meeting', snippets: 'Snippets' }

/** What the word that is being typed could be. The editor keeps the focus and says which line is meant. */
export function CompletionList({
  listId,
  completion: { trigger, choices, active },
  onChoose,
}: {
  listId: string
  completion: Completion
  onChoose(index: number, isExpanded: boolean): void
}) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div className="completion">
      {/* What scrolls can have the focus; in the editor Tab takes the line that is meant, so it never comes here by it. */}
      <ul ref={list} id={listId} role="listbox" tabIndex={0} aria-label={names[trigger.of]}>
        {choices.map(({ id, label, detail }, index) => (
          <li
            key={id}
            id={choiceId(listId, index)}
            role="option"
            aria-selected={index === active}
            // Before the editor loses the focus to the pointer.
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(index, event.shiftKey)
            }}
          >
            <span className="label">{label}</span>
            <span className="detail">{detail}</span>
          </li>
        ))}
      </ul>
      <p className="completion-keys" aria-hidden="true">
        {trigger.of === 'people' ? '⏎ initials · ⇧⏎ name as well' : '⏎ insert, then ⇥ from place to place'}
      </p>
    </div>
  )
}
