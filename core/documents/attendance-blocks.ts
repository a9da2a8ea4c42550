import { capacityWords, presenceWords } from '../contract/words.ts'
import type { MeetingRecord, RecordAttendee, RecordCarriedVote, RecordSeat } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { instantWords } from './dates.ts'
import {
  cells,
  heading,
  paragraph,
  plain,
  tableBlock,
  together,
  type Block,
  type Column,
  type Row,
  type Table,
} from './model.ts'
import { withStop } from './vote-words.ts'

/** Who was there: voting by constituency, non-voting, apologies and carried votes. */
export function attendanceBlocks(record: MeetingRecord): Block[] {
  const { constituencies, nonVoting, apologies, carriedVotes } = record.attendance
  const day = record.heading.startsOn
  const words = [
    ...apologies.map((apology) => apologyWords(apology, record)),
    ...carriedVotes.map((carried) => carriedWords(carried, day)),
  ]
  return [
    heading(1, 'Attendance'),
    ...(constituencies.length === 0 ? [] : [tableBlock(votingTable(record))]),
    ...(nonVoting.length === 0 ? [] : [tableBlock(nonVotingTable(record))]),
    ...(constituencies.length + nonVoting.length === 0 ? [paragraph('body', 'Nobody was recorded.')] : []),
    together(
      heading(2, 'Apologies and carried votes'),
      words.length === 0
        ? paragraph('body', 'No apologies were received and no vote was carried.')
        : { kind: 'list', items: words.map((text) => [plain(text)]) },
    ),
  ]
}

const people: Column[] = [
  { header: 'Initials', align: 'left', width: 10 },
  { header: 'Name', align: 'left', width: 28 },
  { header: 'Organisation', align: 'left', width: 26 },
]

function votingTable(record: MeetingRecord): Table {
  return {
    kind: 'plain',
    caption: 'Voting',
    columns: [...people, { header: 'Attendance', align: 'left', width: 36 }],
    columnGroups: null,
    rows: record.attendance.constituencies.flatMap(({ name, seats }): Row[] => [
      ...(name === '' ? [] : [{ kind: 'group' as const, text: name }]),
      ...seats.flatMap((seat) => seatRows(seat, record)),
    ]),
    legend: null,
  }
}

function seatRows(seat: RecordSeat, record: MeetingRecord): Row[] {
  if (seat.attendees.length > 0) {
    return seat.attendees.map((attendee) =>
      cells(attendee.initials, attendee.name, attendee.organisation, attendanceWords(attendee, record)),
    )
  }
  if (seat.member === null) return [cells('–', `${seat.seat} (vacant)`, '', '')]
  const { initials, name, organisation } = seat.member
  return [cells(initials, name, organisation, absenceWords(seat, record))]
}

function absenceWords(seat: RecordSeat, record: MeetingRecord): string {
  const { attendance } = record
  const carrier = attendance.carriedVotes.findLast(({ seatId }) => seatId === seat.seatId)
  if (carrier !== undefined) return `Vote carried by ${carrier.by.initials}`
  const sent = attendance.apologies.some(({ initials }) => initials === seat.member?.initials)
  return sent ? 'Apologies' : absentWords(record)
}

/** Before a meeting nobody is absent yet. */
function absentWords({ heading: { state } }: MeetingRecord): string {
  return state === 'planned' ? presenceWords.expected : 'Not present'
}

function nonVotingTable(record: MeetingRecord): Table {
  return {
    kind: 'plain',
    caption: 'Non-voting',
    columns: [
      ...people,
      { header: 'Capacity', align: 'left', width: 14 },
      { header: 'Attendance', align: 'left', width: 22 },
    ],
    columnGroups: null,
    rows: record.attendance.nonVoting.map((attendee) =>
      cells(
        attendee.initials,
        attendee.name,
        attendee.organisation,
        capacityWords[attendee.capacity],
        attendanceWords(attendee, record),
      ),
    ),
    legend: null,
  }
}

/** "Present", "Alternate for GH, remote, part meeting: left 12:30 (199.9)". */
export function attendanceWords(attendee: RecordAttendee, record: MeetingRecord): string {
  if (attendee.presence === 'expected') return absentWords(record)
  if (attendee.presence === 'apologies') return presenceWords.apologies
  return [
    attendee.alternateFor === null ? 'Present' : `Alternate for ${attendee.alternateFor}`,
    ...(attendee.isRemote ? ['remote'] : []),
    ...(attendee.isPartMeeting ? [partWords(comingsAndGoings(attendee, record))] : []),
  ].join(', ')
}

function partWords(moves: string): string {
  return moves === '' ? 'part meeting' : `part meeting: ${moves}`
}

/** Who was there at the opening arrived with everybody, and who stayed to the close left with everybody. */
function comingsAndGoings({ intervals }: RecordAttendee, { heading: meeting, items }: MeetingRecord): string {
  return intervals
    .flatMap(({ arrivedAt, arrivedAtItem, leftAt, leftAtItem }, index) => {
      const when = (instant: string, label: string | null) =>
        `${instantWords(instant, meeting.startsOn)}${atItem(label)}`
      const wasThere =
        index === 0 &&
        (arrivedAtItem === null ||
          arrivedAtItem === items[0]?.fullLabel ||
          !isAfter(arrivedAt, meeting.openedAt))
      const stayed =
        leftAt === null ||
        (index === intervals.length - 1 && meeting.closedAt !== null && !isAfter(meeting.closedAt, leftAt))
      return [
        ...(wasThere ? [] : [`${index === 0 ? 'arrived' : 'returned'} ${when(arrivedAt, arrivedAtItem)}`]),
        ...(stayed ? [] : [`left ${when(leftAt, leftAtItem)}`]),
      ]
    })
    .join(', ')
}

function isAfter(instant: string, other: string | null): boolean {
  return other !== null && Date.parse(instant) > Date.parse(other)
}

function atItem(label: string | null): string {
  // Not to be broken in the middle of "199.6 (a)".
  return label === null ? '' : ` (item ${label})`.replace(/(?<!^) /g, '\u00a0')
}

function apologyWords(
  { initials, name, organisation, seat }: MeetingRecord['attendance']['apologies'][number],
  { attendance }: MeetingRecord,
): string {
  const alternates = attendance.constituencies
    .flatMap(({ seats }) => seats)
    .flatMap((one) => one.attendees.filter(({ alternateFor }) => alternateFor === initials))
    .map((alternate) => alternate.initials)
  const from = [organisation, seat === name || seat === null ? '' : seat].filter((part) => part !== '')
  const instead = alternates.length === 0 ? '' : `; ${alternates.join(', ')} attended as alternate`
  return `Apologies from ${[`${name} (${initials})`, ...from].join(', ')}${instead}.`
}

function carriedWords(carried: RecordCarriedVote, day: string): string {
  const whose = carried.of === null ? carried.seat : `${carried.of} (${carried.seat})`
  const end = carried.endedAt === null ? '' : ` until ${instantWords(carried.endedAt, day)}`
  const note = carried.note.trim() === '' ? '' : ` ${capital(withStop(carried.note))}`
  return (
    `The vote of ${whose} was carried by ${carried.by.name} (${carried.by.initials}) from ` +
    `${instantWords(carried.givenAt, day)}${atItem(carried.givenAtItem)}${end}.${note}`
  )
}
