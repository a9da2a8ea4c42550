import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/field.tsx'

/** The questions that the body usually puts: type to narrow them, Enter to put the first. */
export function PutQuestionDialog({
  item,
  onPut,
  onClose,
}: {
  item: Item
  onPut(kind: string): void
  onClose(): void
}) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const words = text.toLowerCase().split(/\s+/)
  const found = item.questionKinds.filter((kind) =>
    words.every((word) => `${kind.label} ${kind.text} ${kind.key}`.toLowerCase().includes(word)),
  )
  const chosen = found[Math.min(at, found.length - 1)]
  return (
    <Dialog
      title="Put a question"
      onClose={onClose}
      onSubmit={() => {
        if (chosen !== undefined) onPut(chosen.key)
      }}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={chosen === undefined}>
            Put it
          </Button>
        </>
      }
    >
      <TextInput
        label="Which"
        value={text}
        autoFocus
        onChange={(value) => {
          setText(value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step === 0) return
          event.preventDefault()
          setAt(Math.max(0, Math.min(found.length - 1, at + step)))
        }}
      />
      {found.length === 0 ? <p>The body has no such question.</p> : null}
      <ul className="choices">
        {found.map((kind) => (
          <li key={kind.key}>
            <button
              type="button"
              className={classNames('choice', kind === chosen && 'chosen')}
              onClick={() => onPut(kind.key)}
            >
              <strong>{kind.label}</strong>
              <span>{kind.text}</span>
              <span className="quiet">{kind.ruleName}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
