import { useEffect, useMemo, useRef, useState } from 'react'
import { MoreHorizontal } from 'lucide-react'
import { itemLabels } from '../../core/contract/item-labels.ts'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import type { Item } from '../../core/contract/voting.ts'
import { voteMethodWords } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act, selectItem } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { useStable } from '../ui/use-stable.ts'
import { JointGrid } from './joint-grid.tsx'
import { keepFromRoom, ShowRoom } from './show-room.tsx'
import { JointRenameDialog } from './joint-rename-dialog.tsx'
import { WithdrawnVotes, WithdrawVotesDialog } from './withdraw-votes.tsx'
import { JointResults } from './joint-results.tsx'
import { useAnnouncedResults } from './joint-announce.ts'
import { needsDetermination, outcomeRows, summaryOf } from './joint-words.ts'
import { QuestionCard } from './question-card.tsx'
import './joint-vote-card.css'

interface JointVoteCardProps {
  item: Item
  vote: JointVote
  isShown: boolean
  isEditable: boolean
  onShow(): void
  /** Asks which of the options is preferred; undefined where the body has no such question. */
  onAskPreference: (() => void) | undefined
}

/** Votes that are taken together: one grid, then the outcome of each with all that can be done with it. */
export function JointVoteCard({
  item,
  vote,
  isShown,
  isEditable,
  onShow,
  onAskPreference,
}: JointVoteCardProps) {
  useAnnouncedResults(vote)
  if (vote.rows.every(({ state }) => state === 'withdrawn')) return <WithdrawnVotes item={item} vote={vote} />
  if (!isShown) {
    return (
      <button type="button" className="question-line" onClick={onShow}>
        <span className="kind">{vote.title}</span>
        <span>{summaryOf(vote)}</span>
      </button>
    )
  }
  return <OpenCard {...{ item, vote, isEditable, onAskPreference }} />
}

function OpenCard({
  item,
  vote,
  isEditable,
  onAskPreference,
}: Pick<JointVoteCardProps, 'item' | 'vote' | 'isEditable' | 'onAskPreference'>) {
  const [opened, setOpened] = useState<{ questionId: string; isWriting: boolean } | null>(null)
  const [shows, setShows] = useState<'rename' | 'withdraw' | null>(null)
  const element = useRef<HTMLElement>(null)
  const isOpen = vote.rows.some(({ state }) => state === 'open')
  const isComplete = vote.stillToCome === 0
  // While an answer stands on one of them, it is taken back first.
  const canWithdraw = vote.rows.every(
    ({ state, hasDetermination }) => state === 'withdrawn' || !hasDetermination,
  )
  // First what this item waits for, then the items that it was taken together with.
  const waiting = vote.rows.filter(needsDetermination)
  const next = waiting.find(({ itemId }) => itemId === item.line.id) ?? waiting[0]
  const nextId = next?.questionId ?? null
  const isNextElsewhere = next !== undefined && next.itemId !== item.line.id
  const question = item.questions.find(({ id }) => id === opened?.questionId)

  const open = (questionId: string, isWriting = false) => {
    const row = vote.rows.find((each) => each.questionId === questionId)
    if (row !== undefined && row.itemId !== item.line.id) void selectItem(row.itemId)
    else if (questionId === opened?.questionId && !isWriting) setOpened(null)
    else setOpened({ questionId, isWriting })
  }
  const writeNext = useStable(() => {
    if (next !== undefined) open(next.questionId, true)
  })
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'joint-vote.determinations',
        title: 'Write the next determination',
        key: 'd',
        group: 'Item',
        // With a question open the key is that question's own.
        isEnabled: isEditable && nextId !== null && opened === null,
        run: writeNext,
      },
      {
        id: 'joint-vote.close',
        title: 'Close all the votes taken together',
        group: 'Vote',
        isEnabled: isEditable && isOpen && isComplete,
        run: () => void act('joint-vote.close', { jointVoteId: vote.id }),
      },
      {
        id: 'joint-vote.rename',
        title: 'Rename the votes taken together…',
        group: 'Vote',
        isEnabled: isEditable,
        run: () => setShows('rename'),
      },
      {
        id: 'joint-vote.withdraw',
        title: 'Withdraw the votes taken together…',
        group: 'Vote',
        isEnabled: isEditable && canWithdraw,
        run: () => setShows('withdraw'),
      },
    ],
    [vote.id, isEditable, isOpen, isComplete, canWithdraw, nextId, opened, writeNext],
  )
  useCommands('joint-vote', commands)

  // Opened by a key in the grid, it would be below what can be seen.
  const openedId = opened?.questionId
  useEffect(() => {
    if (openedId !== undefined)
      element.current?.querySelector('.question')?.scrollIntoView({ block: 'nearest' })
  }, [openedId])

  // Once its words are written, a question gives way to the next.
  const hasDetermination = question === undefined ? undefined : question.determination !== null
  const before = useRef({ id: opened?.questionId, hasDetermination })
  useEffect(() => {
    const { id, hasDetermination: had } = before.current
    before.current = { id: opened?.questionId, hasDetermination }
    if (opened === null || id !== opened.questionId || had !== false || hasDetermination !== true) return
    setOpened(null)
    element.current?.querySelector<HTMLElement>(`[data-result="${id}"]`)?.focus()
  }, [opened, hasDetermination])

  const others = vote.rows.filter(({ itemId }) => itemId !== item.line.id)
  const card =
    question === undefined || opened === null ? null : (
      <QuestionCard
        key={`${question.id} ${String(opened.isWriting)}`}
        item={item}
        question={question}
        isShown
        startsWriting={opened.isWriting}
        isEditable={isEditable}
        onShow={() => undefined}
      />
    )
  const outcomes = outcomeRows(vote)
  const roomSees = outcomes[0]?.roomSees ?? 'when-determined'
  const showRoom = (
    <ShowRoom
      vote={{ jointVoteId: vote.id }}
      sees={roomSees}
      isShown={outcomes.every(({ isShownToRoom }) => isShownToRoom)}
      isComplete={isComplete}
    />
  )
  const isInResults = isComplete && question?.joint?.objective === null
  return (
    <article ref={element} className="question joint-vote" aria-label={vote.title}>
      <header>
        <h3>{vote.title}</h3>
        {isEditable ? (
          <span className="question-menu">
            <Menu
              label="What to do with these votes"
              variant="quiet"
              items={[
                { id: 'rename', label: 'Rename…', run: () => setShows('rename') },
                ...keepFromRoom({ jointVoteId: vote.id }, roomSees, isComplete),
                ...(canWithdraw
                  ? [{ id: 'withdraw', label: 'Withdraw these votes…', run: () => setShows('withdraw') }]
                  : []),
              ]}
            >
              <MoreHorizontal size={16} aria-hidden />
            </Menu>
          </span>
        ) : null}
        <p className="rule">
          {others.length === 0 ? null : (
            <strong>Taken together with {itemLabels(others.map(({ itemLabel }) => itemLabel))} · </strong>
          )}
          rule: {vote.ruleName} · {voteMethodWords[vote.method].toLowerCase()}
          {vote.isIndicative ? ' · indicative only' : ''}
        </p>
      </header>
      <JointGrid
        vote={vote}
        itemId={item.line.id}
        openedId={openedId ?? null}
        isEditable={isEditable}
        onOpen={open}
      />
      {isInResults ? null : card}
      {isComplete ? (
        <JointResults item={item} vote={vote} openedId={openedId ?? null} opened={card} onOpen={open} />
      ) : null}
      {isEditable && isComplete ? (
        <p className="after">
          {next === undefined || opened !== null ? null : (
            <Button variant="primary" shortcut="D" onClick={writeNext}>
              {isNextElsewhere ? `On to ${next.itemLabel}` : 'Write the next determination'}
            </Button>
          )}
          {isOpen ? (
            <Button variant="quiet" onClick={() => void act('joint-vote.close', { jointVoteId: vote.id })}>
              Close all votes
            </Button>
          ) : null}
          {onAskPreference === undefined ? null : (
            <Button variant="quiet" onClick={onAskPreference}>
              Ask which is preferred…
            </Button>
          )}
          {showRoom}
        </p>
      ) : isEditable ? (
        showRoom
      ) : null}
      {shows === 'rename' ? <JointRenameDialog vote={vote} onClose={() => setShows(null)} /> : null}
      {shows === 'withdraw' ? <WithdrawVotesDialog vote={vote} onClose={() => setShows(null)} /> : null}
    </article>
  )
}
