import { useEffect, useMemo, useRef, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { Topic } from '../../core/contract/envelope.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from './client.ts'
import { oneAtATime } from './one-at-a-time.ts'

/**
 * Calls back whenever something of these topics changed, with the journal's sequence after it, or another book was opened,
 * with null.
 */
export function followTopics(topics: readonly Topic[], onChange: (seq: number | null) => void): () => void {
  return client.subscribe((push) => {
    if (push.kind === 'book') onChange(null)
    else if (push.kind === 'changed' && push.topics.some((topic) => topics.includes(topic)))
      onChange(push.seq)
  })
}

export interface View<Value> {
  /** The last answer; it stays on the screen while the next one is on its way. */
  value: Value | null
  error: Refusal | null
  reload(): Promise<void>
}

/** A query of the contract, kept up to date while the component is shown. An older answer never replaces a newer. */
export function useView<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  topics: readonly Topic[],
): View<CallOutput<Name>> {
  const [state, setState] = useState<{ value: CallOutput<Name> | null; error: Refusal | null }>({
    value: null,
    error: null,
  })
  const turn = useRef(0)
  const asked = JSON.stringify(input)
  const watched = topics.join(' ')

  const reload = useMemo(
    () =>
      oneAtATime(async () => {
        turn.current += 1
        const mine = turn.current
        const answer = await client.call(name, JSON.parse(asked) as CallInput<Name>)
        if (mine !== turn.current) return
        setState((before) =>
          answer.ok ? { value: answer.value, error: null } : { value: before.value, error: answer.error },
        )
      }),
    [name, asked],
  )

  useEffect(() => {
    void reload()
    return followTopics(watched.split(' ') as Topic[], () => void reload())
  }, [reload, watched])

  return { ...state, reload }
}
