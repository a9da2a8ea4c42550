import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import { createClient } from '../client/client.ts'
import { notice } from './notice.ts'

/** The one client of this window. */
export const client = createClient()

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes a call that changes the book, after those made before it are answered: changes reach the book in the order
 * in which the secretary made them, also over a host that is reached by several connections.
 */
export function change<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallAnswer<CallOutput<Name>>> {
  const answer = last.then(() => client.call(name, input))
  last = answer
  return answer
}

/** Makes a call; a refusal goes to the notice line and comes back as null. For acts that have no place of their own. */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name> | null> {
  const answer = await client.call(name, input)
  if (answer.ok) return answer.value
  notice.refuse(answer.error)
  return null
}
