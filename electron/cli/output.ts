import type { Refusal } from '../../core/contract/errors.ts'

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** A refusal as the one line that scripts read: the code, the sentence, and what to do. */
export function refusalLine(refusal: Refusal): string {
  const fields = (refusal.fields ?? [])
    .map(({ field, problem }) => `${field}: ${problem}`)
    .filter((problem) => !refusal.message.includes(problem))
  const sentences = [refusal.message, ...fields, refusal.safe, refusal.remedy].filter(
    (sentence) => sentence !== undefined && sentence !== '',
  )
  const text = sentences.map((sentence) => sentence?.trim().replace(/[^.!?]$/, '$&.')).join(' ')
  return `${refusal.code}: ${text}`.replace(/\s+/g, ' ').trim()
}
