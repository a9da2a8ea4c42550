import type { ErrorCode, Refusal } from '../../core/contract/errors.ts'

/** What to do where a refusal to open a book does not say it itself. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'no-such-file': 'Check that it was not moved and that its disk is connected, then open its file.',
  'not-a-book': 'Choose a file whose name ends in “.panelbook”.',
  'read-only': 'Ask whoever keeps the file for the right to read it.',
}

/** A refusal to open a book, with what is safe and what to do. */
export function openingRefusal(refusal: Refusal): Refusal {
  const remedy = refusal.remedy ?? remedies[refusal.code]
  return {
    ...refusal,
    safe: refusal.safe ?? 'Nothing was changed.',
    ...(refusal.code === 'network-path'
      ? { remedy: 'To read or take over a snapshot that lies there, take it over from the shared drive.' }
      : remedy === undefined
        ? {}
        : { remedy }),
  }
}
