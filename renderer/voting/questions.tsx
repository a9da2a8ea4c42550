import { useEffect, useMemo, useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import type { AskedQuestion } from '../scripts/script-panel.tsx'
import { act, useLive } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { DeterminationAlone, DeterminationAloneDialog } from './determination-alone.tsx'
import { entriesOf, isStanding, isWaiting } from './entries.ts'
import { HoldWrittenDialog } from './hold-written-dialog.tsx'
import { JointItemsDialog } from './joint-items-dialog.tsx'
import { JointOptionsDialog } from './joint-options-dialog.tsx'
import { JointVoteCard } from './joint-vote-card.tsx'
import { PutQuestionDialog } from './put-question-dialog.tsx'
import { QuestionCard } from './question-card.tsx'
import { WithdrawnQuestion } from './withdraw-question.tsx'
import { WrittenPositions } from './written-positions.tsx'

type Putting = 'question' | 'preference' | 'options' | 'items'

/**
 * The questions put on an item: the one at hand at length, those that are answered in a line each. One whose words no
 * longer match its vote is at hand again. Questions that are taken together are one in this.
 */
export function Questions({
  item,
  isOpen,
  isEditable,
  asked = null,
  onAsked,
}: {
  item: Item
  isOpen: boolean
  isEditable: boolean
  /** A question that is to be put at once, as the chair’s script says. */
  asked?: AskedQuestion | null
  onAsked?(): void
}) {
  const [putting, setPutting] = useState<Putting | null>(null)
  const [isHolding, setIsHolding] = useState(false)
  const [isDetermining, setIsDetermining] = useState(false)
  const meeting = useLive((store) => store.meeting)
  const room = meeting?.room
  // Positions on a written resolution are recorded with the time when they came.
  const isMeeting = meeting?.form !== 'written-resolution'
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [putId, setPutId] = useState<string | null>(null)
  const [preferenceKey, setPreferenceKey] = useState<string | null>(null)
  const entries = entriesOf(item)
  const standing = entries.filter(isStanding)
  const atHand =
    standing.find(({ id }) => id === chosenId) ??
    standing.findLast((entry) => isWaiting(entry, item)) ??
    (isOpen ? undefined : standing.at(-1))
  const preferences = item.questionKinds.filter(({ asksForPreference }) => asksForPreference)
  const preferenceKind = preferences.find(({ key }) => key === preferenceKey) ?? preferences[0]
  const isDecided = item.proposal !== null || item.line.purpose === 'decision'

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'question.put',
        title: 'Put a question',
        key: 'q',
        group: 'Item',
        isEnabled: isOpen,
        run: () => setPutting('question'),
      },
      {
        id: 'joint-vote.options',
        title: 'Vote on options…',
        key: 'Shift+Q',
        group: 'Item',
        isEnabled: isOpen && isDecided,
        run: () => setPutting('options'),
      },
      {
        id: 'joint-vote.items',
        title: 'One vote for several items…',
        key: 'j',
        group: 'Item',
        isEnabled: isOpen,
        run: () => setPutting('items'),
      },
      {
        id: 'written-position.hold',
        title: 'Hold a written position',
        key: 'Shift+W',
        group: 'Item',
        isEnabled: isEditable && isMeeting,
        run: () => setIsHolding(true),
      },
      {
        id: 'determination.alone',
        title: 'Determination without a vote',
        key: 'Shift+D',
        group: 'Item',
        isEnabled: isOpen,
        run: () => setIsDetermining(true),
      },
    ],
    [isOpen, isEditable, isMeeting, isDecided],
  )
  useCommands('questions', commands)

  // After the dialog has gone and the vote is on the screen: keys go to the grid from now on.
  const isVoteShown = entries.some(({ id }) => id === putId)
  useEffect(() => {
    if (putId === null || putting !== null || !isVoteShown) return
    document.querySelector<HTMLElement>('[data-takes-focus="vote"]')?.focus()
    setPutId(null)
  }, [putId, putting, isVoteShown])
  const onPut = (id: string) => {
    setPutting(null)
    setChosenId(id)
    setPutId(id)
  }
  useEffect(() => {
    if (asked === null) return
    onAsked?.()
    if (asked.asksForPreference) {
      setPreferenceKey(asked.kind)
      setPutting('preference')
      return
    }
    void act('question.put', { itemId: item.line.id, kind: asked.kind }).then((answer) => {
      if (answer.ok) onPut(answer.value.questionId)
    })
  }, [asked, onAsked, item.line.id])
  const holdButton = (
    <Button variant="quiet" shortcut="⇧W" onClick={() => setIsHolding(true)}>
      Written position
    </Button>
  )
  return (
    <section className="questions" aria-label="Questions">
      <WrittenPositions item={item} isEditable={isEditable} />
      {entries.map((entry) =>
        entry.kind === 'joint' ? (
          <JointVoteCard
            key={entry.id}
            item={item}
            vote={entry.vote}
            isShown={entry.id === atHand?.id}
            isEditable={isEditable && item.meetingState === 'open'}
            onShow={() => setChosenId(entry.id)}
            onAskPreference={
              preferenceKind === undefined || entry.vote.form === 'items' || !isOpen
                ? undefined
                : () => setPutting('preference')
            }
          />
        ) : entry.question.withdrawn !== null ? (
          <WithdrawnQuestion key={entry.id} question={entry.question} />
        ) : (
          <QuestionCard
            key={entry.id}
            item={item}
            question={entry.question}
            isShown={entry.id === atHand?.id}
            isEditable={isEditable && item.meetingState === 'open'}
            onShow={() => setChosenId(entry.id)}
          />
        ),
      )}
      {item.determinations.map((determination) => (
        <DeterminationAlone
          key={determination.id}
          determination={determination}
          isEditable={isEditable && item.meetingState === 'open'}
        />
      ))}
      {isOpen ? (
        <div className="question-acts">
          <Button
            variant={standing.length > 0 ? 'quiet' : item.proposal === null ? 'plain' : 'primary'}
            shortcut="Q"
            onClick={() => setPutting('question')}
          >
            {standing.length === 0 ? 'Put a question' : 'Put another question'}
          </Button>
          <Menu
            label="Vote on several"
            variant="quiet"
            opensAtStart
            items={[
              ...(isDecided
                ? [
                    {
                      id: 'options',
                      label: 'Vote on options…',
                      shortcut: '⇧Q',
                      run: () => setPutting('options'),
                    },
                  ]
                : []),
              {
                id: 'items',
                label: 'One vote for several items…',
                shortcut: 'J',
                run: () => setPutting('items'),
              },
            ]}
          >
            Vote on several ▾
          </Menu>
          {holdButton}
          <Button
            variant="quiet"
            shortcut="⇧D"
            title="Determination without a vote"
            onClick={() => setIsDetermining(true)}
          >
            No vote needed
          </Button>
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
      {isDetermining ? (
        <DeterminationAloneDialog item={item} onClose={() => setIsDetermining(false)} />
      ) : null}
      {putting === 'question' || putting === 'preference' ? (
        <PutQuestionDialog
          item={item}
          {...(putting === 'preference' && preferenceKind !== undefined
            ? { initialKind: preferenceKind.key }
            : {})}
          onPut={onPut}
          onClose={() => setPutting(null)}
        />
      ) : null}
      {putting === 'options' ? (
        <JointOptionsDialog item={item} onPut={onPut} onClose={() => setPutting(null)} />
      ) : null}
      {putting === 'items' && meeting !== null ? (
        <JointItemsDialog item={item} meeting={meeting} onPut={onPut} onClose={() => setPutting(null)} />
      ) : null}
    </section>
  )
}
