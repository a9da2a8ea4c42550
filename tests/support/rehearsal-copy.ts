import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { TestCore } from './make-core.ts'

/**
 * Goes on in a copy of a rehearsal of the open book, opened by itself. Every command can be tried in it, those of a
 * rehearsal too, and unlike the rehearsal it is still there after a restart.
 */
export async function goOnInRehearsalCopy(test: TestCore): Promise<TestCore> {
  const { book } = await test.must('rehearsal.begin', {})
  const copy = join(test.folder, 'rehearsed.panelbook')
  const rehearsal = new Database(join(book?.folder ?? '', book?.fileName ?? ''), { readonly: true })
  try {
    rehearsal.prepare('VACUUM INTO ?').run(copy)
  } finally {
    rehearsal.close()
  }
  await test.core.openBook(copy)
  return { ...test, book: copy }
}
