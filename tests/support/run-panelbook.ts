import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'panelbook.ts')

export interface CommandLineResult {
  status: number
  out: string
  error: string
}

export type Panelbook = (words: string[], input?: string) => Promise<CommandLineResult>

/** The command line as a script runs it: a process of its own, in that folder, with its own data. */
export function commandLineIn(folder: string, data: string): Panelbook {
  return (words, input = '') =>
    new Promise((done) => {
      const child = spawn(process.execPath, [program, ...words, '--data', data], { cwd: folder })
      const result = { out: '', error: '' }
      child.stdout.setEncoding('utf8').on('data', (part: string) => (result.out += part))
      child.stderr.setEncoding('utf8').on('data', (part: string) => (result.error += part))
      child.once('close', (status) => {
        done({ ...result, status: status ?? -1 })
      })
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
    })
}

/** The JSON that a command printed, or a failed test that shows what it said instead. */
export function expectJson<Value = Record<string, unknown>>(result: CommandLineResult): Value {
  expect(result).toMatchObject({ status: 0, error: '' })
  return JSON.parse(result.out) as Value
}

/** A refusal: status 1, nothing on standard output, one line that starts with its code and ends as a sentence. */
export function expectRefusal(result: CommandLineResult, code: string): void {
  expect(result).toMatchObject({ status: 1, out: '' })
  expect(result.error).toMatch(new RegExp(`^${code}: .+[.!?]\\n$`))
}
