import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { runBatch } from '../../core/batch.ts'
import type { BookState } from '../../core/contract/book.ts'
import { calls } from '../../core/contract/calls.ts'
import type { CallOutput } from '../../core/contract/calls.ts'
import { PanelbookError, badInput } from '../../core/contract/errors.ts'
import { withCore } from './cli-core.ts'
import { printJson } from './output.ts'
import type { Values } from './run-command-line.ts'

/** Runs a command whose usage has been checked. @throws PanelbookError */
export async function runCommand(command: string, words: string[], values: Values): Promise<void> {
  switch (command) {
    case 'new':
      return makeBook(values, { name: checkedName(values.name ?? '') })
    case 'sample':
      return makeBook(values, { name: 'Sample book', sample: true, held: values.held === true })
    case 'call':
      return values.batch === undefined ? callOnce(words, values) : callBatch(values)
    case 'export':
      return exportDocument(words[0] ?? '', values)
    case 'verify':
      return verify(values)
    case 'snapshot':
      return snapshot(words, values)
  }
}

async function makeBook(
  values: Values,
  options: { name: string; sample?: boolean; held?: boolean },
): Promise<void> {
  const book = resolve(values.book ?? '')
  await withCore(values, async ({ core, value }) => {
    await core.createBook(book, options)
    printJson(await value('book.state', {}))
  })
}

/** The name as the contract's own call takes it. @throws PanelbookError `bad-input` */
function checkedName(name: string): string {
  const checked = calls['book.create'].input.safeParse({ name })
  if (checked.success) return checked.data.name
  throw badInput('name', `${checked.error.issues[0]?.message ?? 'it is not understood'}.`)
}

async function callOnce(words: string[], values: Values): Promise<void> {
  const name = words[0] ?? ''
  const input = await readInput(values.input ?? '{}')
  await withCore(values, async ({ core, value }) => {
    if (values.book !== undefined) await core.openBook(resolve(values.book), { readOnly: !changesBook(name) })
    printJson(await value(name, input))
  })
}

/** Everything else leaves the book alone: it may be asked of a book that another Panelbook is writing. */
function changesBook(name: string): boolean {
  if (name === 'snapshot.publish' || name === 'paper.attach') return true
  return Object.hasOwn(calls, name) && calls[name as keyof typeof calls].kind === 'command'
}

async function readInput(given: string): Promise<unknown> {
  const json = given === '-' ? await text(process.stdin) : given
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw badInput('input', 'this is not JSON.')
  }
}

async function callBatch(values: Values): Promise<void> {
  const book = resolve(values.book ?? '')
  const file = values.batch ?? ''
  const lines =
    file === '-'
      ? await text(process.stdin)
      : await readFile(file, 'utf8').catch((cause: unknown) => {
          throw new PanelbookError('no-such-file', 'The file of the batch is not there or cannot be read.', {
            cause,
          })
        })
  await withCore(values, async ({ core, answer }) => {
    await core.openBook(book)
    await runBatch(lines.replace(/^\uFEFF/, '').split(/\r?\n/), ({ name, input }) => answer(name, input), {
      onStep: (step) => process.stdout.write(`${JSON.stringify(step)}\n`),
    })
  })
}

async function exportDocument(document: string, values: Values): Promise<void> {
  await withCore(values, async ({ core, value }) => {
    await core.openBook(resolve(values.book ?? ''), { readOnly: true })
    printJson(
      await value('document.export', {
        document,
        format: values.format,
        ...(values.meeting === undefined ? {} : { meetingNumber: values.meeting }),
      }),
    )
  })
}

async function verify(values: Values): Promise<void> {
  await withCore(values, async ({ core, value }) => {
    await core.openBook(resolve(values.book ?? ''), { readOnly: true })
    const result = (await value('history.verify', {})) as CallOutput<'history.verify'>
    if (result.isSound) {
      printJson(result)
      return
    }
    const found = result.problems.map((problem) => `${problem.where}: ${problem.message}`)
    throw new PanelbookError(
      'book-changed-outside',
      found.length === 0 ? 'The history does not fit the records.' : found.join('; '),
    )
  })
}

async function snapshot([what = '', snapshotId]: string[], values: Values): Promise<void> {
  await withCore(values, async ({ core, value }) => {
    // Only publishing writes in the book: the rest may be asked while another Panelbook has it open.
    if (values.book !== undefined) {
      await core.openBook(resolve(values.book), { readOnly: what !== 'publish' })
    }
    const result = await value(`snapshot.${what}`, snapshotId === undefined ? {} : { snapshotId })
    const { book } = result as Partial<BookState>
    // For the next command's --book.
    printJson(book ? { path: join(book.folder, book.fileName), ...(result as BookState) } : result)
  })
}
