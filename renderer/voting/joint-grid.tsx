import { useMemo, useRef, useState } from 'react'
import type { CSSProperties, FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import type { CallInput } from '../../core/contract/calls.ts'
import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import { positionWords } from '../../core/contract/words.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act, useLive } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { classNames } from '../ui/class-names.ts'
import { useStable } from '../ui/use-stable.ts'
import { joinWords } from '../ui/words.ts'
import {
  cellsToFill,
  firstCell,
  isSame,
  nextCell,
  rowName,
  steppedTo,
  type Cell,
  type FillScope,
} from './joint-cells.ts'
import { SeatHeads } from './joint-heads.tsx'
import { JointKeys, type Recordable } from './joint-keys.tsx'
import { letterWords } from './joint-letters.ts'
import { useJointOrder } from './joint-order.ts'
import { JointRowLine } from './joint-row.tsx'
import { cellKey, copyKey, savingCells } from './joint-saving.ts'
import './joint-grid.css'

const keys: Record<string, Recordable> = {
  f: 'for',
  a: 'against',
  b: 'abstain',
  n: 'none',
  p: 'not-present',
  r: 'recused',
  Backspace: 'pending',
  Delete: 'pending',
}
const fillKeys: Record<string, Recordable> = { f: 'for', a: 'against', n: 'none', b: 'abstain' }

/**
 * Votes that are taken together: a row for each question, a column for each seat. A key records and goes on to the
 * next that is still to come.
 */
export function JointGrid({
  vote,
  itemId,
  openedId,
  isEditable,
  onOpen,
}: {
  vote: JointVote
  /** The item that is looked at: its rows are its own. */
  itemId: string
  openedId: string | null
  isEditable: boolean
  onOpen(questionId: string): void
}) {
  const saving = useLive((store) => store.saving)
  const [order, setOrder] = useJointOrder(vote)
  const [cursor, setCursor] = useState<Cell | null>(() => firstCell(vote, order))
  // Whether C was pressed: the next position fills the rest of the column.
  const [isColumnNext, setIsColumnNext] = useState(false)
  const grid = useRef<HTMLTableElement>(null)
  const seats = useSameSeats(vote.seats)
  const open = useStable(onOpen)
  const isSaving = savingCells(vote, saving)
  const at = cursor !== null && isIn(vote, cursor) ? cursor : firstCell(vote, order)
  const atRow = at === null ? undefined : rowOf(vote, at)
  const atLetter = useLive((store) => letterWords(store.item?.writtenPositions, at))
  const atSeat = seats.find(({ seatId }) => seatId === at?.seatId)

  const focus = (cell: Cell | null) => {
    if (cell === null) return
    setCursor(cell)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.questionId}/${cell.seatId}"]`)?.focus()
  }
  /** Which cells are on their way by now, those just sent included. */
  const takenNow = () => {
    const isNowSaving = savingCells(vote, useLive.getState().saving)
    return (cell: Cell) => {
      const row = rowOf(vote, cell)
      return row !== undefined && isNowSaving(row, cell.seatId)
    }
  }
  const goOn = (from: Cell, otherwise = from) => focus(nextCell(vote, from, order, takenNow()) ?? otherwise)
  const send = (cells: readonly Cell[], input: CallInput<'joint-vote.record'>['cells']) => {
    void act('joint-vote.record', { jointVoteId: vote.id, cells: input }, { key: cellKey(vote.id, cells) })
  }
  const record = (value: Recordable, here = at) => {
    if (here === null || !isEditable || rowOf(vote, here)?.state !== 'open') return
    send([here], [{ ...here, value }])
    if (value === 'pending') focus(here)
    else goOn(here)
  }
  const fill = (scope: FillScope, value: Recordable, here = at) => {
    setIsColumnNext(false)
    if (here === null || !isEditable) return
    const cells = cellsToFill(vote, here, scope, takenNow())
    // Without a seat only what is still to come is recorded; one that is named would be recorded anew in every row.
    if (cells.length === 0) return
    if (scope === 'row') send(cells, [{ questionId: here.questionId, value }])
    else if (scope === 'all') send(cells, [{ value }])
    else
      send(
        cells,
        cells.map((cell) => ({ ...cell, value })),
      )
    goOn(here)
  }
  const fillAll = useStable((value: Recordable) => fill('all', value))
  const switchOrder = useStable(() => setOrder(order === 'by-member' ? 'by-question' : 'by-member'))
  const canRecord = isEditable && vote.rows.some(({ state }) => state === 'open')
  const commands = useMemo<KeyCommand[]>(
    () => [
      ...(['for', 'against', 'none', 'abstain'] as const).map((value) => ({
        id: `joint-vote.rest.${value}`,
        title: `All that are still to come: ${positionWords[value].name.toLowerCase()}`,
        group: 'Vote',
        isEnabled: canRecord,
        run: () => fillAll(value),
      })),
      {
        id: 'joint-vote.order',
        title: 'Go on by question, or by member',
        group: 'Vote',
        isEnabled: canRecord,
        run: switchOrder,
      },
    ],
    [canRecord, fillAll, switchOrder],
  )
  useCommands('joint-grid', commands)
  const source = vote.options[0]
  const optionToFill = (here: Cell | null) => {
    const option = here === null ? undefined : rowOf(vote, here)?.option
    return isEditable && option !== source?.key ? (option ?? undefined) : undefined
  }
  const copy = (forAll: boolean, here = at) => {
    const option = optionToFill(here)
    if (here === null || option === undefined || source === undefined) return
    void act(
      'joint-vote.copy',
      {
        jointVoteId: vote.id,
        from: source.key,
        to: [option],
        ...(forAll ? {} : { seatId: here.seatId }),
      },
      { key: copyKey(vote.id, option, forAll ? null : here.seatId) },
    )
    const last = vote.rows.findLast((row) => row.option === option)
    goOn({ ...here, questionId: last?.questionId ?? here.questionId }, here)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Where the focus is, not where the last drawing had it: keys may come faster than drawings.
    const here = event.target instanceof Element ? cellOf(event.target) : null
    if (here === null || event.altKey || event.metaKey) return
    const step = steppedTo(vote, here, event.key, event.ctrlKey)
    // Whatever the caps lock says.
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (step !== null) {
      setIsColumnNext(false)
      focus(step)
    } else if (event.ctrlKey) return
    else if (event.key === 'Enter') onOpen(here.questionId)
    else if (!isEditable) return
    else if (event.shiftKey && fillKeys[letter] !== undefined) fill('row', fillKeys[letter], here)
    else if (isColumnNext && fillKeys[letter] !== undefined) fill('column', fillKeys[letter], here)
    else if (letter === 'c' && !event.shiftKey) {
      setIsColumnNext(true)
      notice.announce('The rest of the column: F, A, N or B.')
    } else if (isColumnNext && event.key === 'Escape') setIsColumnNext(false)
    else if (event.key === '=' || event.key === '+') copy(event.key === '+', here)
    else if (!event.shiftKey && keys[letter] !== undefined) {
      setIsColumnNext(false)
      record(keys[letter], here)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const cell = cellOf(event.target)
    if (cell !== null && !isSame(cell, at)) setCursor(cell)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element) event.target.closest<HTMLElement>('[data-cell]')?.focus()
  }
  return (
    <div className="joint">
      <div className="joint-scroll">
        <table
          ref={grid}
          role="grid"
          aria-label={vote.title}
          aria-readonly={!isEditable}
          className={classNames('joint-grid', isEditable && 'is-open')}
          style={{ '--seats': seats.length } as CSSProperties}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={onClick}
        >
          <SeatHeads seats={seats} focusedSeat={at?.seatId ?? null} what={headOfRows(vote)} />
          {groupsOf(vote).map((group) => (
            <tbody key={group.key}>
              {group.label === null ? null : (
                <tr className="joint-option">
                  <th scope="rowgroup" colSpan={seats.length + 2}>
                    {group.label}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <JointRowLine
                  key={row.questionId}
                  questionId={row.questionId}
                  label={kindOf(vote, row) === 'option' ? rowName(vote, row) : row.label}
                  itemLabel={row.option === null ? row.itemLabel : ''}
                  name={rowName(vote, row)}
                  kind={kindOf(vote, row)}
                  isHere={vote.form === 'items' && row.itemId === itemId}
                  isOpened={row.questionId === openedId}
                  isWithdrawn={row.state === 'withdrawn'}
                  isRecordable={isEditable && row.state === 'open'}
                  seats={seats}
                  values={row.values.join(' ')}
                  verdict={row.verdict}
                  count={row.count}
                  focusedSeat={row.questionId === at?.questionId ? at.seatId : null}
                  saving={seats
                    .filter(({ seatId }) => isSaving(row, seatId))
                    .map(({ seatId }) => seatId)
                    .join(' ')}
                  onOpen={open}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <div className="joint-status">
        <p aria-hidden="true">
          {atSeat === undefined || atRow === undefined
            ? null
            : joinWords([`${atSeat.initials}, ${atSeat.seat}`, rowName(vote, atRow), atLetter])}
        </p>
        <p className={vote.stillToCome === 0 ? undefined : 'to-come'}>
          {vote.stillToCome === 0 ? 'every position is in' : `${vote.stillToCome} still to come`}
        </p>
      </div>
      {canRecord ? (
        <JointKeys
          hasObjectives={vote.objectives.length > 0}
          sourceLabel={vote.options.length > 1 ? (source?.label ?? null) : null}
          canCopy={optionToFill(at) !== undefined}
          isColumnNext={isColumnNext}
          order={order}
          onOrder={setOrder}
          onRecord={(value) => record(value)}
          onFill={(scope, value) => fill(scope, value)}
          onCopy={(forAll) => copy(forAll)}
          onOpen={() => {
            if (at !== null) onOpen(at.questionId)
          }}
        />
      ) : null}
    </div>
  )
}

interface Group {
  key: string
  /** The option above its objectives; null where rows need no heading. */
  label: string | null
  rows: JointRow[]
}

/** Option by option where there are objectives; else all rows together. */
function groupsOf({ options, objectives, rows }: JointVote): Group[] {
  if (objectives.length === 0) return [{ key: 'all', label: null, rows }]
  return options.map(({ key, label }) => ({
    key,
    label,
    rows: rows.filter(({ option }) => option === key),
  }))
}

function kindOf({ objectives }: JointVote, row: JointRow): 'item' | 'objective' | 'option' | 'overall' {
  if (row.option === null) return 'item'
  if (row.objective !== null) return 'objective'
  return objectives.length === 0 ? 'option' : 'overall'
}

function headOfRows({ form, objectives, baseline }: JointVote): string {
  if (form === 'items') return 'Item'
  if (objectives.length === 0) return 'Option'
  return baseline === '' ? 'Option and objective' : `Against ${baseline}`
}

function rowOf({ rows }: JointVote, cell: Cell): JointRow | undefined {
  return rows.find(({ questionId }) => questionId === cell.questionId)
}

function isIn({ rows, seats }: JointVote, { questionId, seatId }: Cell): boolean {
  return rows.some((row) => row.questionId === questionId) && seats.some((seat) => seat.seatId === seatId)
}

function cellOf(target: Element): Cell | null {
  const [questionId, seatId] = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split('/') ?? []
  return questionId === undefined || seatId === undefined ? null : { questionId, seatId }
}

/** The same list as long as it says the same: rows are drawn again only where something in them is new. */
function useSameSeats(seats: JointVote['seats']): JointVote['seats'] {
  const written = JSON.stringify(seats)
  return useMemo(() => JSON.parse(written) as JointVote['seats'], [written])
}
