import type { DocumentKind } from '../contract/words.ts'

/**
 * The record with its hash, for machines: every document of a meeting is written from this one record. The hash is
 * SHA-256 of the `record` member in canonical JSON (sorted keys, no white space).
 */
export function toJson(document: DocumentKind, record: unknown, recordHash: string): string {
  const content = { format: 'panelbook-document', formatVersion: 1, document, recordHash, record }
  return `${JSON.stringify(content, null, 2)}\n`
}
