import { positionWords } from '../contract/words.ts'
import type { MeetingRecord, RecordResolution, RecordSeat } from '../minutes/record-types.ts'
import { dayOf, longDate, shortDate, timeOf } from './dates.ts'
import { nextMeetingWords } from './document-frame.ts'
import { cells, heading, paragraph, tableBlock, together, type Block, type Row } from './model.ts'
import { questionOf } from './resolution-frame.ts'
import { withStop } from './vote-words.ts'

/** Every seat by constituency with its member, what the position is and when it came. Nobody attends a resolution. */
export function membersBlocks(record: MeetingRecord, resolution: RecordResolution): Block[] {
  const positions = new Map(
    questionOf(record)
      ?.rounds.at(-1)
      ?.positions.map((position) => [position.seatId, position]),
  )
  const letters = new Map(resolution.letters.map((letter) => [letter.seatId, letter]))
  const answerOf = ({ seatId }: RecordSeat): [string, string] => {
    const position = positions.get(seatId)
    if (position === undefined) return ['', '']
    const { value, recordedAt } = position
    const words = positionWords[value].name
    const letter = letters.get(seatId)
    if (letter !== undefined) {
      const note = letter.note.trim() === '' ? '' : ` (${letter.note.trim()})`
      return [words, `Received ${momentShort(letter.receivedAt)}${note}`]
    }
    return [words, isAnswer(value) ? `Recorded ${momentShort(recordedAt)}` : '']
  }
  return [
    heading(1, 'Members and their positions'),
    seatTable(record, ['Position', 'When it came'], answerOf),
  ]
}

/** The same before anybody has answered, to be filled in and sent back. */
export function toAnswerTable(record: MeetingRecord): Block {
  return seatTable(record, ['For, against or abstain', 'Date'], () => ['', ''])
}

function seatTable(
  record: MeetingRecord,
  [position, when]: [string, string],
  answerOf: (seat: RecordSeat) => [string, string],
): Block {
  const { constituencies } = record.attendance
  if (constituencies.length === 0) return paragraph('body', 'The body had no seat in force.')
  return tableBlock({
    kind: 'plain',
    caption: 'Every seat in force when it went round',
    columns: [
      { header: 'Initials', align: 'left', width: 9 },
      { header: 'Name', align: 'left', width: 24 },
      { header: 'Organisation', align: 'left', width: 21 },
      { header: position, align: 'left', width: 17 },
      { header: when, align: 'left', width: 29 },
    ],
    columnGroups: null,
    rows: constituencies.flatMap(({ name, seats }): Row[] => [
      ...(name === '' ? [] : [{ kind: 'group' as const, text: name }]),
      ...seats.map((seat) =>
        cells(
          seat.member?.initials ?? '–',
          seat.member?.name ?? `${seat.seat} (vacant)`,
          seat.member?.organisation ?? '',
          ...(seat.member === null ? ['No member to ask', ''] : answerOf(seat)),
        ),
      ),
    ]),
    legend: null,
  })
}

/** "Wed 14 Dec 2016, 10:00". */
function momentShort(instant: string): string {
  return `${shortDate(dayOf(instant))}, ${timeOf(instant)}`
}

function isAnswer(value: string): boolean {
  return value === 'for' || value === 'against' || value === 'abstain'
}

/** Where it was ratified, or what is left to do. A resolution that was withdrawn is over. */
export function ratificationBlocks(record: MeetingRecord, { ratification }: RecordResolution): Block[] {
  const question = questionOf(record)
  if (question === undefined || question.withdrawn !== undefined) return []
  const words = () => {
    if (ratification !== null) {
      const since = ratification.isStale ? ' Its vote was corrected since, and is not carried any more.' : ''
      return [
        paragraph(
          'body',
          `Ratified at meeting ${ratification.meeting}, item ${ratification.item}, on ${longDate(ratification.on)}.${since}`,
        ),
        paragraph('determination', withStop(ratification.text)),
      ]
    }
    const verdict = question.rounds.at(-1)?.verdict ?? 'pending'
    if (verdict === 'pending') {
      return [
        paragraph('body', `If it is carried, the next meeting ratifies it. ${nextMeetingWords(record)}`),
      ]
    }
    return [
      paragraph(
        'body',
        verdict === 'carried'
          ? `To be ratified at the next meeting. ${nextMeetingWords(record)}`
          : 'It was not carried, so there is nothing to ratify.',
      ),
    ]
  }
  return [together(heading(1, 'Ratification'), ...words())]
}
