import { useEffect, useRef, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import { client } from './client.ts'

/**
 * What the core makes of something that is being typed: asked again with every change of it, and of `again`. An older
 * answer never replaces a newer, and a refusal or nothing to ask is no answer.
 * @param input null while there is nothing to ask
 */
export function useAnswer<Name extends CallName>(
  name: Name,
  input: CallInput<Name> | null,
  again?: unknown,
): CallOutput<Name> | null {
  const [value, setValue] = useState<CallOutput<Name> | null>(null)
  const turn = useRef(0)
  const asked = input === null ? null : JSON.stringify(input)
  useEffect(() => {
    turn.current += 1
    const mine = turn.current
    if (asked === null) {
      setValue(null)
      return
    }
    void client.call(name, JSON.parse(asked) as CallInput<Name>).then((answer) => {
      if (mine === turn.current) setValue(answer.ok ? answer.value : null)
    })
  }, [name, asked, again])
  return value
}
