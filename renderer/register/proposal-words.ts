import type { ProposalBrief } from '../../core/contract/register.ts'

/** How lists call it: the short title, or the title where it has none. */
export function titleInList(proposal: Pick<ProposalBrief, 'title' | 'shortTitle'>): string {
  return proposal.shortTitle === '' ? proposal.title : proposal.shortTitle
}

/** The dates that agendas are filled by, with what each is. */
export function keyDates(proposal: ProposalBrief): { what: string; on: string }[] {
  return [
    { what: 'report by', on: proposal.reportingOn },
    { what: 'consultation to', on: proposal.consultationClosesOn },
    { what: 'implementation', on: proposal.implementationOn },
  ].flatMap(({ what, on }) => (on === null ? [] : [{ what, on }]))
}

/** "SECMP0025" of a code: how the next reference would be spelt. */
export function referenceExample(code: { referencePrefix: string; referenceDigits: number }): string {
  return `${code.referencePrefix}${'25'.padStart(code.referenceDigits, '0')}`
}

/** The entries of a text with one on each line; blank lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Today by the clock on the laptop, as the core writes dates. */
export function today(): string {
  const now = new Date()
  const part = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}
