import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readItem } from '../../../core/agenda/item-view.ts'
import { readRoll } from '../../../core/attendance/roll.ts'
import { meetingRow } from '../../../core/meetings/meeting-row.ts'
import { readMeeting } from '../../../core/meetings/meeting-view.ts'
import { jointQuestions, jointRounds } from '../../../core/voting/joint-vote-view.ts'
import { currentRound, positionRows, questionRow } from '../../../core/voting/round-row.ts'
import { openStore } from '../../../db/open.ts'
import type { Parameters, Reader } from '../../../db/store-types.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/**
 * What is read at every key of a live meeting. In the tenth year of a book each of it must still be found by an
 * index: a step that reads a whole table is refused, whatever its size in the sample.
 */

let book: TestCore
let ids: { meetingId: string; itemId: string; questionId: string }
beforeAll(async () => {
  book = await makeCore({ sample: true, held: true })
  const { meetings } = await book.must('meeting.list', { state: 'closed' })
  const meeting = await book.must('meeting.read', { meetingId: meetings[0]?.id ?? '' })
  const line = meeting.agenda.find(({ counts }) => counts.questions > 0 && counts.actions > 0)
  const item = await book.must('agenda.read', { itemId: line?.id ?? '' })
  ids = { meetingId: meeting.id, itemId: item.line.id, questionId: item.questions[0]?.id ?? '' }
})
afterAll(() => book.close())

const now = '2016-12-15T12:00:00.000+00:00'
const reads: [string, (db: Reader) => unknown][] = [
  ['agenda.read', (db) => readItem(db, ids.itemId, now)],
  ['meeting.read', (db) => readMeeting(db, ids.meetingId, now)],
  [
    'what vote.record looks at',
    (db) => {
      const round = currentRound(db, questionRow(db, ids.questionId).id)
      return [positionRows(db, [round.id]), readRoll(db, meetingRow(db, ids.meetingId), ids.itemId)]
    },
  ],
  [
    'what joint-vote.record looks at',
    (db) => [
      jointQuestions(db, 'a joint vote'),
      jointRounds(db, 'a joint vote'),
      positionRows(db, []),
      readRoll(db, meetingRow(db, ids.meetingId), ids.itemId),
    ],
  ],
]

/** Every statement that the work sends, with what it binds. */
function statementsOf(work: (db: Reader) => unknown): Map<string, Parameters> {
  const sent = new Map<string, Parameters>()
  const store = openStore(book.book, {
    migrations: book.ports.places.migrations,
    now: () => now,
    readOnly: true,
  })
  try {
    store.read((db) => {
      const listening = {
        all: (sql: string, ...parameters: Parameters) => {
          sent.set(sql, parameters)
          return db.all(sql, ...parameters)
        },
        get: (sql: string, ...parameters: Parameters) => {
          sent.set(sql, parameters)
          return db.get(sql, ...parameters)
        },
      } as unknown as Reader
      return work(listening)
    })
  } finally {
    store.close()
  }
  return sent
}

test.each(reads)('%s finds every row by an index', (_name, work) => {
  const sent = statementsOf(work)
  expect(sent.size).toBeGreaterThan(5)
  const file = new Database(book.book, { readonly: true })
  try {
    for (const [sql, parameters] of sent) {
      const plan = file.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
      const steps = plan.map(({ detail }) => detail)
      // A list of ids that was handed in is read from end to end; that is what it is for.
      const scans = steps.filter(
        (step) => step.startsWith('SCAN') && !/VIRTUAL TABLE|CONSTANT ROW/.test(step),
      )
      expect([sql, scans]).toEqual([sql, []])
      expect(steps.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
    }
  } finally {
    file.close()
  }
})
