import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Bench } from 'tinybench'
import { makeCore } from '../support/make-core.ts'

/**
 * What Panelbook costs on top of what SQLite and the disk cost anyway. Every figure is a ratio to the baseline of
 * its group, measured in the same run; the times say on what machine it ran.
 */

const values = ['for', 'against', 'abstain', 'none'] as const
const test = await makeCore({ sample: true })
const folder = mkdtempSync(join(tmpdir(), 'panelbook-bench-'))
const bare = new Database(join(folder, 'bare.db'))
try {
  const { meetingId, itemId, questionId, seats } = await longMeeting()
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE position (seat TEXT PRIMARY KEY, value TEXT)')
  const upsert = bare.prepare(
    'INSERT INTO position VALUES (?, ?) ON CONFLICT (seat) DO UPDATE SET value = excluded.value',
  )
  const readAll = bare.prepare('SELECT * FROM position')
  let turn = 0
  const next = () => {
    turn += 1
    return { seat: seats[turn % seats.length] ?? '', value: values[turn % values.length] ?? 'for' }
  }

  await group('Recording a vote: 13 seats, 3 questions, 60 items', {
    'one durable upsert by SQLite alone': () => {
      const { seat, value } = next()
      upsert.run(seat, value)
    },
    'vote.record': async () => {
      const { seat, value } = next()
      await test.must('vote.record', { questionId, seatId: seat, value })
    },
    'note.write': async () => {
      turn += 1
      await test.must('note.write', { itemId, text: `What was said, for the ${turn}th time.\n\nAnd more.` })
    },
  })
  await group('Reading', {
    'thirteen rows by SQLite alone': () => void readAll.all(),
    'agenda.read (an item with its votes)': async () => void (await test.must('agenda.read', { itemId })),
    'meeting.read (60 items and the room)': async () => void (await test.must('meeting.read', { meetingId })),
    'search.find': async () => void (await test.must('search.find', { text: 'firmware' })),
  })
  const sizeOf = (view: unknown) => `${(JSON.stringify(view).length / 1024).toFixed(0)} kB`
  console.log(
    `  the meeting is ${sizeOf(await test.must('meeting.read', { meetingId }))}, the item ${sizeOf(await test.must('agenda.read', { itemId }))}`,
  )
} finally {
  bare.close()
  rmSync(folder, { recursive: true, force: true })
  await test.close()
}

/** A meeting of sixty items with notes, everybody in the room, and three questions answered on the first item. */
async function longMeeting() {
  const { bodies } = await test.must('body.list', {})
  const bodyId = bodies.find(({ shortName }) => shortName === 'UNC Panel')?.id ?? ''
  const meeting = await test.must('meeting.create', {
    bodyId,
    number: '900',
    startsOn: '2016-12-15',
    fromTemplate: false,
  })
  const meetingId = meeting.id
  const items: string[] = []
  for (let number = 1; number <= 60; number += 1) {
    const { itemId } = await test.must('agenda.add', { meetingId, title: `Item ${number}` })
    await test.must('note.write', { itemId, text: `One paragraph.\n\nAnother of item ${number}.` })
    items.push(itemId)
  }
  const members = meeting.room.attendees.filter(({ capacity }) => capacity === 'member')
  await test.must('meeting.open', { meetingId })
  await test.must('attendance.record-many', {
    meetingId,
    personIds: members.map(({ personId }) => personId),
    presence: 'present',
  })
  const itemId = items[0] ?? ''
  let questionId = ''
  for (let number = 0; number < 3; number += 1) {
    questionId = (await test.must('question.put', { itemId, kind: 'self-governance' })).questionId
    await test.must('vote.record-many', { questionId, rest: 'for' })
  }
  return { meetingId, itemId, questionId, seats: members.map(({ seatId }) => seatId ?? '') }
}

/** Runs the tasks and prints each as a multiple of the first. */
async function group(name: string, tasks: Record<string, () => void | Promise<void>>): Promise<void> {
  const bench = new Bench({ time: 1500 })
  for (const [task, run] of Object.entries(tasks)) bench.add(task, run)
  await bench.run()
  console.log(`\n${name}`)
  let baseline = 0
  for (const { name: task, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${task} did not run`)
    const { p50 = 0, p99 = 0 } = result.latency
    baseline ||= p50
    console.log(
      `  ${task.padEnd(40)} ×${(p50 / baseline).toFixed(1).padStart(6)}   median ${p50.toFixed(3)} ms, p99 ${p99.toFixed(2)} ms`,
    )
  }
}
