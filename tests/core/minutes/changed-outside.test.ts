import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/** The sample with its meeting held, and what somebody with another program does to its file. */
let test: TestCore
let meetingId = ''
beforeEach(async () => {
  test = await makeCore({ sample: true, held: true })
  const { meetings } = await test.must('meeting.list', { state: 'closed' })
  meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
})
afterEach(() => test.close())

function behind(change: (db: Database.Database) => unknown): void {
  const db = new Database(test.book)
  // Another program need not care for what the schema asks for.
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  change(db)
  db.close()
}

/** A closed vote of the meeting in which this position was recorded. */
function position(value: string): { id: string; vote: string } {
  let found: unknown
  behind((db) => {
    found = db
      .prepare(
        `SELECT position.id, vote_round_id AS vote FROM position
         JOIN vote_round ON vote_round.id = position.vote_round_id
         JOIN question ON question.id = vote_round.question_id
         JOIN agenda_item ON agenda_item.id = question.agenda_item_id
         WHERE agenda_item.meeting_id = ? AND position.value = ? ORDER BY position.id LIMIT 1`,
      )
      .get(meetingId, value)
  })
  return found as { id: string; vote: string }
}

const minutes = () => test.call('document.read', { document: 'minutes', meetingId })

describe('a vote that is changed behind the application’s back', () => {
  it('is found by verify, which names the table, the row, the column and what it was', async () => {
    expect(await test.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    const { id } = position('against')
    behind((db) => db.prepare(`UPDATE position SET value = 'for' WHERE id = ?`).run(id))
    const { isSound, problems } = await test.must('history.verify', {})
    expect(isSound).toBe(false)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.where).toMatch(new RegExp(`^table position ${id} value, entry \\d+$`))
    expect(problems[0]?.message).toMatch(
      /the history says against, the book holds for \(written by vote\.record/,
    )
  })

  it('does not reach the documents of the closed meeting, which rest on its record', async () => {
    const before = await minutes()
    const { id } = position('against')
    behind((db) => db.prepare(`UPDATE position SET value = 'for' WHERE id = ?`).run(id))
    expect(await minutes()).toEqual(before)
  })

  it('is found when it is taken out, or slipped in', async () => {
    const { id, vote } = position('against')
    behind((db) => db.prepare('DELETE FROM position WHERE id = ?').run(id))
    const { problems } = await test.must('history.verify', {})
    expect(problems.map(({ where }) => where).join()).toContain(`table position ${id}`)
    behind((db) => {
      const columns = (db.pragma('table_info(position)') as { name: string }[]).map(({ name }) => name)
      const others = columns.filter((name) => name !== 'id' && name !== 'seat_id')
      db.prepare(
        `INSERT INTO position (id, seat_id, ${others.join()})
         SELECT 'slipped-in', 'nowhere', ${others.join()} FROM position WHERE vote_round_id = ? LIMIT 1`,
      ).run(vote)
    })
    const again = await test.must('history.verify', {})
    expect(again.problems.map(({ where }) => where).join()).toContain('table position slipped-in')
  })
})

describe('a stored record that is changed behind the application’s back', () => {
  const storedRecord = (change: (text: string) => string) => {
    behind((db) => {
      const row = db
        .prepare('SELECT id, record FROM minutes_version WHERE meeting_id = ?')
        .get(meetingId) as {
        id: string
        record: string
      }
      const changed = change(row.record)
      expect(changed).not.toBe(row.record)
      db.prepare('UPDATE minutes_version SET record = ? WHERE id = ?').run(changed, row.id)
    })
  }

  it.each([
    ['in one vote', (text: string) => text.replace('"value":"against"', '"value":"for"')],
    ['in one word', (text: string) => text.replace('Panel chair', 'Panel Chair')],
    ['to no JSON', () => 'no record'],
    ['to another JSON', () => '{}'],
    ['to null', () => 'null'],
  ])('%s is refused by every document, and nothing is handed over', async (_what, change) => {
    storedRecord(change)
    test.delivered.length = 0
    for (const document of ['minutes', 'vote-annex', 'agenda', 'action-log'] as const) {
      expect(await test.refused('document.read', { document, meetingId })).toBe('book-changed-outside')
      expect(await test.refused('document.export', { document, format: 'docx', meetingId })).toBe(
        'book-changed-outside',
      )
    }
    expect(test.delivered).toEqual([])
    const answer = await minutes()
    expect(answer).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('meeting 199') as string, safe: 'Nothing was written.' },
    })
    const { isSound, problems } = await test.must('history.verify', {})
    expect(isSound).toBe(false)
    expect(problems[0]?.where).toMatch(/^table minutes_version \S+ record, entry \d+$/)
  })

  it('together with its hash is refused, because the meeting has the hash as well', async () => {
    behind((db) =>
      db.prepare(`UPDATE minutes_version SET record = '{}', record_hash = ? WHERE meeting_id = ?`).run(
        // SHA-256 of {}
        '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        meetingId,
      ),
    )
    expect(await test.refused('document.read', { document: 'minutes', meetingId })).toBe(
      'book-changed-outside',
    )
  })

  it('in nothing but its hash is refused', async () => {
    behind((db) =>
      db
        .prepare('UPDATE minutes_version SET record_hash = ? WHERE meeting_id = ?')
        .run('0'.repeat(64), meetingId),
    )
    expect(await test.refused('document.read', { document: 'minutes', meetingId })).toBe(
      'book-changed-outside',
    )
  })

  it('and gone is refused instead of being made anew from the book as it stands', async () => {
    behind((db) => db.prepare('DELETE FROM minutes_version WHERE meeting_id = ?').run(meetingId))
    expect(await test.refused('document.read', { document: 'minutes', meetingId })).toBe(
      'book-changed-outside',
    )
    const { problems } = await test.must('history.verify', {})
    expect(problems.map(({ where }) => where).join()).toContain('table minutes_version')
  })

  it('leaves the documents of other meetings as they were', async () => {
    storedRecord(() => '{}')
    await test.must('document.read', { document: 'agenda', meetingNumber: '200' })
    await test.must('document.read', { document: 'minutes', meetingNumber: '198' })
  })
})
