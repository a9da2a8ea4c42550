import { useEffect, useRef } from 'react'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { notice } from '../state/notice.ts'
import { resultsSentence } from './joint-words.ts'

/** Milliseconds in which results that come close together are gathered. */
const together = 700

/**
 * Each result is said once to a screen reader, when its last position is in, and again only when it changes; several
 * that come close together are said in one sentence.
 */
export function useAnnouncedResults(vote: JointVote): void {
  const said = useRef(new Map(vote.rows.map(({ questionId, result }) => [questionId, result])))
  const fresh = useRef(new Set<string>())
  useEffect(() => {
    for (const { questionId, result } of vote.rows) {
      const isNew = result !== (said.current.get(questionId) ?? null)
      said.current.set(questionId, result)
      if (result === null) fresh.current.delete(questionId)
      else if (isNew) fresh.current.add(questionId)
    }
    if (fresh.current.size === 0) return
    // Begun anew with every answer: said when it has been quiet for a moment.
    const timer = setTimeout(() => {
      notice.announce(
        resultsSentence(
          vote,
          vote.rows.filter(({ questionId }) => fresh.current.has(questionId)),
        ),
      )
      fresh.current.clear()
    }, together)
    return () => clearTimeout(timer)
  }, [vote])
}
