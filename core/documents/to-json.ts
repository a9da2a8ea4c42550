/** The record with its hash, for machines. The hash is that of the `record` member in canonical JSON (sorted keys, no white space). */
export function toJson(record: unknown, recordHash: string): string {
  return `${JSON.stringify({ format: 'panelbook-document', formatVersion: 1, recordHash, record }, null, 2)}\n`
}
