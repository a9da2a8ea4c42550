import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export function Badge({ tone, children }: { tone?: 'good' | 'warn' | 'accent'; children: ReactNode }) {
  return <span className={classNames('badge', tone)}>{children}</span>
}
