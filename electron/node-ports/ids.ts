import { v7 } from 'uuid'
import type { Ids } from '../../core/ports.ts'

export function createIds(): Ids {
  return { next: () => v7() }
}
