import type { ProposalBrief } from '../../core/contract/register.ts'

/** How lists call it: the short title, or the title where it has none. */
export function titleInList(proposal: Pick<ProposalBrief, 'title' | 'shortTitle'>): string {
  return proposal.shortTitle === '' ? proposal.title : proposal.shortTitle
}

/** "0621 Alternative charging regime": how lists to choose from name it. */
export function nameInList(proposal: Pick<ProposalBrief, 'reference' | 'title' | 'shortTitle'>): string {
  return `${proposal.reference} ${titleInList(proposal)}`
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

/** Whether the determination is the phrase of the result with its [date] and [workgroup] filled in. */
export function isFilledIn(result: string, determination: string): boolean {
  const [start = '', ...rest] = result.split(/\[[^\]]*\]/)
  if (rest.length === 0) return result === determination
  let at = start.length
  if (!determination.startsWith(start)) return false
  for (const part of rest) {
    const found = determination.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return determination.endsWith(rest.at(-1) ?? '')
}
