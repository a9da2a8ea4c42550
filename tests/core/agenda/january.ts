import { afterEach, beforeEach } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

export let book: TestCore
/** Where the book lies. */
export let file: string
export let unc: { bodyId: string; codeId: string }
export let meetingId: string

/**
 * A copy of the sample with its December meeting held, for each test: meeting 200 of the UNC Panel, on 19 January 2017,
 * is planned from the template of its body.
 */
export function useJanuary(): void {
  beforeEach(async () => {
    book = await makeCore({ sample: true, held: true, now: '2017-01-10T09:00:00.000+00:00' })
    file = book.book
    unc = await body('UNC Panel')
    meetingId = await meeting('200')
  })
  afterEach(() => book.close())
}

export async function body(shortName: string) {
  const { bodies } = await book.must('body.list', {})
  const { id: bodyId } = bodies.find((each) => each.shortName === shortName)!
  const { codeId } = await book.must('body.read', { bodyId })
  return { bodyId, codeId: codeId ?? '' }
}
export async function meeting(number: string) {
  const { meetings } = await book.must('meeting.list', {})
  return meetings.find((each) => each.number === number)!.id
}
export const proposal = async (reference: string, more: Partial<CallInput<'proposal.add'>> = {}) =>
  (await book.must('proposal.add', { codeId: unc.codeId, reference, title: `About ${reference}`, ...more }))
    .id
export const suggested = async (id = meetingId) =>
  (await book.must('agenda.suggest', { meetingId: id })).suggestions
export const reasons = async (id = meetingId) =>
  (await suggested(id)).map(({ title, section, reason }) => `${section?.label ?? 'top'} ${title}: ${reason}`)
export const about = async (reference: string, id = meetingId) =>
  (await suggested(id)).find((each) => each.proposal?.reference === reference)
export const agenda = async (id = meetingId) =>
  (await book.must('meeting.read', { meetingId: id })).agenda.map(
    ({ fullLabel, title }) => `${fullLabel} ${title}`,
  )
export const item = async (id: string, title: string) => {
  const { agenda: lines } = await book.must('meeting.read', { meetingId: id })
  return lines.find((line) => line.title === title)!.id
}
