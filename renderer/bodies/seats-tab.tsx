import { MoreHorizontal, Plus } from 'lucide-react'
import type { Body } from '../../core/contract/bodies.ts'
import { bodies, useBodies } from '../state/bodies.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { countWords } from '../ui/words.ts'
import type { BodyDialog } from './body-dialogs.tsx'
import type { Constituency } from './body-words.ts'
import { isOver, vacanciesOf } from './in-force.ts'
import { moveConstituency, moveSeat, removeSlip } from './move-seats.ts'
import { moveByKey, moveItems, type Order } from './ordered-acts.tsx'
import { RolesSection } from './roles-section.tsx'
import { SeatRow } from './seat-row.tsx'

export interface FillingProps {
  body: Body
  isEditable: boolean
  /** The vacancy whose form is open. */
  fillingKey: string | null
  onFill(key: string | null): void
  onFilled(after: Body): void
  onShow(dialog: BodyDialog): void
}

/** Who sits where: constituency by constituency, then those without a vote. */
export function SeatsTab(props: FillingProps) {
  const { body, isEditable, onShow } = props
  const showsPast = useBodies((store) => store.showsPast)
  const past = [...body.seats, ...body.memberships].filter(isOver).length
  const loose = body.seats.some(({ constituencyId }) => constituencyId === null)
  return (
    <div className="seats">
      {body.constituencies.map((constituency, at) => (
        <SeatGroup
          key={constituency.id}
          {...props}
          constituency={constituency}
          order={{
            at,
            count: body.constituencies.length,
            onMove: (to) => void moveConstituency(body, constituency, at, to),
          }}
        />
      ))}
      {loose || body.constituencies.length === 0 ? (
        <SeatGroup {...props} constituency={null} order={null} />
      ) : null}
      <RolesSection {...props} />
      <div className="seat-acts">
        {isEditable ? (
          <Button
            icon={<Plus size={14} aria-hidden />}
            onClick={() => onShow({ kind: 'constituency', constituency: null })}
          >
            Add a constituency
          </Button>
        ) : null}
        {past === 0 ? null : (
          <CheckBox
            label={`Show past seats and memberships (${past})`}
            isChecked={showsPast}
            onChange={bodies.showPast}
          />
        )}
      </div>
    </div>
  )
}

function SeatGroup({
  constituency,
  order,
  ...props
}: FillingProps & {
  /** Null for the seats that belong to none. */
  constituency: Constituency | null
  /** Its place among the constituencies; null for the seats that belong to none, which come last. */
  order: Order | null
}) {
  const { body, isEditable, fillingKey, onFill, onFilled, onShow } = props
  const showsPast = useBodies((store) => store.showsPast)
  const seats = body.seats.filter(
    (seat) => seat.constituencyId === (constituency?.id ?? null) && (showsPast || !isOver(seat)),
  )
  const vacancies = vacanciesOf(body)
  const votes = seats.filter((seat) => !isOver(seat)).reduce((sum, seat) => sum + seat.votes, 0)
  const acts: MenuItem[] =
    constituency === null || order === null
      ? []
      : [
          ...moveItems(order),
          ...(body.seats.some(({ constituencyId }) => constituencyId === constituency.id)
            ? []
            : [
                {
                  id: 'remove',
                  label: 'Remove',
                  run: () => void removeSlip('body.remove-constituency', constituency),
                },
              ]),
        ]
  const name = constituency?.name ?? (body.constituencies.length === 0 ? 'Seats' : 'Without a constituency')
  return (
    <section className="seat-group" aria-label={name}>
      <header
        data-constituency={constituency?.id}
        onKeyDown={(event) => {
          if (isEditable && order !== null) moveByKey(event, order)
        }}
      >
        <h3>{name}</h3>
        <span className="soft">
          {countWords(seats.length, 'seat')}, {countWords(votes, 'vote')}
          {constituency === null || constituency.quorumMinimum === 0
            ? ''
            : ` · at least ${constituency.quorumMinimum} for a quorum`}
        </span>
        {isEditable ? (
          <span className="acts">
            {constituency === null ? null : (
              <Button
                variant="quiet"
                aria-label={`Change ${name}`}
                onClick={() => onShow({ kind: 'constituency', constituency })}
              >
                Change…
              </Button>
            )}
            <Button
              variant="quiet"
              icon={<Plus size={14} aria-hidden />}
              aria-label={`Add a seat: ${name}`}
              onClick={() => onShow({ kind: 'seat', seat: null, constituencyId: constituency?.id ?? null })}
            >
              Seat
            </Button>
            {acts.length === 0 ? null : (
              <Menu label={`What to do with ${name}`} variant="quiet" items={acts}>
                <MoreHorizontal size={16} aria-hidden />
              </Menu>
            )}
          </span>
        ) : null}
      </header>
      {seats.length === 0 ? (
        <p className="soft none">No seat yet.</p>
      ) : (
        <ul>
          {seats.map((seat, at) => (
            <SeatRow
              key={seat.id}
              body={body}
              seat={seat}
              memberships={body.memberships.filter(
                (other) => other.seatId === seat.id && (showsPast || !isOver(other)),
              )}
              vacancy={vacancies.find(({ key }) => key === seat.id)}
              isFilling={fillingKey === seat.id}
              isEditable={isEditable}
              order={{ at, count: seats.length, onMove: (to) => void moveSeat(body, seats, at, to) }}
              onRemove={
                body.memberships.some(({ seatId }) => seatId === seat.id)
                  ? null
                  : () => void removeSlip('body.remove-seat', seat)
              }
              onFill={onFill}
              onFilled={onFilled}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
