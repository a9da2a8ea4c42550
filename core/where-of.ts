import type { Delivery } from './ports.ts'

/** Where a file that was handed over lies, as a caller is told; empty when it was cancelled. */
export function whereOf(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'saved':
      return delivery.where
    case 'download':
      return delivery.href
    case 'cancelled':
      return ''
  }
}
