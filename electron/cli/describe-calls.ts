import { z } from 'zod'
import type { CallDefinition } from '../../core/contract/define.ts'
import { calls } from '../../core/contract/calls.ts'

interface CallDescription {
  name: string
  kind: string
  description: string
  topics: readonly string[]
  input: unknown
  output: unknown
}

/** The contract for people: one line per call. */
export function listCalls(): string {
  const entries = Object.entries(calls)
  const width = Math.max(...entries.map(([name]) => name.length))
  return entries
    .map(([name, call]) => `${name.padEnd(width)}  ${call.kind.padEnd(7)}  ${call.description}\n`)
    .join('')
}

/** The contract for programs: the JSON Schema of every input and output. */
export function describeCalls(): CallDescription[] {
  return Object.entries(calls).map(([name, call]: [string, CallDefinition]) => ({
    name,
    kind: call.kind,
    description: call.description,
    topics: call.topics,
    input: z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(call.output, { io: 'output', unrepresentable: 'any' }),
  }))
}
