import type { ReactNode } from 'react'
import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import { verdictWords } from '../../core/contract/words.ts'
import type { Item } from '../../core/contract/voting.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { rowName } from './joint-cells.ts'
import { outcomeRows } from './joint-words.ts'

/** How each option or item came out. Pressed, it shows all that is known of it and what can be done. */
export function JointResults({
  item,
  vote,
  openedId,
  opened,
  onOpen,
}: {
  item: Item
  vote: JointVote
  openedId: string | null
  /** The one that is opened, at length. */
  opened: ReactNode
  onOpen(questionId: string): void
}) {
  return (
    <ul className="joint-results" aria-label="Results">
      {outcomeRows(vote).map((row) => (
        <li key={row.questionId}>
          <Outcome {...{ item, vote, row }} isOpened={row.questionId === openedId} onOpen={onOpen} />
          {row.questionId === openedId ? opened : null}
        </li>
      ))}
    </ul>
  )
}

function Outcome({
  item,
  vote,
  row,
  isOpened,
  onOpen,
}: {
  item: Item
  vote: JointVote
  row: JointRow
  isOpened: boolean
  onOpen(questionId: string): void
}) {
  const determination = item.questions.find(({ id }) => id === row.questionId)?.determination
  const isElsewhere = row.itemId !== item.line.id
  return (
    <button
      type="button"
      className={classNames('question-line', isOpened && 'opened', row.hasDetermination && 'determined')}
      data-result={row.questionId}
      {...(isElsewhere ? {} : { 'aria-expanded': isOpened })}
      title={isElsewhere ? `To ${row.itemLabel}` : undefined}
      onClick={() => onOpen(row.questionId)}
    >
      <span className="kind">
        <Verdict row={row} /> {vote.form === 'items' ? `${row.itemLabel} ${row.label}` : shortName(vote, row)}
      </span>
      <span>{determination?.text ?? row.result}</span>
      {row.hasDetermination ? (
        determination?.isStale === true ? (
          <Badge tone="warn">wording no longer matches</Badge>
        ) : isElsewhere ? (
          <Badge tone="good">determined</Badge>
        ) : null
      ) : (
        <Badge>no determination yet</Badge>
      )}
    </button>
  )
}

function Verdict({ row: { verdict } }: { row: JointRow }) {
  if (verdict === 'pending') return null
  return (
    <span className={classNames('verdict', verdict)}>
      <span aria-hidden="true">{verdictWords[verdict].mark}</span>
      <VisuallyHidden>{verdictWords[verdict].name}</VisuallyHidden>
    </span>
  )
}

/** The option alone: its row overall says so in the grid only. */
function shortName(vote: JointVote, row: JointRow): string {
  return vote.options.find(({ key }) => key === row.option)?.label ?? rowName(vote, row)
}
