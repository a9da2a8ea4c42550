import { useEffect } from 'react'
import type { Resolution } from '../../core/contract/resolution-calls.ts'
import { useView } from '../state/follow-topics.ts'

/** The longest that a timer of the window can wait, in milliseconds. */
const longestWait = 2 ** 31 - 1

/** The written resolutions of a body or of all, newest first; read again when the next deadline has passed. */
export function useResolutions(bodyId: string | undefined): Resolution[] | null {
  const { value, reload } = useView('resolution.list', bodyId === undefined ? {} : { bodyId }, [
    'meetings',
    'items',
    'register',
    'bodies',
    'people',
  ])
  const resolutions = value?.resolutions ?? null
  const out = (resolutions ?? []).filter(({ state }) => state === 'out')
  const next = Math.min(...out.map(({ deadline }) => Date.parse(deadline)))
  useEffect(() => {
    if (!Number.isFinite(next)) return undefined
    const wait = Math.min(Math.max(next - Date.now() + 50, 250), longestWait)
    const timer = setTimeout(() => void reload(), wait)
    return () => clearTimeout(timer)
    // Read again without anything having changed: the wait begins anew with every answer.
  }, [next, reload, value])
  return resolutions
}
