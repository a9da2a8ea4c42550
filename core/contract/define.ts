import type { z } from 'zod'
import type { Topic } from './envelope.ts'

/**
 * - `command` changes the book: one transaction, journalled, undoable.
 * - `query` reads the book.
 * - `pure` needs no book.
 * - `host` works on books as files (open, publish, export): may ask the host for a dialog and take long.
 */
export type CallKind = 'command' | 'query' | 'pure' | 'host'

/** One entry of the contract. `input` is a strict object: an extra key is refused. */
export interface CallDefinition<
  Kind extends CallKind = CallKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind
  description: string
  input: Input
  output: Output
  /** Command: what it changes. Query: what it reads, so that a window knows when to ask again. */
  topics: readonly Topic[]
}

function define<Kind extends CallKind>(kind: Kind) {
  return <Input extends z.ZodType, Output extends z.ZodType>(
    description: string,
    parts: { input: Input; output: Output; topics?: readonly Topic[] },
  ): CallDefinition<Kind, Input, Output> => ({
    kind,
    description,
    input: parts.input,
    output: parts.output,
    topics: parts.topics ?? [],
  })
}

export const command = define('command')
export const query = define('query')
export const pure = define('pure')
export const host = define('host')
