import { useCallback, useEffect, useRef, useState } from 'react'
import type { HistoryEntry } from '../../core/contract/history.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from '../state/client.ts'
import { followTopics } from '../state/follow-topics.ts'

const pageSize = 100
/** The most that the contract gives at once. */
const largestPage = 500

/** Which entries are asked for; all where nothing is said. */
export interface EntryFilter {
  meetingId?: string
  itemId?: string
  text?: string
}

export interface Entries {
  /** Newest first; null until the first answer. */
  entries: HistoryEntry[] | null
  hasOlder: boolean
  isLoading: boolean
  error: Refusal | null
  showOlder(): void
}

interface Shown {
  entries: HistoryEntry[] | null
  /** Where the page after them begins; null where there is none. */
  next: number | null
  error: Refusal | null
}

const nothing: Shown = { entries: null, next: null, error: null }

/**
 * The history page by page, typing told as one. After every change all that is shown is read again: an entry far down
 * may have been undone by it.
 */
export function useEntries(filter: EntryFilter): Entries {
  const [shown, setShown] = useState(nothing)
  const [isLoading, setIsLoading] = useState(false)
  const now = useRef(shown)
  const turn = useRef(0)
  const asked = JSON.stringify(filter)

  /** Reads on from what is there, until that many are. */
  const read = useCallback(
    async (start: Shown, count: number) => {
      turn.current += 1
      const mine = turn.current
      const found = [...(start.entries ?? [])]
      let { next } = start
      setIsLoading(true)
      while (found.length < count && (next !== null || found.length === 0)) {
        const answer = await client.call('history.list', {
          ...(JSON.parse(asked) as EntryFilter),
          merged: true,
          limit: Math.min(largestPage, count - found.length),
          ...(next === null ? {} : { before: next }),
        })
        if (mine !== turn.current) return
        if (!answer.ok) {
          show({ ...now.current, error: answer.error })
          return
        }
        found.push(...answer.value.entries)
        next = answer.value.next
        if (found.length === 0) break
      }
      show({ entries: found, next, error: null })

      function show(next: Shown): void {
        now.current = next
        setShown(next)
        setIsLoading(false)
      }
    },
    [asked],
  )

  useEffect(() => {
    void read(nothing, pageSize)
    return followTopics(['history'], () => {
      void read(nothing, Math.max(pageSize, now.current.entries?.length ?? 0))
    })
  }, [read])

  return {
    entries: shown.entries,
    hasOlder: shown.next !== null,
    isLoading,
    error: shown.error,
    showOlder: () => void read(now.current, (now.current.entries?.length ?? 0) + pageSize),
  }
}
