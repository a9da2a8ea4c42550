import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { capacityWords, presenceWords, type Presence } from '../../core/contract/words.ts'
import { act, useLive } from '../state/live.ts'
import { classNames } from '../ui/class-names.ts'
import { timeWords } from '../ui/dates.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { joinWords } from '../ui/words.ts'
import { CarryVoteDialog } from './carry-vote-dialog.tsx'
import { InterestDialog } from './interest-dialog.tsx'
import { LeavesAtDialog } from './leaves-at-dialog.tsx'

const presenceMarks: Record<Presence, string> = {
  present: '●',
  expected: '○',
  left: '←',
  apologies: '–',
}

interface RoomRowProps {
  meeting: Meeting
  attendee: Attendee
  isEditable: boolean
  isFocusTarget: boolean
  /** Only mark and initials: for those without a seat. */
  isChip: boolean
  onFocus(): void
}

/** One person: Enter brings them in or lets them go, A is for apologies, C carries the vote, R recuses, → opens all there is. */
export function RoomRow({ meeting, attendee, isEditable, isFocusTarget, isChip, onFocus }: RoomRowProps) {
  const [dialog, setDialog] = useState<'leaves' | 'carry' | 'interest' | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const item = useLive((store) => store.item)
  const { presence, initials, name } = attendee
  const interest = item?.interests.find(({ personId }) => personId === attendee.personId)
  const notes = rowNotes(meeting, attendee, interest?.kind)

  const record = (next: Presence) => {
    void act('attendance.record', { meetingId: meeting.id, personId: attendee.personId, presence: next })
  }
  const toggle = () => record(presence === 'present' ? 'left' : 'present')
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEditable || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'a') record('apologies')
    else if (event.key === 'e') record('expected')
    else if (event.key === 'r' && item !== null && attendee.seatId !== null) setDialog('interest')
    else if (event.key === 'c' && canBeCarried(meeting, attendee)) setDialog('carry')
    else if (event.key === 'ArrowRight') row.current?.querySelector<HTMLElement>('.menu > button')?.click()
    else return
    event.preventDefault()
  }
  return (
    <li ref={row} className={classNames('room-row', presence, isChip && 'chip')}>
      <button
        type="button"
        className="who"
        data-attendee={attendee.attendanceId}
        {...(isFocusTarget ? { 'data-takes-focus': 'room' } : {})}
        tabIndex={isFocusTarget ? 0 : -1}
        aria-disabled={!isEditable}
        title={joinWords([
          name,
          attendee.organisation,
          capacityWords[attendee.capacity],
          presenceWords[presence],
        ])}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (isEditable) toggle()
        }}
      >
        <span className="mark" aria-hidden="true">
          {presenceMarks[presence]}
        </span>
        <span className="initials">{initials}</span>
        <VisuallyHidden>
          {[`, ${name}`, presenceWords[presence], ...notes.map(({ words }) => words)].join(', ')}
        </VisuallyHidden>
        {isChip ? null : (
          <span className="name" aria-hidden="true">
            {name}
          </span>
        )}
        {notes.map(({ mark, words }) => (
          <span key={words} className="remark" title={words} aria-hidden="true">
            {mark}
          </span>
        ))}
      </button>
      {isEditable ? (
        <Menu
          label={`More about ${initials}`}
          variant="quiet"
          tabIndex={-1}
          items={menuItems(meeting, attendee, item !== null, record, setDialog)}
        >
          <Ellipsis size={14} aria-hidden />
        </Menu>
      ) : null}
      {dialog === 'leaves' ? (
        <LeavesAtDialog meeting={meeting} attendee={attendee} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'carry' && attendee.seatId !== null ? (
        <CarryVoteDialog meeting={meeting} attendee={attendee} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'interest' && item !== null ? (
        <InterestDialog item={item} attendee={attendee} onClose={() => setDialog(null)} />
      ) : null}
    </li>
  )
}

/** What is to be known of a person beside presence, short for the row and in words. */
function rowNotes(
  meeting: Meeting,
  attendee: Attendee,
  interest: 'declared' | 'recused' | undefined,
): { mark: string; words: string }[] {
  const { room } = meeting
  const initialsOfSeat = (seatId: string) => {
    const seat = room.seatList.find((each) => each.seatId === seatId)
    return seat?.member?.initials ?? seat?.name ?? ''
  }
  const carried = room.carriedVotes.find(
    ({ seatId, endedAt }) => endedAt === null && seatId === attendee.seatId && attendee.capacity === 'member',
  )
  const last = attendee.intervals.at(-1)
  return [
    ...(attendee.carries.length === 0
      ? []
      : [
          {
            mark: `+${attendee.carries.map(initialsOfSeat).join(', ')}`,
            words: `carries the vote of ${attendee.carries.map(initialsOfSeat).join(', ')}`,
          },
        ]),
    ...(carried === undefined
      ? []
      : [{ mark: `→ ${carried.carrier.initials}`, words: `vote carried by ${carried.carrier.initials}` }]),
    ...(attendee.capacity === 'alternate' && attendee.seatId !== null
      ? [
          {
            mark: `for ${initialsOfSeat(attendee.seatId)}`,
            words: `alternate for ${initialsOfSeat(attendee.seatId)}`,
          },
        ]
      : []),
    ...(attendee.isRemote ? [{ mark: '☎', words: 'remote' }] : []),
    ...(interest === undefined
      ? []
      : interest === 'recused'
        ? [{ mark: 'R', words: 'recused from this item' }]
        : [{ mark: 'i', words: 'declared an interest in this item' }]),
    ...(attendee.presence === 'left' && (last?.leftAt ?? null) !== null
      ? [{ mark: timeWords(last?.leftAt ?? null), words: `left at ${timeWords(last?.leftAt ?? null)}` }]
      : []),
    ...(attendee.leavesAt === null || attendee.presence !== 'present'
      ? []
      : [{ mark: `–${attendee.leavesAt}`, words: `leaves at ${attendee.leavesAt}` }]),
  ]
}

function menuItems(
  meeting: Meeting,
  attendee: Attendee,
  hasItem: boolean,
  record: (presence: Presence) => void,
  open: (dialog: 'leaves' | 'carry' | 'interest') => void,
): MenuItem[] {
  const { presence, seatId } = attendee
  const steps: [Presence, string, string?][] = [
    ['present', presence === 'left' ? 'Comes back' : 'Arrives'],
    ['left', 'Leaves'],
    ['apologies', 'Sent apologies', 'A'],
    ['expected', 'Is expected', 'E'],
  ]
  return [
    ...steps
      .filter(([next]) => next !== presence && (next !== 'left' || presence === 'present'))
      .map(([next, label, shortcut]) => ({
        id: next,
        label,
        run: () => record(next),
        ...(shortcut === undefined ? {} : { shortcut }),
      })),
    { id: 'leaves', label: 'Says when they will leave…', run: () => open('leaves') },
    {
      id: 'remote',
      label: attendee.isRemote ? 'Is in the room in person' : 'Takes part remotely',
      run: () =>
        void act('attendance.record', {
          meetingId: meeting.id,
          personId: attendee.personId,
          presence,
          isRemote: !attendee.isRemote,
        }),
    },
    ...(canBeCarried(meeting, attendee)
      ? [{ id: 'carry', label: 'Vote is carried by…', shortcut: 'C', run: () => open('carry') }]
      : []),
    ...(hasItem && seatId !== null
      ? [{ id: 'interest', label: 'Interest in this item…', shortcut: 'R', run: () => open('interest') }]
      : []),
  ]
}

/** Whether the vote of the person's seat is not exercised from the seat itself. */
function canBeCarried({ room }: Meeting, { seatId }: Attendee): boolean {
  const standing = room.seatList.find((seat) => seat.seatId === seatId)?.standing
  return standing === 'nobody' || standing === 'carried'
}
