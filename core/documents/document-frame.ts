import type { MeetingRecord, MinutesStatus, RecordHeading } from '../minutes/record-types.ts'
import { capital, lowerFirst } from '../sentence.ts'
import { dateSpan, dayOf, instantWords, timeOf } from './dates.ts'
import {
  definitions,
  heading,
  pair,
  together,
  type Block,
  type DefinitionPair,
  type DocumentModel,
  type Orientation,
} from './model.ts'
import { isOfRehearsal, rehearsalWords, statusOrRehearsal } from './rehearsal-marks.ts'
import { occasionWords, questionOf, resolutionOf, resolutionPairs } from './resolution-frame.ts'
import { withStop } from './vote-words.ts'

const statusWords: Record<MinutesStatus, string> = {
  draft: 'Draft',
  published: 'Published',
  approved: 'Approved',
  corrected: 'Corrected',
}

/** "Draft 1.0": version and status, visible on every page. */
export function versionWords({ version }: MeetingRecord): string {
  return `${statusWords[version.status]} ${version.number}`
}

export interface FrameOptions {
  kind: string
  /** "Minutes", "Vote annex": the meeting is added. Empty for a document that is called like the meeting itself. */
  name: string
  orientation?: Orientation
  /** Whether the actual times belong in its heading. */
  hasActualTimes: boolean
  /** An agenda is no version of the minutes: its status tells when it was written instead. */
  isBeforehand?: boolean
}

/** What every document of a meeting has: heading block, status, footer, and the colophon at its end. */
export function frameDocument(
  record: MeetingRecord,
  hash: string,
  options: FrameOptions,
  blocks: Block[],
): DocumentModel {
  const { body } = record.heading
  const occasion = occasionWords(record)
  const name = options.name === '' ? capital(occasion) : `${options.name} of ${occasion}`
  return {
    kind: options.kind,
    title: `${body.name} – ${lowerFirst(name)}`,
    language: 'en-GB',
    orientation: options.orientation ?? 'portrait',
    heading: { body: body.name, name, pairs: headingPairs(record, options) },
    status: statusOrRehearsal(
      record,
      options.isBeforehand === true ? capital(stateOf(record, true)) : versionWords(record),
    ),
    footer: {
      recordHash: hash,
      shortHash: hash.slice(0, 12),
      generatedFrom: generatedFrom(record),
    },
    blocks: [...blocks, colophon(record, hash, options)],
  }
}

function generatedFrom(record: MeetingRecord): string {
  const { seq, hash } = record.history
  return `the record of ${occasionWords(record)}, history entry ${seq} (${hash.slice(0, 12)})`
}

function headingPairs(record: MeetingRecord, options: FrameOptions): DefinitionPair[] {
  const { heading: meeting } = record
  const resolution = resolutionOf(record)
  return [
    ...(meeting.title === '' ? [] : [pair('Title', meeting.title)]),
    ...(resolution === null ? meetingPairs(record, options) : resolutionPairs(record, resolution)),
    ...(meeting.code === null ? [] : [pair('Code', codeWords(meeting.code))]),
    statusPair(record, options),
  ]
}

function meetingPairs(record: MeetingRecord, options: FrameOptions): DefinitionPair[] {
  const { heading: meeting } = record
  return [
    pair('Date', dateSpan(meeting.startsOn, meeting.endsOn)),
    pair('Time', `${meeting.startTime} to ${meeting.endTime}${options.hasActualTimes ? ' (planned)' : ''}`),
    ...(options.hasActualTimes ? actualTimes(record) : []),
    ...(meeting.place === '' ? [] : [pair('Place', meeting.place)]),
  ]
}

const stateWords: Record<MeetingRecord['heading']['state'], string> = {
  planned: 'before the meeting',
  open: 'while the meeting was open',
  closed: 'as the meeting was held',
}

/** How far the meeting was when the document was written. A written resolution is out until its vote is closed. */
function stateOf(record: MeetingRecord, isBeforehand = false): string {
  if (resolutionOf(record) === null) return stateWords[record.heading.state]
  const isOut = questionOf(record)?.rounds.at(-1)?.state === 'open'
  if (isBeforehand) return isOut ? 'open for answers' : 'answered'
  return isOut ? 'while it was out' : 'as it was answered'
}

function statusPair(record: MeetingRecord, { isBeforehand }: FrameOptions): DefinitionPair {
  const { state } = record.heading
  if (isOfRehearsal(record)) return pair('Status', rehearsalWords)
  if (isBeforehand === true) return pair('Status', capital(stateOf(record, true)))
  return pair('Version', `${versionWords(record)}${state === 'closed' ? '' : `, ${stateOf(record)}`}`)
}

function codeWords(code: NonNullable<MeetingRecord['heading']['code']>): string {
  return code.name === code.shortName || code.name === ''
    ? code.shortName
    : `${code.name} (${code.shortName})`
}

function actualTimes(record: MeetingRecord): DefinitionPair[] {
  const { openedAt, closedAt, startsOn, sittings } = record.heading
  if (openedAt === null) return []
  const isOneDay = closedAt === null || dayOf(openedAt) === dayOf(closedAt)
  const end =
    closedAt === null ? '' : `, closed ${isOneDay ? timeOf(closedAt) : instantWords(closedAt, startsOn)}`
  const opened = `opened ${instantWords(openedAt, startsOn)}${end}`
  const breaks =
    sittings.length > 1
      ? `; sat ${sittings.map((sitting) => sittingWords(sitting, startsOn)).join(', ')}`
      : ''
  return [pair('Held', capital(opened) + breaks)]
}

function sittingWords(sitting: RecordHeading['sittings'][number], startsOn: string): string {
  const from = instantWords(sitting.startedAt, startsOn)
  if (sitting.endedAt === null) return `from ${from}`
  const reason = sitting.reason === undefined ? '' : ` (${sitting.reason.trim()})`
  return `${from} to ${timeOf(sitting.endedAt)}${reason}`
}

/** How the document can be checked later: by the hash of the record that it was written from. */
function colophon(record: MeetingRecord, hash: string, options: FrameOptions): Block {
  return together(
    heading(1, 'About this document'),
    definitions(
      [
        statusPair(record, options),
        ...(isOfRehearsal(record)
          ? [pair('Written', 'In a rehearsal, where votes are invented. It is no record.')]
          : []),
        pair('Record', hash),
        pair('History', `Entry ${record.history.seq}, ${record.history.hash}`),
        pair(
          'Check',
          `Documents of this ${resolutionOf(record) === null ? 'meeting' : 'resolution'} with the same record hash ` +
            '(SHA-256) were written from one record, which was made from the book as it stood at this entry of its history.',
        ),
      ],
      'small',
    ),
  )
}

/** The next meeting in a sentence. */
export function nextMeetingWords({ nextMeeting }: MeetingRecord): string {
  if (nextMeeting === null) return 'No further meeting had been planned.'
  const { number, startsOn, endsOn, startTime, endTime, place } = nextMeeting
  const where = place.trim() === '' ? '' : `, ${place.trim()}`
  return withStop(`Meeting ${number}: ${dateSpan(startsOn, endsOn)}, ${startTime} to ${endTime}${where}`)
}
