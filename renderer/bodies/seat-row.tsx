import { MoreHorizontal, UserPlus } from 'lucide-react'
import type { Body } from '../../core/contract/bodies.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { countWords, joinWords } from '../ui/words.ts'
import type { BodyDialog } from './body-dialogs.tsx'
import { roleWords, termWords, type Membership, type Seat } from './body-words.ts'
import { FillForm } from './fill-form.tsx'
import { isOver, type Vacancy } from './in-force.ts'
import { moveByKey, moveItems, type Order } from './ordered-acts.tsx'

/** One seat: who sits on it, who stands in, or that it is vacant and how to fill it. */
export function SeatRow({
  body,
  seat,
  memberships,
  vacancy,
  isFilling,
  isEditable,
  order,
  onRemove,
  onFill,
  onFilled,
  onShow,
}: {
  body: Body
  seat: Seat
  /** Its members and alternates, those of the past only where they are shown. */
  memberships: readonly Membership[]
  vacancy: Vacancy | undefined
  isFilling: boolean
  isEditable: boolean
  /** Its place among the seats of its constituency. */
  order: Order
  /** Null where it is part of the record, as a seat that had a member is. */
  onRemove: (() => void) | null
  onFill(key: string | null): void
  onFilled(after: Body): void
  onShow(dialog: BodyDialog): void
}) {
  const term = termWords(seat)
  const items: MenuItem[] = [
    {
      id: 'alternate',
      label: 'Add an alternate…',
      run: () => onShow({ kind: 'membership', role: 'alternate', seatId: seat.id }),
    },
    {
      id: 'member',
      label: vacancy === undefined ? 'Add another member…' : 'Add a member with dates…',
      run: () => onShow({ kind: 'membership', role: 'member', seatId: seat.id }),
    },
    { id: 'seat', label: 'Change the seat…', run: () => onShow({ kind: 'seat', seat }) },
    ...moveItems(order),
    ...(onRemove === null ? [] : [{ id: 'remove', label: 'Remove the seat', run: onRemove }]),
    ...memberships.flatMap((membership) => membershipItems(membership, onShow)),
  ]
  return (
    <li
      className={classNames('seat-row', isOver(seat) && 'over')}
      data-seat={seat.id}
      onKeyDown={(event) => {
        if (isEditable) moveByKey(event, order)
      }}
    >
      <div className="seat-name">
        <span>{seat.name}</span>
        <span className="soft">
          {joinWords([
            seat.votes === 1 ? '' : countWords(seat.votes, 'vote'),
            term,
            isOver(seat) ? 'past seat' : '',
          ])}
        </span>
      </div>
      {vacancy !== undefined && isFilling ? (
        <FillForm body={body} vacancy={vacancy} onFilled={onFilled} onCancel={() => onFill(null)} />
      ) : (
        <>
          <div className="holders">
            {memberships.map((membership) => (
              <Holder key={membership.id} membership={membership} names={membership.role !== 'member'} />
            ))}
            {vacancy === undefined ? null : (
              <p className="vacant">
                <span>Vacant</span>
                {isEditable ? (
                  <Button
                    variant="quiet"
                    icon={<UserPlus size={14} aria-hidden />}
                    onClick={() => onFill(vacancy.key)}
                    data-vacancy={vacancy.key}
                    aria-label={`Add a member for ${seat.name}`}
                  >
                    Add a member
                  </Button>
                ) : null}
              </p>
            )}
          </div>
          {isEditable ? (
            <Menu label={`More for ${seat.name}`} variant="quiet" items={items}>
              <MoreHorizontal size={16} aria-hidden />
            </Menu>
          ) : null}
        </>
      )}
    </li>
  )
}

/** A person in a seat or role: initials first, as the note-taker knows them. */
export function Holder({ membership, names }: { membership: Membership; names: boolean }) {
  const term = termWords(membership)
  return (
    <p className={classNames('holder', isOver(membership) && 'over')}>
      <span className="initials">{membership.initials}</span>
      <span className="who">
        {membership.name}
        {membership.organisation === '' ? null : <span className="soft">{membership.organisation}</span>}
      </span>
      {names ? <Badge>{roleWords(membership.role)}</Badge> : null}
      {term === '' ? null : <span className="soft">{term}</span>}
    </p>
  )
}

/** What can be done with somebody's place in the body. */
export function membershipItems(membership: Membership, onShow: (dialog: BodyDialog) => void): MenuItem[] {
  return [
    {
      id: `person ${membership.id}`,
      label: `Change ${membership.initials}’s details…`,
      run: () => onShow({ kind: 'person', personId: membership.personId }),
    },
    ...(isOver(membership)
      ? []
      : [
          {
            id: `end ${membership.id}`,
            label: `End ${membership.initials} as ${roleWords(membership.role).toLowerCase()}…`,
            run: () => onShow({ kind: 'end' as const, membership }),
          },
        ]),
  ]
}
