import type { RecordItem } from '../minutes/record-types.ts'
import { shortDate } from './dates.ts'

/**
 * The title of an item with the reference and the title of its proposal: "0621A – Alternative charging regime". A
 * title that does no more than name the proposal ("Modification 0621A") gets the proposal's title behind it.
 */
export function titleOf({ title, proposal }: RecordItem): string {
  if (proposal === null) return title
  const own = title.trim()
  const { reference } = proposal
  const full = proposal.title.trim()
  if (own === '' || full.startsWith(own)) return joined(reference, full)
  if (!own.includes(reference)) return joined(reference, own)
  return full !== '' && !own.includes(full) && isOnlyAName(own, reference)
    ? joined(own.replace(/[\s:–-]+$/u, ''), full)
    : own
}

/** "199/6b Modification 0621A v0.3", and of a late paper when it came in and how that was accepted. */
export function paperWords(paper: RecordItem['papers'][number]): string {
  const name = [paper.reference, paper.title].filter((part) => part !== '').join(' ')
  if (!paper.isLate) return name
  const received = paper.receivedOn === null ? '' : `, received ${shortDate(paper.receivedOn)}`
  const accepted = paper.lateAcceptance === '' ? '' : `, ${paper.lateAcceptance}`
  return `${name} (late${received}${accepted})`
}

/** Whether nothing but a word for what it is stands around the reference: "Modification 0621A", "0621A:". */
function isOnlyAName(title: string, reference: string): boolean {
  const others = title.replace(reference, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return others.length <= 2
}

function joined(name: string, title: string): string {
  return title === '' ? name : `${name} – ${title}`
}
