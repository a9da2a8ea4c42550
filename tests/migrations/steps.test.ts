import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { expectedSchema } from '../../db/expected-schema.ts'
import { readMigrations } from '../../db/migrate.ts'
import { createStore, openStore } from '../../db/open.ts'
import { readSchema, schemaDifferences } from '../../db/schema.ts'
import { tempFolder } from '../support/temp-folder.ts'

const shipped = fileURLToPath(new URL('../../migrations/', import.meta.url))
const migrations = readMigrations(shipped)
const now = () => '2016-12-15T10:00:00.000+00:00'

/** A folder with the first migrations only: the Panelbook of that version. */
function firstOf(count: number): string {
  const folder = join(tempFolder(), 'migrations')
  mkdirSync(folder)
  for (const { file } of migrations.slice(0, count)) copyFileSync(join(shipped, file), join(folder, file))
  return folder
}

describe('from each version to this one', () => {
  test.each(migrations.map(({ number, file }) => [number, file] as const))(
    'a book at version %i (%s) is brought up, keeps its history and is sound',
    (version) => {
      const path = join(tempFolder(), 'a.panelbook')
      createStore(path, { migrations: firstOf(version), deviceId: 'laptop-1', now }).close()
      const store = openStore(path, { migrations: shipped, now })
      expect(store.deviceId).toBe('laptop-1')
      expect(store.verify()).toMatchObject({ ok: true, problems: [] })
      store.close()
      const file = new Database(path, { readonly: true })
      expect(file.pragma('user_version', { simple: true })).toBe(migrations.length)
      expect(schemaDifferences(expectedSchema(migrations), readSchema(file))).toEqual([])
      expect(file.prepare('SELECT number, file, hash FROM migration ORDER BY number').all()).toEqual(
        migrations.map(({ number, file: name, hash }) => ({ number, file: name, hash })),
      )
      file.close()
    },
  )
})
