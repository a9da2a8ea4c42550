import {
  onwardOutcomes,
  outcomeWords,
  type ItemKind,
  type Outcome,
  type Purpose,
} from '../../contract/words.ts'
import { meetingRow } from '../../meetings/meeting-row.ts'
import { fold } from '../../search/fold.ts'
import { numberedItems } from '../agenda-view.ts'
import type { Filling, Source, Waiting } from './filling.ts'

interface EarlierItem {
  id: string
  meetingId: string
  number: string
  isEarlier: number
  /** Whether it goes on to a meeting after the one that is filled. */
  isSentLater: number
  isSection: number
  kind: ItemKind
  title: string
  purpose: Purpose
  plannedMinutes: number
  presenter: string
  proposalId: string | null
  isClosedProposal: number
  outcome: Outcome | null
  reason: string
}

/**
 * Items of earlier meetings of this body that were put off and have been on no agenda of it since. One that was sent to
 * a certain meeting waits for that one, and from then on for every later one.
 */
export const earlierItems: Source = {
  isOfTheCode: false,
  find: (filling) => {
    const last = new Map<string, EarlierItem>()
    for (const item of itemsOfOtherMeetings(filling)) {
      last.set(item.proposalId === null ? `title:${fold(item.title).trim()}` : item.proposalId, item)
    }
    return [...last.values()]
      .filter(
        ({ outcome, isEarlier, isSentLater, isSection, isClosedProposal }) =>
          onwardOutcomes.includes(outcome) &&
          isEarlier === 1 &&
          isSentLater === 0 &&
          isSection === 0 &&
          isClosedProposal === 0,
      )
      .map((item) => waiting(filling, item))
  },
}

/** Every item of the body's other meetings, in the order of the meetings. */
function itemsOfOtherMeetings({ db, meeting }: Filling): EarlierItem[] {
  return db.all<EarlierItem>(
    `SELECT item.id, item.meeting_id AS meetingId, meeting.number, item.kind, item.title, item.purpose,
       (meeting.starts_on, meeting.start_time, meeting.id) < (:on, :time, :meeting) AS isEarlier,
       COALESCE((next.starts_on, next.start_time, next.id) > (:on, :time, :meeting), 0) AS isSentLater,
       EXISTS (SELECT 1 FROM agenda_item AS under WHERE under.parent_id = item.id) AS isSection,
       item.planned_minutes AS plannedMinutes, item.presenter, item.proposal_id AS proposalId,
       COALESCE(1 - stage.is_open, 0) AS isClosedProposal, item.outcome, item.outcome_reason AS reason
     FROM meeting JOIN agenda_item AS item ON item.meeting_id = meeting.id
     LEFT JOIN meeting AS next ON next.id = item.next_meeting_id
     LEFT JOIN proposal ON proposal.id = item.proposal_id
     LEFT JOIN stage ON stage.id = proposal.stage_id
     WHERE meeting.body_id = :body AND meeting.form = 'meeting' AND meeting.id <> :meeting
     ORDER BY meeting.starts_on, meeting.start_time, meeting.id, item.position, item.id`,
    { body: meeting.body_id, meeting: meeting.id, on: meeting.starts_on, time: meeting.start_time },
  )
}

function waiting({ db }: Filling, item: EarlierItem): Waiting {
  const { kind, title, purpose, plannedMinutes, presenter, proposalId, outcome } = item
  const place = numberedItems(db, meetingRow(db, item.meetingId)).find(({ item: { id } }) => id === item.id)
  const words = outcome === null ? '' : outcomeWords[outcome].toLowerCase()
  const why = item.reason.trim().replace(/\.$/, '')
  const label = place?.fullLabel ?? ''
  return {
    key: proposalId === null ? `item:${item.id}` : `proposal:${proposalId}`,
    // What was not reached has not been considered; it comes back as what it was.
    ...(proposalId === null || outcome === 'not-reached'
      ? { kind }
      : { kind: 'reconsideration', otherwise: kind }),
    title,
    // A label such as 199.9 (a) has brackets of its own.
    reason: `${words} at ${item.number}${label.includes('(') ? `, ${label}` : ` (${label})`}${why === '' ? '' : `: ${why}`}`,
    presenter,
    purpose,
    plannedMinutes,
    ...(proposalId === null ? {} : { proposalId }),
  }
}
