import { memo } from 'react'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import type { Verdict } from '../../core/contract/voting-rule.ts'
import { positionWords, type PositionValue, verdictWords } from '../../core/contract/words.ts'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { positionName } from './joint-cells.ts'

interface JointRowProps {
  questionId: string
  label: string
  /** The number of its item, where its rows are items. */
  itemLabel: string
  /** What it is called by itself. */
  name: string
  kind: 'item' | 'objective' | 'option' | 'overall'
  isHere: boolean
  isOpened: boolean
  isWithdrawn: boolean
  isRecordable: boolean
  seats: JointVote['seats']
  /** The positions in the order of the seats, joined by spaces: a row whose words are the same is not drawn again. */
  values: string
  verdict: Verdict
  count: string
  /** The seat whose cell the keys go to; null where they go to another row. */
  focusedSeat: string | null
  /** Seats whose position is on its way, joined by spaces. */
  saving: string
  onOpen(questionId: string): void
}

/** One question of a joint vote: what it is called, a cell for each seat, and how it came out. */
export const JointRowLine = memo(function JointRowLine(props: JointRowProps) {
  const { questionId, label, itemLabel, name, kind, seats, verdict, count, focusedSeat } = props
  const saving = new Set(props.saving.split(' '))
  const values = props.values.split(' ') as PositionValue[]
  return (
    <tr
      className={classNames(
        'joint-row',
        `of-${kind}`,
        props.isHere && 'here',
        props.isWithdrawn && 'withdrawn',
      )}
    >
      <th scope="row">
        <button
          type="button"
          className="joint-row-name"
          tabIndex={-1}
          title={name}
          aria-expanded={props.isOpened}
          onClick={() => props.onOpen(questionId)}
        >
          {itemLabel === '' ? null : <span className="item-label">{itemLabel}</span>}
          {label}
          {props.isWithdrawn ? <span className="quiet"> withdrawn</span> : null}
        </button>
      </th>
      {seats.map((seat, index) => {
        const value = values[index] ?? 'not-present'
        const words = positionName(value, kind === 'objective')
        const isFocusTarget = focusedSeat === seat.seatId
        const isSaving = saving.has(seat.seatId)
        return (
          <td
            key={seat.seatId}
            className={classNames(
              'joint-cell',
              seats[index - 1]?.constituency !== seat.constituency && index > 0 && 'first-of-group',
            )}
            tabIndex={isFocusTarget ? 0 : -1}
            data-cell={`${questionId}/${seat.seatId}`}
            {...(isFocusTarget ? { 'data-takes-focus': 'vote' } : {})}
            aria-busy={isSaving}
            title={`${seat.initials}, ${seat.seat}, ${name}: ${words}`}
          >
            <span
              className={classNames('mark', value, props.isRecordable && 'is-open', isSaving && 'is-saving')}
              aria-hidden="true"
            >
              {positionWords[value].mark}
            </span>
            <VisuallyHidden>{`${seat.initials}, ${name}: ${words}`}</VisuallyHidden>
          </td>
        )
      })}
      <td className={classNames('joint-outcome', verdict)} title={verdict === 'pending' ? undefined : count}>
        {verdict === 'pending' || props.isWithdrawn ? null : (
          <>
            <span className="count">{count.split(',')[0]}</span>
            <span className="verdict" aria-hidden="true">
              {verdictWords[verdict].mark}
            </span>
            <VisuallyHidden>{verdictWords[verdict].name}</VisuallyHidden>
          </>
        )}
      </td>
    </tr>
  )
})
