import { numberedItems } from '../agenda/agenda-view.ts'
import type { CallOutput } from '../contract/calls.ts'
import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { foreseeLateness } from './foresee-lateness.ts'
import { paperDeadlineOf } from './lateness.ts'
import { meetingPapers } from './paper-view.ts'

type Listed = CallOutput<'paper.list'>['papers'][number]

export const paperQueries = {
  'paper.list': ({ db }, { meetingId }) => {
    const meeting = meetingRow(db, meetingId)
    const deadline = paperDeadlineOf(meeting)
    const byItem = meetingPapers(db, meetingId, deadline)
    const papers = numberedItems(db, meeting).flatMap(({ item, fullLabel }) =>
      (byItem.get(item.id) ?? []).map((paper) => ({ ...paper, itemLabel: fullLabel })),
    )
    return { papers, deadline, sentence: sentenceOf(papers) }
  },
  'paper.lateness': ({ db, now }, input) => foreseeLateness(db, input, now),
} satisfies Partial<AllHandlers>

/** "4 papers: 1 without a file, 2 late, 1 of them not accepted yet." */
function sentenceOf(papers: readonly Listed[]): string {
  if (papers.length === 0) return 'No paper is listed yet.'
  const count = (is: (paper: Listed) => boolean) => papers.filter(is).length
  const [withoutFile, late, unaccepted] = [
    count(({ hasFile }) => !hasFile),
    count(({ isLate }) => isLate),
    count(({ needsAcceptance }) => needsAcceptance),
  ]
  const parts = [
    ...(withoutFile === 0 ? [] : [`${withoutFile} without a file`]),
    ...(late === 0 ? [] : [`${late} late`]),
    ...(unaccepted === 0 ? [] : [`${late === 1 ? '' : `${unaccepted} of them `}not accepted yet`]),
  ]
  const whole = papers.length === 1 ? '1 paper' : `${papers.length} papers`
  return `${whole}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`
}
