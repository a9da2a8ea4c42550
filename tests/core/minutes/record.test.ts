import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

/** The record as a machine gets it. */
async function exported(): Promise<{
  record: MeetingRecord
  recordHash: string
  document: string
  formatVersion: number
}> {
  panel.delivered.length = 0
  await panel.must('document.export', { document: 'minutes', format: 'json', meetingId: panel.meetingId })
  return JSON.parse(new TextDecoder().decode(panel.delivered[0]?.bytes)) as Awaited<
    ReturnType<typeof exported>
  >
}

/** Canonical JSON as anybody could write it down: sorted keys, no white space. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A short meeting with a vote, a note and an action, held and closed. */
async function hold(): Promise<void> {
  panel.setNow('2016-12-15T10:00:00.000+00:00')
  await panel.openMeeting()
  await panel.arrive('AB CD KL MN CH SE')
  await panel.must('agenda.set-current', { itemId: panel.items.p })
  const questionId = await panel.put('related')
  await panel.record(questionId, 'AB for, rest against')
  await panel.must('vote.close', { questionId })
  await panel.must('note.write', { itemId: panel.items.p, text: 'AB asked.\n\nKL answered.' })
  await panel.must('action.add', { itemId: panel.items.p, text: 'Publish the report' })
  panel.setNow('2016-12-15T11:30:00.000+00:00')
  await panel.must('meeting.close', { meetingId: panel.meetingId })
}

describe('the record', () => {
  it('says of itself what it is, and its hash can be reckoned by anybody', async () => {
    await hold()
    const { record, recordHash, document, formatVersion } = await exported()
    expect({ document, formatVersion, format: record.format }).toEqual({
      document: 'minutes',
      formatVersion: 1,
      format: 'panelbook-meeting-record',
    })
    expect(sha256(canonical(record))).toBe(recordHash)
    expect((await panel.meeting()).recordHash).toBe(recordHash)
  })

  it('holds what was done: votes, notes with their numbers, actions, who was there', async () => {
    await hold()
    const { record } = await exported()
    const item = record.items.find(({ itemId }) => itemId === panel.items.p)
    expect(item?.paragraphs.map(({ text }) => text)).toEqual(['AB asked.', 'KL answered.'])
    expect(
      item?.questions[0]?.rounds.map(({ counts, state }) => [counts.for, counts.against, state]),
    ).toEqual([[1, 3, 'closed']])
    expect(record.actions.raised.map(({ text, itemLabel }) => [text, itemLabel])).toEqual([
      ['Publish the report', item?.fullLabel],
    ])
    expect(record.attendance.constituencies.map(({ name }) => name)).toEqual([
      'Shippers',
      'Transporters',
      'Consumers',
    ])
    expect(record.attendance.nonVoting.map(({ initials }) => initials)).toEqual(['CH', 'SE'])
    expect(record.heading).toMatchObject({
      number: '199',
      state: 'closed',
      closedAt: '2016-12-15T11:30:00.000+00:00',
    })
    expect(record.version).toEqual({ number: '1.0', status: 'draft' })
  })

  it('follows an open meeting, and its hash changes with every vote', async () => {
    await panel.openMeeting()
    await panel.arrive('AB CD KL')
    const before = await exported()
    expect(before.record.version).toEqual({ number: '0.1', status: 'draft' })
    const questionId = await panel.put('related')
    await panel.record(questionId, 'AB for')
    const after = await exported()
    expect(after.recordHash).not.toBe(before.recordHash)
    expect(after.record.history.seq).toBeGreaterThan(before.record.history.seq)
  })

  it('of a closed meeting stands whatever happens to people, bodies and proposals afterwards', async () => {
    await hold()
    const before = await exported()
    await panel.must('person.change', { personId: panel.person('AB'), name: 'Somebody Else' })
    await panel.must('body.change', { bodyId: panel.bodyId, name: 'Renamed Panel' })
    await panel.must('proposal.change', { proposalId: panel.proposalId, title: 'Another title' })
    const after = await exported()
    expect(after).toEqual(before)
    const read = await panel.must('document.read', { document: 'minutes', meetingId: panel.meetingId })
    expect(read.fileName).toBe('Test Panel 199 minutes (draft)')
    expect(read.recordHash).toBe(before.recordHash)
    expect(JSON.stringify(read.model)).toContain('Person AB')
    expect(JSON.stringify(read.model)).not.toContain('Somebody Else')
  })

  it('is gone with the closing when that is undone, and made anew at the next', async () => {
    await hold()
    const first = await exported()
    await panel.must('history.undo', {})
    expect((await exported()).record.version.number).toBe('0.1')
    await panel.must('note.write', { itemId: panel.items.p, text: 'AB asked again.' })
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    const second = await exported()
    expect(second.recordHash).not.toBe(first.recordHash)
    expect((await panel.meeting()).recordHash).toBe(second.recordHash)
    expect(JSON.stringify(second.record)).toContain('AB asked again.')
  })

  it('is refused on nothing: a meeting without anybody and anything can be told', async () => {
    const { id } = await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-02-16' })
    for (const document of ['minutes', 'agenda', 'vote-annex', 'action-log'] as const) {
      await panel.must('document.read', { document, meetingId: id })
    }
  })
})
