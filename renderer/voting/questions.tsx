import { useMemo, useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { PutQuestionDialog } from './put-question-dialog.tsx'
import { QuestionCard } from './question-card.tsx'

/** The questions put on an item: the one at hand at length, those that are answered in a line each. */
export function Questions({
  item,
  isOpen,
  isEditable,
}: {
  item: Item
  isOpen: boolean
  isEditable: boolean
}) {
  const [isPutting, setIsPutting] = useState(false)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const unanswered = item.questions.filter(
    ({ determination, round }) => determination === null || round.state === 'open',
  )
  const atHand =
    item.questions.find(({ id }) => id === chosenId) ??
    unanswered.at(-1) ??
    (isOpen ? undefined : item.questions.at(-1))

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'question.put',
        title: 'Put a question',
        key: 'q',
        group: 'Item',
        isEnabled: isOpen,
        run: () => setIsPutting(true),
      },
    ],
    [isOpen],
  )
  useCommands('questions', commands)

  const put = async (kind: string) => {
    const answer = await act('question.put', { itemId: item.line.id, kind })
    setIsPutting(false)
    if (!answer.ok) return
    setChosenId(answer.value.questionId)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-takes-focus="vote"]')?.focus())
  }
  return (
    <section className="questions" aria-label="Questions">
      {item.questions.map((question) => (
        <QuestionCard
          key={question.id}
          item={item}
          question={question}
          isShown={question.id === atHand?.id}
          isEditable={isEditable && item.meetingState === 'open'}
          onShow={() => setChosenId(question.id)}
        />
      ))}
      {item.determinations.map((determination) => (
        <blockquote key={determination.id} className="determination">
          {determination.text}
        </blockquote>
      ))}
      {isOpen ? (
        <div className="question-acts">
          <Button
            variant={item.questions.length === 0 && item.proposal !== null ? 'primary' : 'plain'}
            shortcut="Q"
            onClick={() => setIsPutting(true)}
          >
            Put a question
          </Button>
        </div>
      ) : item.questions.length === 0 && item.meetingState === 'planned' && item.proposal !== null ? (
        <p className="quiet">Questions are put once the meeting is open.</p>
      ) : null}
      {isPutting ? (
        <PutQuestionDialog item={item} onPut={(kind) => void put(kind)} onClose={() => setIsPutting(false)} />
      ) : null}
    </section>
  )
}
