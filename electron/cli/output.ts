import type { Refusal } from '../../core/contract/errors.ts'

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** A refusal as the one line that scripts read: the code, the sentence, and what to do. */
export function refusalLine(refusal: Refusal): string {
  const said = (words: string) => refusal.message.includes(words)
  const fields = (refusal.fields ?? []).flatMap(({ field, problem }) => {
    if (said(`${field}: ${problem}`)) return []
    return [said(problem.replace(/[.!?]$/, '')) ? `Field: ${field}` : `${field}: ${problem}`]
  })
  const sentences = [refusal.message, ...fields, refusal.safe, refusal.remedy].filter(
    (sentence) => sentence !== undefined && sentence !== '',
  )
  const text = sentences.map((sentence) => sentence?.trim().replace(/[^.!?]$/, '$&.')).join(' ')
  return `${refusal.code}: ${text}`.replace(/\s+/g, ' ').trim()
}
