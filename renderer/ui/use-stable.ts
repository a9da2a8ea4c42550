import { useEffect, useMemo, useRef } from 'react'

/** One function for as long as the component is shown, that does what the newest one does. */
export function useStable<Arguments extends unknown[]>(
  work: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const newest = useRef(work)
  useEffect(() => {
    newest.current = work
  })
  return useMemo(
    () =>
      (...given: Arguments) =>
        newest.current(...given),
    [],
  )
}
