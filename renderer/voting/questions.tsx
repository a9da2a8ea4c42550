import { useEffect, useMemo, useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { useLive } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { HoldWrittenDialog } from './hold-written-dialog.tsx'
import { PutQuestionDialog } from './put-question-dialog.tsx'
import { QuestionCard } from './question-card.tsx'
import { WrittenPositions } from './written-positions.tsx'

/**
 * The questions put on an item: the one at hand at length, those that are answered in a line each. One whose words no
 * longer match its vote is at hand again.
 */
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
  const [isHolding, setIsHolding] = useState(false)
  const room = useLive((store) => store.meeting?.room)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [putId, setPutId] = useState<string | null>(null)
  const unanswered = item.questions.filter(
    ({ determination, round }) => determination === null || determination.isStale || round.state === 'open',
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
      {
        id: 'written-position.hold',
        title: 'Hold a written position',
        key: 'Shift+W',
        group: 'Item',
        isEnabled: isEditable,
        run: () => setIsHolding(true),
      },
    ],
    [isOpen, isEditable],
  )
  useCommands('questions', commands)

  // After the dialog has gone and the vote is on the screen: keys go to the grid from now on.
  const isVoteShown = item.questions.some(({ id }) => id === putId)
  useEffect(() => {
    if (putId === null || isPutting || !isVoteShown) return
    document.querySelector<HTMLElement>('[data-takes-focus="vote"]')?.focus()
    setPutId(null)
  }, [putId, isPutting, isVoteShown])
  const onPut = (questionId: string) => {
    setIsPutting(false)
    setChosenId(questionId)
    setPutId(questionId)
  }
  const holdButton = (
    <Button variant="quiet" shortcut="⇧W" onClick={() => setIsHolding(true)}>
      Written position
    </Button>
  )
  return (
    <section className="questions" aria-label="Questions">
      <WrittenPositions item={item} isEditable={isEditable} />
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
            variant={item.questions.length > 0 ? 'quiet' : item.proposal === null ? 'plain' : 'primary'}
            shortcut="Q"
            onClick={() => setIsPutting(true)}
          >
            {item.questions.length === 0 ? 'Put a question' : 'Put another question'}
          </Button>
          {holdButton}
        </div>
      ) : item.questions.length === 0 && item.meetingState === 'planned' && item.proposal !== null ? (
        <div className="question-acts">
          <p className="quiet">Questions are put once the meeting is open.</p>
          {isEditable ? holdButton : null}
        </div>
      ) : null}
      {isHolding && room !== undefined ? (
        <HoldWrittenDialog item={item} room={room} onClose={() => setIsHolding(false)} />
      ) : null}
      {isPutting ? <PutQuestionDialog item={item} onPut={onPut} onClose={() => setIsPutting(false)} /> : null}
    </section>
  )
}
