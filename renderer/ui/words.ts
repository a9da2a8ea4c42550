/** "1 item", "3 items", "2 people" where `many` says so. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The parts that hold anything, such as "UNC · 11 seats · 11 votes". */
export function joinWords(parts: readonly string[], separator = ' · '): string {
  return parts.filter((part) => part !== '').join(separator)
}

/** With a capital at its beginning. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What was typed into a field that may be left empty, as the contract has it: null for nothing. */
export function orNull(typed: string): string | null {
  return typed === '' ? null : typed
}

/** The same where the contract wants nothing at all, and gives it what is usual. */
export function orLeftOut(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed
}
