import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { voteMethods, voteMethodWords, type VoteMethod } from '../../core/contract/words.ts'
import { act, useLive } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { FormRefusal } from '../ui/form-refusal.tsx'
import { useForm } from '../ui/use-form.ts'
import { PreferenceDialog } from './preference-dialog.tsx'

/**
 * The questions that the body usually puts: type to narrow them, Enter to put the first; pressing one puts it. One that
 * asks which option is preferred asks for its options first.
 */
export function PutQuestionDialog({
  item,
  initialKind,
  onPut,
  onClose,
}: {
  item: Item
  /** Key of the kind that is chosen already, where it asks for options. */
  initialKind?: string
  onPut(questionId: string): void
  onClose(): void
}) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [method, setMethod] = useState<VoteMethod>('roll-call')
  const [isIndicative, setIsIndicative] = useState(false)
  const [optionsFor, setOptionsFor] = useState(initialKind)
  const quorum = useLive((store) => store.meeting?.room.quorum)
  const form = useForm()
  const words = text.toLowerCase().split(/\s+/)
  const found = item.questionKinds.filter((kind) =>
    words.every((word) => `${kind.label} ${kind.text} ${kind.key}`.toLowerCase().includes(word)),
  )
  const chosen = found[Math.min(at, found.length - 1)]
  const put = async ({ key, asksForPreference }: Item['questionKinds'][number]) => {
    if (asksForPreference) {
      setOptionsFor(key)
      return
    }
    await form.send(async () => {
      const answer = await act(
        'question.put',
        { itemId: item.line.id, kind: key, method, isIndicative: isIndicative && quorum?.isMet === false },
        { isQuiet: true },
      )
      if (answer.ok) onPut(answer.value.questionId)
      return answer
    })
  }
  const preference = item.questionKinds.find(
    ({ key, asksForPreference }) => asksForPreference && key === optionsFor,
  )
  if (preference !== undefined) {
    return <PreferenceDialog {...{ item, method, isIndicative, onPut, onClose }} kind={preference} />
  }
  return (
    <Dialog
      title="Put a question"
      onClose={onClose}
      onSubmit={() => {
        if (chosen !== undefined) void put(chosen)
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
        role="combobox"
        aria-expanded
        aria-controls="questions-to-put"
        aria-activedescendant={chosen === undefined ? undefined : `question-${chosen.key}`}
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
      {/* Chosen from the field above: a list of buttons would be as many stops on the way to what follows. */}
      <ul id="questions-to-put" role="listbox" aria-label="Questions" className="choices">
        {found.map((kind) => (
          <li key={kind.key} role="presentation">
            <button
              type="button"
              id={`question-${kind.key}`}
              role="option"
              aria-selected={kind === chosen}
              tabIndex={-1}
              className={classNames('choice', kind === chosen && 'chosen')}
              onClick={() => void put(kind)}
            >
              <strong>{kind.label}</strong>
              <span>{kind.text}</span>
              <span className="quiet">{kind.ruleName}</span>
            </button>
          </li>
        ))}
      </ul>
      <Select
        label="How it is taken"
        value={method}
        onChange={(value) => setMethod(value as VoteMethod)}
        options={voteMethods.map((value) => ({ value, label: voteMethodWords[value] }))}
      />
      {quorum?.isMet === false ? (
        <CheckBox
          label={`${quorum.sentence} Take the vote as an indication only.`}
          isChecked={isIndicative}
          onChange={setIsIndicative}
        />
      ) : null}
      <FormRefusal form={form} />
    </Dialog>
  )
}
