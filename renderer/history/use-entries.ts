import { useCallback, useEffect, useRef, useState } from 'react'
import type { HistoryEntry } from '../../core/contract/history.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from '../state/client.ts'
import { followTopics } from '../state/follow-topics.ts'

const pageSize = 100
/** The most that the contract gives at once. */
const largestPage = 500

export interface Entries {
  /** Newest first; null until the first answer. */
  entries: HistoryEntry[] | null
  hasOlder: boolean
  isLoading: boolean
  error: Refusal | null
  showOlder(): void
}

/**
 * The history page by page. After every change all that is shown is read again: an entry far down may have been
 * undone by it.
 */
export function useEntries(): Entries {
  const [entries, setEntries] = useState<HistoryEntry[] | null>(null)
  const [isLoading, setIsLoading] = useState(false)
  const [error, setError] = useState<Refusal | null>(null)
  const wanted = useRef(pageSize)
  const turn = useRef(0)

  const load = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const found: HistoryEntry[] = []
    setIsLoading(true)
    while (found.length < wanted.current) {
      const limit = Math.min(largestPage, wanted.current - found.length)
      const before = found.at(-1)?.seq
      const answer = await client.call('history.list', { limit, ...(before === undefined ? {} : { before }) })
      if (mine !== turn.current) return
      if (!answer.ok) {
        setError(answer.error)
        setIsLoading(false)
        return
      }
      found.push(...answer.value.entries)
      if (answer.value.entries.length < limit) break
    }
    setEntries(found)
    setError(null)
    setIsLoading(false)
  }, [])

  useEffect(() => {
    void load()
    return followTopics(['history'], () => void load())
  }, [load])

  return {
    entries,
    // Entries are numbered from 1 without a gap.
    hasOlder: (entries?.at(-1)?.seq ?? 1) > 1,
    isLoading,
    error,
    showOlder: () => {
      wanted.current += pageSize
      void load()
    },
  }
}
