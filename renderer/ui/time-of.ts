/** "09:30" for 930, 9.30, 9:30 or 09h30; "09:00" for 9. Anything else as it was typed, for the core to refuse. */
export function timeOf(typed: string): string {
  const found = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*$/.exec(typed)
  return found === null ? typed : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`
}
