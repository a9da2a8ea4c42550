import { capacityWords, presenceWords } from '../contract/words.ts'
import type { MeetingRecord, RecordAttendee, RecordCarriedVote, RecordSeat } from '../minutes/record-types.ts'
import { instantWords } from './dates.ts'
import { cells, heading, plain, type Block, type Column, type Row, type Table } from './model.ts'

/** Who was there: voting by constituency, non-voting, apologies and carried votes. */
export function attendanceBlocks(record: MeetingRecord): Block[] {
  const { constituencies, nonVoting, apologies, carriedVotes } = record.attendance
  const day = record.heading.startsOn
  return [
    heading(1, 'Attendance'),
    ...(constituencies.length === 0 ? [] : [asBlock(votingTable(record))]),
    ...(nonVoting.length === 0 ? [] : [asBlock(nonVotingTable(nonVoting, day))]),
    heading(2, 'Apologies and carried votes'),
    {
      kind: 'list',
      items: [
        ...apologies.map(apologyWords),
        ...carriedVotes.map((carried) => carriedWords(carried, day)),
      ].map((text) => [plain(text)]),
    },
    ...(apologies.length + carriedVotes.length === 0 ? [noApologies()] : []),
  ]
}

function noApologies(): Block {
  return {
    kind: 'paragraph',
    style: 'body',
    number: null,
    runs: [plain('No apologies were received and no vote was carried.')],
    keepWithNext: false,
  }
}

function asBlock(table: Table): Block {
  return { kind: 'table', table }
}

const people: Column[] = [
  { header: 'Initials', align: 'left', width: 12 },
  { header: 'Name', align: 'left', width: 26 },
  { header: 'Organisation', align: 'left', width: 27 },
]

function votingTable(record: MeetingRecord): Table {
  return {
    kind: 'plain',
    caption: 'Voting',
    columns: [...people, { header: 'Attendance', align: 'left', width: 35 }],
    columnGroups: null,
    rows: record.attendance.constituencies.flatMap(({ name, seats }): Row[] => [
      ...(name === '' ? [] : [{ kind: 'group' as const, text: name }]),
      ...seats.flatMap((seat) => seatRows(seat, record)),
    ]),
    legend: null,
  }
}

function seatRows(seat: RecordSeat, record: MeetingRecord): Row[] {
  const day = record.heading.startsOn
  if (seat.attendees.length > 0) {
    return seat.attendees.map((attendee) =>
      cells(attendee.initials, attendee.name, attendee.organisation, attendanceWords(attendee, day)),
    )
  }
  if (seat.member === null) return [cells('–', `${seat.seat} (vacant)`, '', '')]
  const { initials, name, organisation } = seat.member
  return [cells(initials, name, organisation, absenceWords(seat, record))]
}

function absenceWords(seat: RecordSeat, { attendance }: MeetingRecord): string {
  const carrier = attendance.carriedVotes.findLast(({ seatId }) => seatId === seat.seatId)
  if (carrier !== undefined) return `Vote carried by ${carrier.by.initials}`
  const sent = attendance.apologies.some(({ initials }) => initials === seat.member?.initials)
  return sent ? 'Apologies' : 'Not present'
}

function nonVotingTable(attendees: readonly RecordAttendee[], day: string): Table {
  return {
    kind: 'plain',
    caption: 'Non-voting',
    columns: [
      ...people,
      { header: 'Capacity', align: 'left', width: 15 },
      { header: 'Attendance', align: 'left', width: 20 },
    ],
    columnGroups: null,
    rows: attendees.map((attendee) =>
      cells(
        attendee.initials,
        attendee.name,
        attendee.organisation,
        capacityWords[attendee.capacity],
        attendanceWords(attendee, day),
      ),
    ),
    legend: null,
  }
}

/** "Present", "Alternate for GH, remote, part meeting: left at 12:30 (199.9)". */
export function attendanceWords(attendee: RecordAttendee, day: string): string {
  if (attendee.presence === 'expected') return 'Not present'
  if (attendee.presence === 'apologies') return presenceWords.apologies
  return [
    attendee.alternateFor === null ? 'Present' : `Alternate for ${attendee.alternateFor}`,
    ...(attendee.isRemote ? ['remote'] : []),
    ...(attendee.isPartMeeting ? [`part meeting: ${intervalWords(attendee, day)}`] : []),
  ].join(', ')
}

function intervalWords({ intervals }: RecordAttendee, day: string): string {
  return intervals
    .map(({ arrivedAt, arrivedAtItem, leftAt, leftAtItem }) => {
      const from = `from ${instantWords(arrivedAt, day)}${atItem(arrivedAtItem)}`
      return leftAt === null ? from : `${from} until ${instantWords(leftAt, day)}${atItem(leftAtItem)}`
    })
    .join('; ')
}

function atItem(label: string | null): string {
  return label === null ? '' : ` (item ${label})`
}

function apologyWords(apology: MeetingRecord['attendance']['apologies'][number]): string {
  const from = apology.organisation === '' ? '' : `, ${apology.organisation}`
  const seat = apology.seat === null ? '' : ` – ${apology.seat}`
  return `Apologies from ${apology.name} (${apology.initials})${from}${seat}.`
}

function carriedWords(carried: RecordCarriedVote, day: string): string {
  const whose = carried.of === null ? carried.seat : `${carried.of} (${carried.seat})`
  const end = carried.endedAt === null ? '' : ` until ${instantWords(carried.endedAt, day)}`
  const note = carried.note.trim() === '' ? '' : `: ${carried.note.trim()}`
  return (
    `The vote of ${whose} was carried by ${carried.by.name} (${carried.by.initials}) from ` +
    `${instantWords(carried.givenAt, day)}${atItem(carried.givenAtItem)}${end}${note}${note.endsWith('.') ? '' : '.'}`
  )
}
