import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { positionWords, voteMethodWords, type PositionValue } from '../../core/contract/words.ts'
import type { AskedQuestion, Item, QuestionView } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act, useLive } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { DeterminationEditor } from './determination-editor.tsx'
import { ByConstituency } from './by-constituency.tsx'
import { ByOption } from './by-option.tsx'
import { ShowRoom } from './show-room.tsx'
import { TakeAgainDialog } from './take-again-dialog.tsx'
import { VoicesDeclaration } from './voices-declaration.tsx'
import { VoteGrid } from './vote-grid.tsx'
import { QuestionMenu } from './withdraw-question.tsx'

interface QuestionCardProps {
  item: Item
  question: AskedQuestion
  isShown: boolean
  /** Opened to write its determination. */
  startsWriting?: boolean
  isEditable: boolean
  onShow(): void
}

/** One question: its rule, the positions, the result with its arithmetic, and the determination. */
export function QuestionCard({
  item,
  question,
  isShown,
  startsWriting = false,
  isEditable,
  onShow,
}: QuestionCardProps) {
  const { round } = question
  const [isWriting, setIsWriting] = useState(startsWriting)
  useAnnouncedResult(question)
  useFocusOnNewRound(round.id)
  if (!isShown) {
    return (
      <button type="button" className="question-line" onClick={onShow}>
        <span className="kind">{kindLabel(item, question)}</span>
        <span>{question.determination?.text ?? round.result ?? 'The vote is open'}</span>
        <span className="badges">
          {question.determination?.isStale === true ? (
            <Badge tone="warn">wording no longer matches</Badge>
          ) : null}
          {question.determination === null && round.result !== null ? (
            <Badge tone="warn">not written</Badge>
          ) : null}
          {round.roomSees === 'nothing' ? <Badge>kept from the room</Badge> : null}
          {question.superseded.length > 0 ? <Badge>taken again</Badge> : null}
        </span>
      </button>
    )
  }
  return (
    <article className="question" aria-label={question.text}>
      <header>
        <h3>{question.text}</h3>
        <p className="rule" title={round.ruleExplanation}>
          rule: {round.ruleName} · {voteMethodWords[round.method].toLowerCase()}
          {round.isIndicative ? ' · indicative only' : ''}
        </p>
        {isEditable ? <QuestionMenu question={question} /> : null}
      </header>
      <VoteGrid
        question={question}
        isEditable={isEditable && round.state === 'open' && !isWriting}
        whyNoPositions={question.whyNoPositions}
      />
      <Result question={question} hidesWords={isWriting || question.determination?.text === round.result} />
      {isEditable ? <CastingVote question={question} /> : null}
      {isEditable ? <VoicesDeclaration question={question} /> : null}
      <DeterminationEditor
        key={`${round.id} ${question.determination?.id ?? ''}`}
        item={item}
        question={question}
        isEditable={isEditable}
        isWriting={isWriting}
        onWriting={setIsWriting}
      />
      {isEditable && !isWriting ? (
        <AfterTheVote question={question} onWrite={() => setIsWriting(true)} />
      ) : null}
      {question.superseded.map((earlier) => (
        <details key={earlier.id} className="superseded">
          <summary>
            Vote {earlier.number}, superseded: {earlier.supersededReason}
          </summary>
          <VoteGrid question={{ ...question, round: earlier }} isEditable={false} />
          <p>{earlier.result ?? 'It was not finished.'}</p>
          <p className="quiet">{earlier.evaluation.reconciliation}</p>
          <Corrections round={earlier} />
        </details>
      ))}
    </article>
  )
}

function Result({ question, hidesWords }: { question: QuestionView; hidesWords: boolean }) {
  const { determination, round } = question
  const { evaluation, stillToCome } = round
  // Once the answer is written nobody is waited for any more.
  const isSettled = determination !== null || round.castingVote !== null
  return (
    <div className="result">
      {round.result === null ? (
        <p className="to-come">
          <strong>{stillToCome.length}</strong> still to come: {stillToCome.join(', ')}
        </p>
      ) : hidesWords ? null : (
        <p className="words">{round.result}</p>
      )}
      {evaluation.byConstituency === null ? null : <ByConstituency results={evaluation.byConstituency} />}
      {evaluation.byOption === null ? null : <ByOption results={evaluation.byOption} />}
      {round.result === null ? null : <p className="quiet">{evaluation.arithmetic}</p>}
      <p className="quiet">{evaluation.reconciliation}</p>
      {evaluation.toCarry === null || isSettled ? null : (
        <p className="quiet what-if">{evaluation.toCarry.sentence}</p>
      )}
      <Corrections round={round} />
    </div>
  )
}

/** What was recorded before, and why it was put right. */
function Corrections({ round: { positions } }: Pick<QuestionView, 'round'>) {
  return positions.flatMap(({ seatId, initials, corrections }) =>
    corrections.map((correction) => (
      <p key={`${seatId} ${correction.correctedAt}`} className="quiet">
        {initials} corrected from {correctedWords(correction.oldValue, correction.oldOption)} to{' '}
        {correctedWords(correction.newValue, correction.newOption)}: {correction.reason}
      </p>
    )),
  )
}

function correctedWords(value: PositionValue, option: string | null): string {
  return option ?? positionWords[value].name.toLowerCase()
}

/** When the vote is taken again, the button that asked for it has gone: keys go to the new grid. */
function useFocusOnNewRound(roundId: string): void {
  const before = useRef(roundId)
  useEffect(() => {
    if (before.current !== roundId && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-takes-focus="vote"]')?.focus()
    before.current = roundId
  }, [roundId])
}

/** Said once to a screen reader, when the last position is in, and again only when the result changes. */
function useAnnouncedResult({ joint, round }: QuestionView): void {
  const before = useRef(round.result)
  // Votes that are taken together are said together.
  const isSaidElsewhere = joint !== null
  useEffect(() => {
    if (round.result !== null && round.result !== before.current && !isSaidElsewhere)
      notice.announce(round.result)
    before.current = round.result
  }, [round.result, isSaidElsewhere])
}

function CastingVote({ question }: { question: QuestionView }) {
  const room = useLive((store) => store.meeting?.room)
  const { round } = question
  if (
    round.rule.tie !== 'casting-vote' ||
    (round.evaluation.verdict !== 'tied' && round.castingVote === null)
  ) {
    return null
  }
  const chair = room?.attendees.find(
    ({ capacity, presence }) =>
      presence === 'present' && (capacity === 'chair' || capacity === 'deputy-chair'),
  )
  if (round.castingVote !== null) {
    return (
      <p>
        The chair’s casting vote was {round.castingVote}
        {round.castingVoteCounts ? '.' : '. It does not count any more, as there is no tie.'}
      </p>
    )
  }
  if (chair === undefined) return <p>Tied. The chair has a casting vote but is not in the room.</p>
  const cast = (value: 'for' | 'against') =>
    void act('vote.cast-casting', { questionId: question.id, personId: chair.personId, value })
  return (
    <p className="casting">
      Tied. Casting vote of {chair.initials}:
      <Button variant="primary" onClick={() => cast('for')}>
        For
      </Button>
      <Button variant="primary" onClick={() => cast('against')}>
        Against
      </Button>
    </p>
  )
}

const none: KeyCommand[] = []

/** What can be done with a vote in which every position is in. */
function AfterTheVote({ question, onWrite }: { question: QuestionView; onWrite(): void }) {
  const [shows, setShows] = useState<'correct' | 'again' | null>(null)
  const { determination, round } = question
  const isClosed = round.state === 'closed'
  const canCorrect = isClosed && round.declared === null
  // A written resolution goes round again as another one, with a deadline of its own.
  const canTakeAgain = isClosed && round.deadline === null
  const closeVote = useCallback(() => void act('vote.close', { questionId: question.id }), [question.id])
  const commands = useMemo<KeyCommand[]>(
    () => [
      { id: 'vote.close', title: 'Close the vote', group: 'Vote', isEnabled: !isClosed, run: closeVote },
      {
        id: 'vote.correct',
        title: 'Correct a position…',
        group: 'Vote',
        isEnabled: canCorrect,
        run: () => setShows('correct'),
      },
      {
        id: 'vote.take-again',
        title: 'Take the vote again…',
        group: 'Vote',
        isEnabled: canTakeAgain,
        run: () => setShows('again'),
      },
    ],
    [isClosed, canCorrect, canTakeAgain, closeVote],
  )
  useCommands('after-the-vote', round.result === null ? none : commands)
  // A written resolution goes round outside any room; votes that are taken together are shown together.
  const showRoom =
    round.deadline === null && question.joint === null ? (
      <ShowRoom
        vote={{ questionId: question.id }}
        sees={round.roomSees}
        isShown={round.isShownToRoom}
        isComplete={round.result !== null}
      />
    ) : null
  if (round.result === null) return showRoom
  const waitsForChair = round.evaluation.verdict === 'tied' && round.rule.tie === 'casting-vote'
  return (
    <p className="after">
      <Button
        variant={determination === null && !waitsForChair ? 'primary' : 'quiet'}
        shortcut="D"
        onClick={onWrite}
      >
        {determination === null
          ? 'Write the determination'
          : determination.isStale
            ? 'Write it again'
            : 'Change the words'}
      </Button>
      {isClosed ? null : (
        <Button variant="quiet" onClick={closeVote}>
          Close the vote
        </Button>
      )}
      {canCorrect ? (
        <Button variant="quiet" onClick={() => setShows('correct')}>
          Correct a position…
        </Button>
      ) : null}
      {canTakeAgain ? (
        <Button variant="quiet" onClick={() => setShows('again')}>
          {round.declared === null ? 'Take the vote again…' : 'Names are asked for…'}
        </Button>
      ) : null}
      {showRoom}
      {shows === 'correct' ? <CorrectDialog question={question} onClose={() => setShows(null)} /> : null}
      {shows === 'again' ? (
        <TakeAgainDialog
          question={question}
          usualReason={round.declared === null ? '' : 'Names were asked for.'}
          onClose={() => setShows(null)}
        />
      ) : null}
    </p>
  )
}

function kindLabel(item: Item, question: QuestionView): string {
  return item.questionKinds.find(({ key }) => key === question.kindKey)?.label ?? question.text
}
