import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeToyBook, now, recordVotes, tamper, vote } from './toy-book.ts'
import type { Problem } from '../../db/store-types.ts'

const unguard = `DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_shortened;
  DROP TRIGGER journal_change_is_never_changed; DROP TRIGGER journal_change_is_never_shortened;`
const hasSqlite = (() => {
  try {
    execFileSync('sqlite3', ['--version'])
    return true
  } catch {
    return false
  }
})()

/** What is found after the change was made outside, with the history's guards put back as they were. */
function problemsAfter(sql: string, journalIsOpened = false): Problem[] {
  const book = makeToyBook()
  recordVotes(book)
  book.command('vote.correct', (db) => vote(db, 'af', 'abstain'))
  book.store.close()
  const guards = /(CREATE TRIGGER journal_[\s\S]*?END;\s*){4}/.exec(
    readFileSync(`${book.migrations}/0001_history.sql`, 'utf8'),
  )?.[0]
  tamper(book.path, journalIsOpened ? `${unguard} ${sql}; ${guards ?? ''}` : sql)
  book.reopen()
  const report = book.store.verify()
  expect(report.ok).toBe(report.problems.length === 0)
  return report.problems
}

describe('verify', () => {
  it('finds nothing in a book that only Panelbook wrote, and counts', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.undo()
    const seen: number[] = []
    expect(book.store.verify((done) => seen.push(done))).toEqual({
      ok: true,
      entries: 4,
      lastHash: book.store.lastHash(),
      problems: [],
    })
    expect(seen).toEqual([4])
  })

  it.skipIf(!hasSqlite)('finds one value that was flipped with the sqlite3 command, and says where', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.store.close()
    execFileSync('sqlite3', [book.path, `UPDATE position SET value = 'for' WHERE seat = 'gn'`])
    book.reopen()
    expect(book.store.verify().problems).toEqual([
      {
        where: 'table',
        table: 'position',
        key: 'position-gn',
        column: 'value',
        seq: 3,
        message:
          'position position-gn column value: the history says against, the book holds for ' +
          `(written by vote.record at ${now()}, entry 3).`,
      },
    ])
  })

  it('finds rows that were slipped in or taken out, and long texts that differ at their end', () => {
    expect(problemsAfter(`INSERT INTO item VALUES ('item-2', 'x', 0)`)).toMatchObject([
      { where: 'table', table: 'item', key: 'item-2' },
    ])
    expect(problemsAfter(`DELETE FROM position WHERE seat = 'af'`)).toMatchObject([
      { where: 'table', key: 'position-af', seq: 4 },
    ])
    const book = makeToyBook()
    book.command('item.add', (db) => db.insert('item', { id: 'i', title: 'x'.repeat(5000) + 'a' }))
    book.store.close()
    tamper(book.path, `UPDATE item SET title = substr(title, 1, 5000) || 'b'`)
    book.reopen()
    expect(book.store.verify().problems[0]?.message).toMatch(/says …x+a, the book holds …x+b \(/)
  })

  it('finds every kind of change of the history itself', () => {
    const inEntry = (sql: string, seq: number) => {
      const problems = problemsAfter(sql, true)
      expect(problems.filter(({ where }) => where === 'journal').map((problem) => problem.seq)).toContain(seq)
    }
    for (const column of ['actor', 'at', 'command', 'request_id', 'input']) {
      inEntry(`UPDATE journal SET ${column} = '"x"' WHERE seq = 2`, 2)
    }
    inEntry(`UPDATE journal SET undoable = 0 WHERE seq = 2`, 2)
    inEntry(`UPDATE journal SET undoes = 'laptop-1:1' WHERE seq = 2`, 2)
    inEntry(`UPDATE journal SET hash = '${'1'.repeat(64)}' WHERE seq = 2`, 3)
    inEntry(`UPDATE journal SET prev_hash = '${'1'.repeat(64)}' WHERE seq = 2`, 2)
    inEntry(`UPDATE journal_change SET after = replace(after, 'against', 'abstain') WHERE device_seq = 3`, 3)
    inEntry(`UPDATE journal_change SET ordinal = 2 WHERE device_seq = 3`, 3)
    inEntry(`DELETE FROM journal WHERE seq = 2; DELETE FROM journal_change WHERE device_seq = 2`, 3)
    inEntry(`DELETE FROM journal_change WHERE device_seq = 2`, 2)
    inEntry(
      `INSERT INTO journal_change SELECT device, device_seq, 2, table_name, row_key, after, after
       FROM journal_change WHERE device_seq = 2`,
      2,
    )
    inEntry(
      `INSERT INTO journal SELECT 5, device, 5, 0, NULL, 'slipped-in', at, actor, command, summary, hash, hash, '{}'
       FROM journal WHERE seq = 4`,
      5,
    )
    expect(
      problemsAfter(
        `INSERT INTO journal_change VALUES ('elsewhere', 1, 1, 'item', 'x', NULL, '{}')`,
        true,
      ).map(({ message }) => message),
    ).toContain('The history holds changes of an entry elsewhere:1 that is not there.')
  })

  it('finds the newest entries gone when their rows are still there', () => {
    const problems = problemsAfter(
      `DELETE FROM journal WHERE seq = 4; DELETE FROM journal_change WHERE device_seq = 4`,
      true,
    )
    expect(problems).toMatchObject([{ where: 'table', key: 'position-af', column: 'value', seq: 2 }])
  })

  it('finds definitions that are not ours, such as guards that are gone', () => {
    const problems = problemsAfter(unguard)
    expect(problems).toHaveLength(4)
    expect(problems.every(({ where }) => where === 'schema')).toBe(true)
    expect(problemsAfter('CREATE VIEW spy AS SELECT * FROM position')).toMatchObject([{ where: 'schema' }])
  })

  it('finds a reference that leads nowhere', () => {
    expect(problemsAfter(`UPDATE position SET item_id = 'nowhere' WHERE seat = 'af'`)).toMatchObject([
      { where: 'file' },
      { where: 'table', column: 'item_id' },
    ])
  })

  it('ends with a report, not an error, when the file is damaged meanwhile', () => {
    const book = makeToyBook()
    for (let index = 0; index < 300; index++) {
      book.command('item.add', (db) => db.insert('item', { id: `item-${index}`, title: 'x'.repeat(500) }))
    }
    book.reopen({ readOnly: true })
    const bytes = readFileSync(book.path)
    for (let page = 30; page < bytes.length / 4096; page += 3)
      bytes.fill(0xff, page * 4096, (page + 1) * 4096)
    writeFileSync(book.path, bytes)
    const report = book.store.verify()
    expect(report.ok).toBe(false)
    expect(report.problems.some(({ where }) => where === 'file')).toBe(true)
    book.store.close()
  })
})
