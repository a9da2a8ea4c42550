import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { optionMarks, positionMark, type OptionMark } from '../../core/contract/option-marks.ts'
import type { PositionView, QuestionView } from '../../core/contract/voting.ts'
import type { WrittenPosition } from '../../core/contract/written-positions.ts'
import { positionWords, type PositionValue } from '../../core/contract/words.ts'
import { act, useLive } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { ExceptionLine } from './exception-line.tsx'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { answerFor, answersOf, isAnswer, isForRest, positionName, type VoteAnswer } from './vote-answers.ts'

/** A position, or that it is taken back. */
type Recorded = VoteAnswer['value'] | 'pending'

/**
 * Roll call: one column a seat, grouped by constituency. A key records and goes on to the next still to come. In a vote
 * by preference the digits name the options.
 */
export function VoteGrid({
  question,
  isEditable,
  whyNoPositions = null,
}: {
  question: QuestionView
  isEditable: boolean
  /** Why nobody answers any more although the vote is open; that no vote was recorded still is. */
  whyNoPositions?: string | null
}) {
  const { positions, rule } = question.round
  const marks = useMemo(() => optionMarks(rule.options ?? []), [rule])
  const answers = useMemo(() => answersOf(rule), [rule])
  const saving = useLive((store) => store.saving)
  const written = useLive((store) => store.item?.writtenPositions)
  const grid = useRef<HTMLDivElement>(null)
  const whyNotId = useId()
  const whyNot = isEditable ? whyNoPositions : null
  useEffect(() => {
    if (whyNot !== null) notice.announce(whyNot)
  }, [whyNot])
  /** What is not taken any more is said again, and not sent to be refused. */
  const isTaken = (value: Recorded): boolean => {
    if (whyNot === null || !isAnswer(value)) return true
    notice.announce(whyNot)
    return false
  }
  const [focused, setFocused] = useState(() => Math.max(0, positions.findIndex(isToCome)))

  const focus = (index: number) => {
    setFocused(index)
    grid.current?.querySelectorAll<HTMLElement>('[role="gridcell"]')[index]?.focus()
  }
  const record = (index: number, { value, option }: Pick<VoteAnswer, 'option'> & { value: Recorded }) => {
    const position = positions[index]
    if (position === undefined || !isEditable || !isTaken(value)) return
    const key = `position:${question.id}:${position.seatId}`
    const stated = { value, ...(option === undefined ? {} : { option }) }
    void act('vote.record', { questionId: question.id, seatId: position.seatId, ...stated }, { key })
    if (value === 'pending') return
    const next = [...positions.keys()]
      .map((offset) => (index + 1 + offset) % positions.length)
      .find(
        (at) =>
          at !== index &&
          isToCome(positions[at]) &&
          !saving.has(`position:${question.id}:${positions[at]?.seatId ?? ''}`),
      )
    if (next !== undefined) focus(next)
  }
  const rest = ({ value, option }: VoteAnswer) => {
    if (!isEditable || !isTaken(value)) return
    const stated = { rest: value, ...(option === undefined ? {} : { restOption: option }) }
    void act('vote.record-many', { questionId: question.id, ...stated }, { key: `rest:${question.id}` })
  }
  /** To the next who is still to come, by what the line has just recorded. */
  const goOn = () => {
    const { item } = useLive.getState()
    const now = item?.questions.find(({ id }) => id === question.id)?.round.positions ?? positions
    const next = now.findIndex(isToCome)
    focus(next === -1 ? focused : next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) focus((focused + step + positions.length) % positions.length)
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(positions.length - 1)
    else if (event.key === 'Backspace' || event.key === 'Delete') record(focused, { value: 'pending' })
    else {
      const answer = answerFor(answers, event)
      if (answer === undefined) return
      if (event.shiftKey) rest(answer)
      else record(focused, answer)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const groups = groupsOf(positions)
  return (
    <div className="vote">
      <div
        ref={grid}
        role="grid"
        aria-label="Positions"
        aria-readonly={!isEditable}
        aria-describedby={whyNot === null ? undefined : whyNotId}
        className={classNames('vote-grid', isEditable && 'is-open')}
        onKeyDown={onKeyDown}
      >
        {groups.map((group) => (
          <div key={group.id} role="rowgroup" className="vote-group">
            <div role="row" className="vote-group-name">
              <span role="columnheader">{group.name}</span>
            </div>
            <div role="row" className="vote-cells">
              {group.members.map(({ position, index }) => (
                <Cell
                  key={position.seatId}
                  position={position}
                  marks={marks}
                  hint={
                    isEditable && marks.length === 0 ? heldFor(written, question.id, position) : undefined
                  }
                  isFocusTarget={index === Math.min(focused, positions.length - 1)}
                  isSaving={
                    saving.has(`position:${question.id}:${position.seatId}`) ||
                    (isToCome(position) && saving.has(`rest:${question.id}`))
                  }
                  onFocus={() => setFocused(index)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {whyNot === null ? null : (
        <p id={whyNotId} className="vote-late">
          {whyNot}
        </p>
      )}
      {isEditable ? (
        <div className="vote-acts">
          {answers.map((answer) => (
            <Button
              key={answer.option ?? answer.value}
              variant="quiet"
              tabIndex={-1}
              aria-disabled={whyNot !== null && isAnswer(answer.value)}
              onClick={() => {
                record(focused, answer)
              }}
              {...(answer.key === null ? {} : { shortcut: answer.key.toUpperCase() })}
            >
              {buttonWords(answer)}
            </Button>
          ))}
          <span className="rest">
            rest
            {answers.filter(isForRest).map((answer) => {
              const words = `All that are still to come: ${answer.option === undefined ? positionWords[answer.value].name : answer.name}`
              return (
                <Button
                  key={answer.option ?? answer.value}
                  variant="quiet"
                  title={words}
                  aria-disabled={whyNot !== null && isAnswer(answer.value)}
                  onClick={() => rest(answer)}
                  {...(answer.key === null ? {} : { shortcut: `⇧${answer.key.toUpperCase()}` })}
                >
                  <span aria-hidden="true">{answer.mark}</span>
                  <VisuallyHidden>{words}</VisuallyHidden>
                </Button>
              )
            })}
          </span>
        </div>
      ) : null}
      {isEditable ? (
        <ExceptionLine question={question} onDone={goOn} {...(whyNot === null ? {} : { whyNotId })} />
      ) : null}
    </div>
  )
}

function Cell({
  position,
  marks,
  hint,
  isFocusTarget,
  isSaving,
  onFocus,
}: {
  position: PositionView
  /** The options, in a vote by preference. */
  marks: readonly OptionMark[]
  /** The position that was sent beforehand, while its member is there to confirm or to change it. */
  hint: WrittenPosition['value'] | undefined
  isFocusTarget: boolean
  isSaving: boolean
  onFocus(): void
}) {
  const name = positionName(position)
  const mark = positionMark(position, marks)
  const caster = position.castBy?.initials ?? ''
  const isWritten = position.basis === 'written' && !isToCome(position)
  const by = isWritten
    ? ' by written position'
    : caster === '' || caster === position.initials
      ? ''
      : ` by ${caster}`
  const hintWords = hint === undefined ? '' : `; wrote ${positionWords[hint].name.toLowerCase()}`
  return (
    <div
      role="gridcell"
      className={classNames(
        'vote-cell',
        position.option === null ? position.value : 'named',
        isSaving && 'is-saving',
      )}
      tabIndex={isFocusTarget ? 0 : -1}
      {...(isFocusTarget ? { 'data-takes-focus': 'vote' } : {})}
      aria-busy={isSaving}
      title={`${position.seat}${by}: ${name}${hintWords}`}
      onFocus={onFocus}
      onClick={(event) => event.currentTarget.focus()}
    >
      <span className="who">{position.initials}</span>
      <VisuallyHidden>{`, ${position.seat}${by}: ${name}${hintWords}`}</VisuallyHidden>
      <span className={classNames('mark', mark.length > 2 && 'long')} aria-hidden="true">
        {mark}
      </span>
      <span className="by" aria-hidden="true">
        {isWritten ? 'w' : hint === undefined ? by : `w ${positionWords[hint].mark}`}
      </span>
    </div>
  )
}

/** The mark that the cell will show goes before the name, where the name does not end in it: O Original, WACM 1. */
function buttonWords({ mark, name }: VoteAnswer): string {
  const isSaid =
    name
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .at(-1) === mark.toUpperCase()
  return isSaid ? name : `${mark} ${name}`
}

interface Group {
  id: string
  name: string
  members: { position: PositionView; index: number }[]
}

function groupsOf(positions: readonly PositionView[]): Group[] {
  const groups: Group[] = []
  positions.forEach((position, index) => {
    const id = position.constituency?.id ?? ''
    const last = groups.at(-1)
    if (last?.id === id) last.members.push({ position, index })
    else groups.push({ id, name: position.constituency?.shortName ?? '', members: [{ position, index }] })
  })
  return groups
}

/** What was sent beforehand and answers this question, for a seat whose vote somebody in the room exercises. */
function heldFor(
  written: readonly WrittenPosition[] | undefined,
  questionId: string,
  position: PositionView,
): WrittenPosition['value'] | undefined {
  if (!isToCome(position)) return undefined
  return written?.find(
    ({ seatId, questionIds }) => seatId === position.seatId && questionIds.includes(questionId),
  )?.value
}

function isToCome(position: { value: PositionValue } | undefined): boolean {
  return position?.value === 'pending'
}
