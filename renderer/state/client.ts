import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { createClient } from '../client/client.ts'
import { notice } from './notice.ts'

/** The one client of this window. */
export const client = createClient()

export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: Refusal }

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
