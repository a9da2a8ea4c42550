import type { JointVote } from '../../core/contract/joint-votes.ts'
import { classNames } from '../ui/class-names.ts'

/** The constituencies, and under each the initials of its seats. */
export function SeatHeads({
  seats,
  focusedSeat,
  what,
}: {
  seats: JointVote['seats']
  focusedSeat: string | null
  what: string
}) {
  const groups: { name: string; count: number }[] = []
  for (const { constituency } of seats) {
    const last = groups.at(-1)
    if (last?.name === constituency) last.count += 1
    else groups.push({ name: constituency, count: 1 })
  }
  return (
    <>
      <colgroup>
        <col className="names" />
        {seats.map(({ seatId }) => (
          <col key={seatId} />
        ))}
        <col className="outcomes" />
      </colgroup>
      <thead>
        <tr className="joint-groups">
          <td />
          {groups.map(({ name, count }, index) => (
            <th
              key={`${name} ${String(index)}`}
              scope="colgroup"
              colSpan={count}
              title={name}
              className={index > 0 ? 'first-of-group' : undefined}
            >
              <span>{name}</span>
            </th>
          ))}
          <td />
        </tr>
        <tr>
          <th scope="col" className="what">
            {what}
          </th>
          {seats.map(({ seatId, seat, initials, constituency }, index) => (
            <th
              key={seatId}
              scope="col"
              title={seat}
              className={classNames(
                seatId === focusedSeat && 'at',
                index > 0 && seats[index - 1]?.constituency !== constituency && 'first-of-group',
              )}
            >
              <span>{initials}</span>
            </th>
          ))}
          <th scope="col" className="what">
            Result
          </th>
        </tr>
      </thead>
    </>
  )
}
