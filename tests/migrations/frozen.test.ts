import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { migrationHash, readMigrations } from '../../db/migrate.ts'
import { createStore } from '../../db/open.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** What differs between the released migrations and the files, one line each. */
function changedSinceRelease(
  frozen: Record<string, string>,
  files: { file: string; hash: string }[],
): string[] {
  const hashes = new Map(files.map(({ file, hash }) => [file, hash]))
  return Object.entries(frozen).flatMap(([file, hash]) =>
    hashes.get(file) === hash
      ? []
      : [`${file} was released and must never change again; write a new migration`],
  )
}

describe('the shipped migrations', () => {
  it('that were released are as they were released', () => {
    const frozen = JSON.parse(readFileSync(join(folder, 'frozen.json'), 'utf8')) as Record<string, string>
    expect(changedSinceRelease(frozen, readMigrations(folder))).toEqual([])
  })

  it('would be found out if a released one were changed, renamed or removed', () => {
    const file = '0001_history.sql'
    const frozen = { [file]: migrationHash(readFileSync(join(folder, file), 'utf8')) }
    expect(changedSinceRelease(frozen, readMigrations(folder))).toEqual([])
    expect(changedSinceRelease(frozen, [{ file, hash: migrationHash('other') }])).toHaveLength(1)
    expect(changedSinceRelease(frozen, [])).toHaveLength(1)
  })

  it('make a book whose tables are all STRICT and keyed, and that verifies', () => {
    const path = join(tempFolder(), 'a.panelbook')
    const store = createStore(path, {
      migrations: folder,
      deviceId: 'laptop-1',
      now: () => '2016-12-15T10:00:00Z',
    })
    const loose = store.read((db) =>
      db.all(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0`,
      ),
    )
    expect(loose).toEqual([])
    expect(store.verify().problems).toEqual([])
    store.close()
  })
})
