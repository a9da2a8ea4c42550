import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A word that says how something stands. */
export function Badge({ tone, children }: { tone?: 'good' | 'warn' | 'accent'; children: ReactNode }) {
  return <span className={classNames('badge', tone)}>{children}</span>
}
