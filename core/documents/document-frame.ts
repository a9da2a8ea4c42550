import type { MeetingRecord, MinutesStatus } from '../minutes/record-types.ts'
import { dateSpan, dayOf, instantWords, longDate, timeOf } from './dates.ts'
import { heading, plain, type Block, type DefinitionPair, type DocumentModel } from './model.ts'

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
  /** "Minutes", "Vote annex": the meeting is added. */
  name: string
  orientation?: 'portrait' | 'landscape'
  /** Whether the actual times belong in its heading. */
  hasActualTimes: boolean
}

/** What every document of a meeting has: heading block, status, footer, and the colophon at its end. */
export function frameDocument(
  record: MeetingRecord,
  hash: string,
  options: FrameOptions,
  blocks: Block[],
): DocumentModel {
  const { body, number } = record.heading
  const name = `${options.name} of meeting ${number}`
  return {
    kind: options.kind,
    title: `${body.name} – ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    language: 'en-GB',
    orientation: options.orientation ?? 'portrait',
    heading: { body: body.name, name, pairs: headingPairs(record, options) },
    status: versionWords(record),
    footer: {
      recordHash: hash,
      shortHash: hash.slice(0, 12),
      generatedFrom: generatedFrom(record),
    },
    blocks: [...blocks, ...colophon(record, hash)],
  }
}

function generatedFrom({ heading: { number }, history }: MeetingRecord): string {
  return `the record of meeting ${number}, history entry ${history.seq} (${history.hash.slice(0, 12)})`
}

function pair(term: string, text: string): DefinitionPair {
  return { term, runs: [plain(text)] }
}

function headingPairs(record: MeetingRecord, options: FrameOptions): DefinitionPair[] {
  const { heading: meeting } = record
  return [
    ...(meeting.title === '' ? [] : [pair('Title', meeting.title)]),
    pair('Meeting', meeting.number),
    pair('Date', dateSpan(meeting.startsOn, meeting.endsOn)),
    pair('Time', `${meeting.startTime} to ${meeting.endTime}${options.hasActualTimes ? ' (planned)' : ''}`),
    ...(options.hasActualTimes ? actualTimes(record) : []),
    ...(meeting.place === '' ? [] : [pair('Place', meeting.place)]),
    ...(meeting.code === null ? [] : [pair('Code', codeWords(meeting.code))]),
    pair('Version', `${versionWords(record)}${stateWords(record)}`),
  ]
}

function codeWords(code: NonNullable<MeetingRecord['heading']['code']>): string {
  return code.name === code.shortName || code.name === ''
    ? code.shortName
    : `${code.name} (${code.shortName})`
}

function stateWords({ heading: { state } }: MeetingRecord): string {
  if (state === 'planned') return ', before the meeting'
  return state === 'open' ? ', while the meeting was open' : ''
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
  return [pair('Held', opened.charAt(0).toUpperCase() + opened.slice(1) + breaks)]
}

function sittingWords(sitting: { startedAt: string; endedAt: string | null }, startsOn: string): string {
  const from = instantWords(sitting.startedAt, startsOn)
  return sitting.endedAt === null ? `from ${from}` : `${from} to ${timeOf(sitting.endedAt)}`
}

/** How the document can be checked later: by the hash of the record that it was written from. */
function colophon(record: MeetingRecord, hash: string): Block[] {
  return [
    heading(1, 'About this document'),
    {
      kind: 'definitions',
      pairs: [
        pair('Version', `${versionWords(record)}${stateWords(record)}`),
        pair('Record', `SHA-256 ${hash}`),
        pair('History', `entry ${record.history.seq}, hash ${record.history.hash}`),
      ],
    },
  ]
}

/** The next meeting in a sentence. */
export function nextMeetingWords({ nextMeeting }: MeetingRecord): string {
  if (nextMeeting === null) return 'No further meeting had been planned.'
  const { number, startsOn, startTime, place } = nextMeeting
  return `Meeting ${number}: ${longDate(startsOn)}, ${startTime}${place === '' ? '' : `, ${place}`}.`
}
