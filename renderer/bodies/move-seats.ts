import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import type { Constituency, Seat } from './body-words.ts'
import { focusAgain } from './ordered-acts.tsx'
import { reordered } from './seat-order.ts'

/** Puts a constituency in another place among those of the body. */
export async function moveConstituency(
  body: Body,
  moved: Constituency,
  from: number,
  to: number,
): Promise<void> {
  const ids = body.constituencies.map(({ id }) => id)
  const answer = await change('body.order-constituencies', {
    bodyId: body.id,
    constituencyIds: reordered(ids, ids, from, to),
  })
  if (!answer.ok) {
    notice.refuse(answer.error)
    return
  }
  notice.say(`${moved.name} is number ${to + 1} now.`)
  focusAgain(`[data-constituency="${moved.id}"] .menu`)
}

/** Puts a seat in another place among those that are shown of its constituency. */
export async function moveSeat(body: Body, shown: readonly Seat[], from: number, to: number): Promise<void> {
  const seat = shown[from]
  const ids = (seats: readonly Seat[]) => seats.map(({ id }) => id)
  const seatIds = reordered(ids(body.seats), ids(shown), from, to)
  const answer = await change('body.order-seats', { bodyId: body.id, seatIds })
  if (!answer.ok) {
    notice.refuse(answer.error)
    return
  }
  notice.say(`${seat?.name ?? ''} is number ${to + 1} now.`)
  focusAgain(`[data-seat="${seat?.id ?? ''}"] .menu`)
}

/** Removes what was added by a slip; the core refuses what is part of the record. */
export async function removeSlip(
  call: 'body.remove-seat' | 'body.remove-constituency',
  { id, name }: Seat | Constituency,
): Promise<void> {
  const answer =
    call === 'body.remove-seat'
      ? await change(call, { seatId: id })
      : await change(call, { constituencyId: id })
  if (answer.ok) notice.say(`${name} is removed.`)
  else notice.refuse(answer.error)
}
