import type { CallRequest } from '../../core/contract/envelope.ts'

/** The envelope of a call as it came from outside, or null where it is not one. The core checks name and input. */
export function asCallRequest(message: unknown): CallRequest | null {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return null
  const { name, input, requestId, book, ...rest } = message as Record<string, unknown>
  if (typeof name !== 'string' || Object.keys(rest).length > 0) return null
  if (!isShortText(requestId) || !isShortText(book)) return null
  return {
    name,
    input,
    ...(requestId === undefined ? {} : { requestId }),
    ...(book === undefined ? {} : { book }),
  }
}

function isShortText(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= 64)
}
