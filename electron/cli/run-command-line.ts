import { parseArgs } from 'node:util'
import { PanelbookError } from '../../core/contract/errors.ts'
import { refusalLine } from './output.ts'
import { UsageError, help } from './usage.ts'

/** Everything that a command may be given; which one takes what is checked by the command. */
const options = {
  book: { type: 'string' },
  name: { type: 'string' },
  held: { type: 'boolean' },
  json: { type: 'boolean' },
  input: { type: 'string' },
  batch: { type: 'string' },
  meeting: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  file: { type: 'string' },
  share: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export type Values = ReturnType<typeof parse>['values']
type OptionName = keyof typeof options

/** Which words and options each command takes. A command not listed here does not exist. */
const commands: Record<
  string,
  { words: [least: number, most: number]; options: OptionName[]; needs: OptionName[] }
> = {
  new: { words: [0, 0], options: ['book', 'name'], needs: ['book', 'name'] },
  sample: { words: [0, 0], options: ['book', 'held'], needs: ['book'] },
  calls: { words: [0, 0], options: ['json'], needs: [] },
  call: { words: [0, 1], options: ['book', 'input', 'batch', 'share', 'out', 'file'], needs: [] },
  export: { words: [1, 1], options: ['book', 'meeting', 'format', 'out'], needs: ['book', 'format', 'out'] },
  verify: { words: [0, 0], options: ['book'], needs: ['book'] },
  snapshot: { words: [1, 2], options: ['book', 'share'], needs: ['share'] },
  help: { words: [0, 0], options: [], needs: [] },
}

/**
 * Runs one command.
 *
 * @returns the exit status: 0 done, 1 refused, 2 wrong usage.
 */
export async function runCommandLine(words: string[]): Promise<number> {
  try {
    const { values, positionals } = parse(words)
    const [command = 'help', ...rest] = positionals
    if (values.help === true || command === 'help') {
      process.stdout.write(help)
      return 0
    }
    checkUsage(command, rest, values)
    if (command === 'calls') {
      const { describeCalls, listCalls } = await import('./describe-calls.ts')
      process.stdout.write(
        values.json === true ? `${JSON.stringify(describeCalls(), null, 2)}\n` : listCalls(),
      )
      return 0
    }
    const { runCommand } = await import('./commands.ts')
    await runCommand(command, rest, values)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`usage: ${error.message} (see: panelbook help)\n`)
      return 2
    }
    if (error instanceof PanelbookError) {
      process.stderr.write(`${refusalLine(error.toRefusal())}\n`)
      return 1
    }
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${refusalLine({ code: 'internal', message })}\n`)
    return 1
  }
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\. |\n/)[0] ?? 'These words are not understood.')
  }
}

function checkUsage(command: string, rest: string[], values: Values): void {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (known === undefined) throw new UsageError(`there is no command "${command}"`)
  const foreign = (Object.keys(values) as OptionName[]).find(
    (name) => name !== 'data' && !known.options.includes(name),
  )
  if (foreign !== undefined) throw new UsageError(`"${command}" does not take --${foreign}`)
  const empty = (Object.keys(values) as OptionName[]).find((name) => values[name] === '' && name !== 'input')
  if (empty !== undefined) throw new UsageError(`--${empty} is empty`)
  const missing = known.needs.find((name) => values[name] === undefined)
  if (missing !== undefined) throw new UsageError(`"${command}" needs --${missing}`)
  if (rest.length < known.words[0]) throw new UsageError(`"${command}" needs one word more`)
  if (rest.length > known.words[1]) throw new UsageError(`"${rest.at(-1) ?? ''}" is one word too many`)
  if (command === 'call') checkCall(rest, values)
  if (command === 'snapshot') checkSnapshot(rest, values)
}

function checkCall(rest: string[], values: Values): void {
  if (values.batch === undefined) {
    if (rest.length === 0) throw new UsageError('"call" needs the name of a call, or --batch')
    return
  }
  if (rest.length > 0) throw new UsageError('"call --batch" takes no name: each line has its own')
  if (values.input !== undefined) throw new UsageError('"call --batch" does not take --input')
  if (values.file !== undefined) throw new UsageError('"call --batch" does not take --file')
  if (values.book === undefined) throw new UsageError('"call --batch" needs --book')
}

function checkSnapshot([what = '', snapshotId]: string[], values: Values): void {
  if (!['publish', 'list', 'open', 'take-over'].includes(what))
    throw new UsageError('"snapshot" takes publish, list, open or take-over')
  if (what === 'publish' && values.book === undefined) throw new UsageError('"snapshot publish" needs --book')
  const needsName = what === 'open' || what === 'take-over'
  if (needsName && snapshotId === undefined)
    throw new UsageError(`"snapshot ${what}" needs the snapshot’s name, which "snapshot list" tells`)
  if (!needsName && snapshotId !== undefined) throw new UsageError(`"snapshot ${what}" takes no name`)
}
