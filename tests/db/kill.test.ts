import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { dbFile, makeToyBook } from './toy-book.ts'

const kills = 10

it(
  `what was acknowledged is there after the process was killed, ${kills} times over`,
  { timeout: 120_000 },
  async () => {
    const book = makeToyBook()
    book.store.close()
    let acknowledgedInAll = 0
    for (let round = 0; round < kills; round++) {
      // Records until it is killed; a number is printed only after the command has returned.
      const child = spawn(
        process.execPath,
        [
          '--input-type=module-typescript',
          '--eval',
          `import { openStore } from ${dbFile('open.ts')}
         import { writeSync } from 'node:fs'
         const now = () => ''
         const store = openStore(${JSON.stringify(book.path)}, { migrations: ${JSON.stringify(book.migrations)}, now })
         for (let index = 0; ; index++) {
           const id = 'round-${round}-' + index
           const entry = { requestId: id, command: 'item.add', input: {}, actor: 'Secretary', at: '' }
           const { seq } = store.command(entry, (db) => db.insert('item', { id, title: 'x'.repeat(300) }))
           writeSync(1, seq + ' ' + id + '\\n')
         }`,
        ],
        { cwd: fileURLToPath(new URL('../../', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
      )
      const acknowledged: string[] = []
      const enough = 5 + Math.floor(Math.random() * 200)
      const ended = new Promise((resolve) => child.once('close', resolve))
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.push(line)
        if (acknowledged.length === enough) child.kill('SIGKILL')
      }
      await ended
      expect(child.signalCode).toBe('SIGKILL')
      acknowledgedInAll += acknowledged.length

      book.reopen()
      const places = new Map(
        book.store.history({ limit: 100_000 }).map(({ requestId, seq }) => [requestId, seq]),
      )
      for (const line of acknowledged) {
        const [seq = '', id = ''] = line.split(' ')
        expect(places.get(id)).toBe(Number(seq))
        expect(book.store.read((db) => db.get('SELECT 1 AS there FROM item WHERE id = ?', id))).toEqual({
          there: 1,
        })
      }
      expect(book.store.verify().problems).toEqual([])
      book.store.close()
    }
    expect(acknowledgedInAll).toBeGreaterThan(kills * 5 - 1)
  },
)
