import { useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from '../state/client.ts'

export type Hit = CallOutput<'search.find'>['hits'][number]

interface Found {
  /** The text to which this is the answer. */
  text: string
  hits: readonly Hit[]
  error: Refusal | null
}

const nothing: Found = { text: '', hits: [], error: null }

/** How many hits are asked for: more than one looks through. */
export const mostHits = 40
/** Milliseconds: a fast typist's next letter saves a question. */
const pause = 60

/** What the book has for a text, as it is typed. An older answer never replaces a newer. */
export function useSearch(typed: string): Found & { isOlder: boolean } {
  const [found, setFound] = useState<Found>(nothing)
  const turn = useRef(0)
  const text = typed.trim()

  useEffect(() => {
    turn.current += 1
    const mine = turn.current
    if (text === '') return
    const timer = setTimeout(() => {
      void client.call('search.find', { text, limit: mostHits }).then((answer) => {
        if (mine !== turn.current) return
        setFound(
          answer.ok
            ? { text, hits: answer.value.hits, error: null }
            : { text, hits: [], error: answer.error },
        )
      })
    }, pause)
    return () => clearTimeout(timer)
  }, [text])

  return text === '' ? { ...nothing, isOlder: false } : { ...found, isOlder: found.text !== text }
}
