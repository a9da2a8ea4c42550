import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { createSettings } from '../../../core/book/settings.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function settingsIn(data: string) {
  const places = { data, resources: '', migrations: '', documentWorker: '' }
  return createSettings({
    clock: { now: () => '2016-12-15T10:00:00.000+00:00' },
    ids: { next: () => v7() },
    log: { info: () => undefined, error: () => undefined },
    places,
  })
}

const book = (recentId: string) => ({
  recentId,
  name: recentId,
  at: { kind: 'file' as const, path: `/books/${recentId}` },
  lastOpenedAt: '2016-12-15T10:00:00.000+00:00',
})

describe('settings', () => {
  it('are kept over a restart, the newest book first, each once, ten at the most', () => {
    const data = join(tempFolder(), 'not there yet')
    for (let number = 0; number < 12; number++) settingsIn(data).remember(book(`b${number}`))
    settingsIn(data).remember(book('b5'))
    expect(
      settingsIn(data)
        .recent()
        .map(({ recentId }) => recentId),
    ).toEqual(['b5', 'b11', 'b10', 'b9', 'b8', 'b7', 'b6', 'b4', 'b3', 'b2'])
    expect(readdirSync(data)).toEqual(['settings.json'])
  })

  it('remember a folder for each book', () => {
    const data = tempFolder()
    settingsIn(data).chooseShareFolder('one', '/share/one')
    settingsIn(data).chooseShareFolder('__proto__', '/share/odd')
    expect(settingsIn(data).shareFolder('one')).toBe('/share/one')
    expect(settingsIn(data).shareFolder('two')).toBeNull()
  })

  it.each([
    '',
    '{',
    '{"format":1}',
    '{"format":2,"recent":[],"shareFolders":{},"lastShareFolder":null}',
    '[]',
  ])('set a damaged file aside as it was: %j', (damaged) => {
    const data = tempFolder()
    writeFileSync(join(data, 'settings.json'), damaged)
    expect(settingsIn(data).recent()).toEqual([])
    settingsIn(data).remember(book('new'))
    const aside = readdirSync(data).filter((name) => name.startsWith('settings.damaged-20161215T100000-'))
    expect(aside).toHaveLength(1)
    expect(readFileSync(join(data, aside[0] ?? ''), 'utf8')).toBe(damaged)
  })
})
