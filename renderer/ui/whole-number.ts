/** The whole number that was typed; NaN, which the core refuses at the field, for anything else. */
export function wholeNumber(typed: string): number {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN
}
