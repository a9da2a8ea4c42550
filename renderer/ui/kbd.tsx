import type { ReactNode } from 'react'

/** A key, for those who see it: a screen reader says keys in its own way. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {children}
    </kbd>
  )
}
