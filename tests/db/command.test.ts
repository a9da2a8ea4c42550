import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../db/canonical-json.ts'
import type { Writer } from '../../db/store-types.ts'
import { codeOf, entry, makeToyBook, recordVotes, refusalOf, valueOf, vote } from './toy-book.ts'

describe('a command', () => {
  it('writes, says where it is in the history and what it changed', () => {
    const book = makeToyBook()
    recordVotes(book)
    const seq = book.command('vote.correct', (db) => vote(db, 'af', 'against'), {
      input: { seat: 'af', b: 1, a: 2 },
    })
    expect(seq).toBe(4)
    expect(book.store.seq()).toBe(4)
    const [newest] = book.store.history({ limit: 1 })
    expect(newest).toMatchObject({
      seq: 4,
      device: 'laptop-1',
      deviceSeq: 4,
      actor: 'Secretary',
      command: 'vote.correct',
      input: { seat: 'af', a: 2, b: 1 },
      undoes: null,
      isUndone: false,
    })
    expect(newest?.hash).toBe(book.store.lastHash())
    expect(book.store.changes(4)).toEqual([
      {
        table: 'position',
        key: 'position-af',
        before: { id: 'position-af', item_id: 'item-1', seat: 'af', value: 'for' },
        after: { id: 'position-af', item_id: 'item-1', seat: 'af', value: 'against' },
      },
    ])
    expect(book.store.history({ before: 3, limit: 10 }).map(({ seq: place }) => place)).toEqual([2, 1])
  })

  it('that fails leaves nothing behind, neither rows nor history', () => {
    const book = makeToyBook()
    recordVotes(book)
    const fail = () =>
      book.command('vote.record', (db) => {
        vote(db, 'af', 'against')
        throw new Error('half way')
      })
    expect(fail).toThrow('half way')
    expect(valueOf(book.store, 'af')).toBe('for')
    expect(book.store.seq()).toBe(3)
    expect(book.store.verify().ok).toBe(true)
  })

  it('answers a repeated request as the first time, also after a restart, and runs nothing', () => {
    const book = makeToyBook()
    const request = entry('item.add', { input: { title: 'x' } })
    const first = book.store.command(request, (db) => {
      db.insert('item', { id: 'item-1', title: 'x' })
      return { view: ['x', 1, null] }
    })
    const mustNotRun = () => {
      throw new Error('was run twice')
    }
    expect(book.store.command(request, mustNotRun)).toEqual({ ...first, replayed: true })
    book.reopen()
    expect(book.store.command(request, mustNotRun)).toEqual({ ...first, replayed: true })
    expect(book.store.seq()).toBe(1)
    expect(codeOf(() => book.store.command({ ...request, input: { title: 'y' } }, mustNotRun))).toBe(
      'bad-input',
    )
    expect(codeOf(() => book.store.command({ ...request, command: 'item.drop' }, mustNotRun))).toBe(
      'bad-input',
    )
  })

  it('keeps 200 replies; an older request is refused, not run again', () => {
    const book = makeToyBook()
    const request = entry('item.add')
    book.store.command(request, (db) => db.insert('item', { id: 'item-1', title: '' }))
    for (let place = 1; place <= 200; place++) {
      book.command('item.move', (db) => db.update('item', 'item-1', { place }))
    }
    expect(codeOf(() => book.store.command(request, () => undefined))).toBe('already-exists')
    expect(book.store.read((db) => db.get('SELECT count(*) AS n FROM recent_reply'))).toEqual({ n: 200 })
  })

  it('is refused inside another one, and when it waits', () => {
    const book = makeToyBook()
    expect(codeOf(() => book.command('a.b', () => book.command('c.d', () => 1)))).toBe('internal')
    expect(codeOf(() => book.command('a.b', () => Promise.resolve(1)))).toBe('internal')
    expect(codeOf(() => book.command('history.undo', () => 1))).toBe('internal')
    expect(book.store.seq()).toBe(0)
  })

  it('lends its writer only while it runs', () => {
    const book = makeToyBook()
    let kept: Writer | undefined
    book.command('a.b', (db) => void (kept = db))
    expect(codeOf(() => kept?.insert('item', { id: 'x', title: '' }))).toBe('internal')
  })

  it('sees its own changes through read, and read sees one state', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.command('vote.correct', (db) => {
      vote(db, 'af', 'abstain')
      expect(valueOf(book.store, 'af')).toBe('abstain')
    })
  })

  it('records only what SQLite kept of a statement that failed half way', () => {
    const book = makeToyBook()
    book.command('item.add', (db) => {
      db.insert('item', { id: 'b', title: 'first' })
      const several = () => db.run(`INSERT INTO item (id, title) VALUES ('a', 'x'), ('b', 'x'), ('c', 'x')`)
      expect(codeOf(several)).toBe('already-exists')
    })
    expect(book.store.changes(1).map(({ key }) => key)).toEqual(['b'])
    expect(book.store.verify().problems).toEqual([])
  })
})

describe('what a command may not do', () => {
  it('a query does not write, and a writer does not replace, commit or change the schema', () => {
    const book = makeToyBook()
    recordVotes(book)
    const inCommand = (work: (db: Writer) => unknown) => codeOf(() => book.command('a.b', work))
    expect(codeOf(() => book.store.read((db) => db.all(`DELETE FROM position RETURNING id`)))).toBe(
      'internal',
    )
    expect(codeOf(() => book.store.read((db) => db.all('PRAGMA user_version = 9')))).toBe('internal')
    for (const sql of [
      `INSERT OR REPLACE INTO item (id, title) VALUES ('item-1', 'x')`,
      `REPLACE INTO item (id, title) VALUES ('item-1', 'x')`,
      'COMMIT',
      'SAVEPOINT a',
      'DROP TABLE note',
      'CREATE TABLE x (y)',
      'PRAGMA foreign_keys = OFF',
    ]) {
      expect(inCommand((db) => db.run(sql))).toBe('internal')
    }
    expect(valueOf(book.store, 'af')).toBe('for')
    expect(book.store.seq()).toBe(3)
  })

  it('the house-keeping tables are not its own, and the history is append-only', () => {
    const book = makeToyBook()
    recordVotes(book)
    for (const sql of [
      `INSERT INTO this_device (id, device_id) VALUES (2, 'x')`,
      `UPDATE this_device SET device_id = 'x'`,
      `DELETE FROM recent_reply`,
      `UPDATE journal SET actor = 'x'`,
      `DELETE FROM journal_change`,
      `DELETE FROM migration`,
    ]) {
      expect(codeOf(() => book.command('a.b', (db) => db.run(sql)))).toBe('internal')
    }
    expect(book.store.verify().ok).toBe(true)
  })

  it('refusals of the schema have codes and name the field', () => {
    const book = makeToyBook()
    recordVotes(book)
    const refused = (work: (db: Writer) => unknown) => refusalOf(() => book.command('a.b', work))
    const taken = refused((db) =>
      db.insert('position', { id: 'p', item_id: 'item-1', seat: 'af', value: 'for' }),
    )
    expect(taken).toMatchObject({
      code: 'already-exists',
      fields: [{ field: 'position.item_id, position.seat' }],
    })
    expect(refused((db) => db.insert('item', { id: 'item-1', title: '' })).fields).toMatchObject([
      { field: 'item.id' },
    ])
    expect(refused((db) => db.insert('note', { id: 'n', item_id: 'nowhere' })).code).toBe('not-found')
    expect(refused((db) => vote(db, 'af', 'perhaps')).code).toBe('bad-input')
    expect(refused((db) => db.insert('item', { id: 'i', title: null }))).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'item.title' }],
    })
    expect(refused((db) => db.insert('item', { id: 'i', title: '', place: 'x' })).fields).toMatchObject([
      { field: 'item.place' },
    ])
    expect(refused((db) => db.update('item', 'nowhere', { title: '' })).code).toBe('not-found')
    expect(refused((db) => db.remove('item', 'nowhere')).code).toBe('not-found')
    expect(refused((db) => db.insert('item', { id: 'i', title: '', colour: 'red' })).code).toBe('internal')
    book.command('note.add', (db) => db.insert('note', { id: 'n', item_id: 'item-1' }))
    expect(refused((db) => db.remove('item', 'item-1')).code).toBe('conflict')
  })
})

describe('values', () => {
  it('go through the history without loss, and back through undo', () => {
    const book = makeToyBook()
    const text = 'tab\t, quote ", newline\n, é, 🗳, <b>'
    book.command('exact.add', (db) => {
      db.run(`INSERT INTO exact VALUES (9007199254740993, 1, 1.0, 1, x'00ff')`)
      db.run(
        `INSERT INTO exact VALUES (1, 2, 0.1, 1.0, NULL), (1, 3, 9e999, '1', x''), (1, 4, -0.0, x'01', NULL)`,
      )
      db.insert('item', { id: 'item-1', title: text })
    })
    const types = () =>
      book.store.read((db) =>
        db.all(
          'SELECT CAST(a AS TEXT) AS a, b, quote(r) AS r, typeof(x) AS t, quote(x) AS x, hex(bytes) AS h FROM exact ORDER BY b',
        ),
      )
    const before = types()
    expect(book.store.changes(1).map(({ key }) => key)).toEqual([
      '[{"$integer":"9007199254740993"},1]',
      '[1,2]',
      '[1,3]',
      '[1,4]',
      'item-1',
    ])
    book.command('exact.drop', (db) => {
      db.run('DELETE FROM exact')
      db.remove('item', 'item-1')
    })
    book.undo()
    expect(types()).toEqual(before)
    expect(book.store.read((db) => db.get('SELECT title FROM item'))).toEqual({ title: text })
    expect(book.store.verify().problems).toEqual([])
  })

  it('rows with several key columns are named by all of them', () => {
    const book = makeToyBook()
    book.command('a.b', (db) => {
      db.upsert('exact', { a: 1, b: 2, r: 1 })
      db.upsert('exact', { a: 1, b: 2, r: 2 })
      db.update('exact', { a: 1, b: 2 }, { bytes: new Uint8Array([7]) })
    })
    expect(book.store.read((db) => db.all('SELECT a, b, r, hex(bytes) AS h FROM exact'))).toEqual([
      { a: 1, b: 2, r: 2, h: '07' },
    ])
    expect(codeOf(() => book.command('a.b', (db) => db.remove('exact', 1)))).toBe('internal')
    book.command('a.b', (db) => db.remove('exact', { a: 1, b: 2 }))
    expect(book.store.verify().ok).toBe(true)
  })

  it('canonical JSON is one text for one value', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é' })).toBe('{"a":"é","b":[1,{"c":null}]}')
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}')
    for (const wrong of [NaN, 1n, () => 1, new Date(), { a: Infinity }]) {
      expect(() => canonicalJson(wrong)).toThrow(TypeError)
    }
  })
})
