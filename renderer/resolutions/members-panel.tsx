import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { InterestDialog } from '../attendance/interest-dialog.tsx'
import { seatGroups } from '../attendance/seat-groups.ts'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { positionWords } from '../../core/contract/words.ts'
import type { Item, PositionView } from '../../core/contract/voting.ts'
import type { WrittenPosition } from '../../core/contract/written-positions.ts'
import { classNames } from '../ui/class-names.ts'
import { dayWords, timeWords } from '../ui/dates.ts'
import { Menu } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { joinWords } from '../ui/words.ts'
import { momentWords } from './resolution-words.ts'

/** Every seat with its member, what the position is and when it came. */
export function MembersPanel({
  meeting,
  item,
  isEditable,
}: {
  meeting: Meeting
  item: Item
  isEditable: boolean
}) {
  const [recusing, setRecusing] = useState<Attendee | null>(null)
  const positions = item.questions[0]?.round.positions ?? []
  const asked = positions.filter(({ value }) => value !== 'not-present')
  const answered = asked.filter(({ value }) => isAnswer(value))
  const positionOf = new Map(positions.map((position) => [position.seatId, position]))
  const letterOf = new Map(
    item.writtenPositions.filter(({ state }) => state === 'used').map((letter) => [letter.seatId, letter]),
  )
  return (
    <aside className="room members" aria-label="Members">
      <header>
        <div className="room-title">
          <h2>Members</h2>
        </div>
        <p className="numbers">
          <span>
            <strong>{answered.length}</strong> of {asked.length} answered
          </span>
          <span>
            <strong>{meeting.room.allVotes}</strong> votes of all seats
          </span>
        </p>
      </header>
      {seatGroups(meeting.room).map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h3>{group.name}</h3>
          <ul>
            {group.seats.map(({ seat, attendees }) => {
              const position = positionOf.get(seat.seatId)
              const letter = letterOf.get(seat.seatId)
              const [attendee] = attendees
              return (
                <li
                  key={seat.seatId}
                  className={classNames('member', position?.value)}
                  title={joinWords([seat.name, position === undefined ? '' : longWords(position, letter)])}
                >
                  <span className="mark" aria-hidden="true">
                    {position === undefined ? '' : positionWords[position.value].mark}
                  </span>
                  <span className="initials">{seat.member?.initials ?? '–'}</span>
                  <span className="name">{seat.member?.name ?? `${seat.name}, vacant`}</span>
                  {position === undefined ? null : (
                    <>
                      <VisuallyHidden>{longWords(position, letter)}</VisuallyHidden>
                      <span className="when" aria-hidden="true">
                        {shortWords(position, letter)}
                      </span>
                    </>
                  )}
                  {isEditable && attendee !== undefined ? (
                    <Menu
                      label={`More about ${attendee.initials}`}
                      variant="quiet"
                      items={[
                        {
                          id: 'interest',
                          label: 'Interest or recusal…',
                          run: () => setRecusing(attendee),
                        },
                      ]}
                    >
                      <Ellipsis size={14} aria-hidden />
                    </Menu>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
      {recusing === null ? null : (
        <InterestDialog item={item} attendee={recusing} onClose={() => setRecusing(null)} />
      )}
    </aside>
  )
}

type Letter = WrittenPosition | undefined

/** "For, received Wed 4 Jan 2017, 16:12, e-mail": what was recorded by hand says when it was recorded. */
function longWords({ value, recordedAt }: PositionView, letter: Letter): string {
  const { name } = positionWords[value]
  if (value === 'not-present') return 'Nobody to ask'
  if (letter !== undefined) {
    return joinWords([name, `received ${momentWords(letter.receivedAt)}`, letter.note], ', ')
  }
  return isAnswer(value) ? `${name}, recorded ${momentWords(recordedAt)}` : name
}

/** When it came, or in place of that what there is in place of an answer. */
function shortWords({ value, recordedAt }: PositionView, letter: Letter): string {
  if (value === 'not-present') return 'nobody to ask'
  if (letter === undefined && !isAnswer(value)) return positionWords[value].name.toLowerCase()
  const at = letter?.receivedAt ?? recordedAt
  return `${dayWords(at).replace(/^\w+ | \d+$/g, '')} ${timeWords(at)}`
}

function isAnswer(value: PositionView['value']): boolean {
  return value === 'for' || value === 'against' || value === 'abstain'
}
