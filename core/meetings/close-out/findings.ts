import type { Reader } from '../../../db/store-types.ts'
import { numberedItems, type NumberedItem } from '../../agenda/agenda-view.ts'
import { readItemActions } from '../../actions/action-view.ts'
import type { Finding } from '../../contract/close-out.ts'
import { findingKinds } from '../../contract/close-out.ts'
import type { Paper } from '../../contract/papers.ts'
import type { QuestionView } from '../../contract/voting.ts'
import { paperDeadlineOf } from '../../papers/lateness.ts'
import { meetingPapers } from '../../papers/paper-view.ts'
import { readResolutions } from '../../resolutions/resolution-view.ts'
import { readQuestions } from '../../voting/round-view.ts'
import { listed } from '../../voting/vote-words.ts'
import type { MeetingRow } from '../meeting-row.ts'
import { strangersInNotes } from './strangers.ts'

type Found = Omit<Finding, 'mustBeMended'>

/**
 * Everything that is still to be mended or explained before a meeting closes, kind by kind in the order of the
 * agenda. Keys are stable, so that a reason that was given stays with what it explains.
 */
export function findBeforeClosing(db: Reader, meeting: MeetingRow, now: string): Finding[] {
  const items = numberedItems(db, meeting)
  const papers = meetingPapers(db, meeting.id, paperDeadlineOf(meeting))
  const isMeeting = meeting.form === 'meeting'
  const found = [
    ...items.flatMap((numbered) => [
      // A written resolution is its own outcome, and nobody was in a room for it.
      ...(isMeeting ? outcomeOf(numbered, items) : []),
      ...votesOf(db, numbered),
      ...actionsOf(db, numbered, now),
      ...latenessOf(numbered, papers.get(numbered.item.id) ?? []),
    ]),
    ...(isMeeting ? strangersInNotes(db, meeting, items) : []),
    ...ratificationsOf(db, meeting, now),
  ]
  return findingKinds.flatMap((kind) =>
    found
      .filter((finding) => finding.kind === kind)
      .map((finding) => ({ ...finding, mustBeMended: kind === 'open-vote' })),
  )
}

/** A section has the outcomes of its items. */
function outcomeOf({ item, fullLabel }: NumberedItem, items: readonly NumberedItem[]): Found[] {
  if (item.outcome !== null || items.some((other) => other.item.parent_id === item.id)) return []
  const sentence = `${fullLabel} ${item.title} has no outcome.`
  return [{ key: `no-outcome:${item.id}`, kind: 'no-outcome', sentence, itemId: item.id, questionId: null }]
}

function votesOf(db: Reader, { item, fullLabel }: NumberedItem): Found[] {
  return readQuestions(db, item.id)
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap((question) =>
      voteFindings(question).map(({ kind, words }) => ({
        key: `${kind}:${question.id}`,
        kind,
        sentence: `${fullLabel} “${question.text}” ${words}`,
        itemId: item.id,
        questionId: question.id,
      })),
    )
}

function voteFindings({
  round,
  determination,
  joint,
}: QuestionView): { kind: Finding['kind']; words: string }[] {
  if (round.stillToCome.length > 0) {
    return [{ kind: 'open-vote', words: `still waits for ${listed(round.stillToCome)}.` }]
  }
  // What an option does for an objective is a view on the way to its outcome, and has no determination of its own.
  const asksForWords = (joint?.objective ?? null) === null
  return [
    ...(round.isIndicative
      ? [{ kind: 'indicative-vote' as const, words: 'was taken without a quorum: an indication only.' }]
      : []),
    ...(determination === null && asksForWords
      ? [{ kind: 'no-determination' as const, words: 'has a result and no determination.' }]
      : []),
    ...(determination?.isStale === true
      ? [
          {
            kind: 'stale-wording' as const,
            words: 'has a determination whose wording no longer matches the vote.',
          },
        ]
      : []),
  ]
}

/**
 * What is carried is ratified at the next meeting (rule 11 of the field): a resolution that closes before it says that
 * it is still to be, and a meeting that closes after it should have done it.
 */
function ratificationsOf(db: Reader, meeting: MeetingRow, now: string): Found[] {
  return readResolutions(db, meeting.body_id, now)
    .filter(
      ({ state, circulatedOn, meetingId }) =>
        state === 'to-ratify' &&
        (meeting.form === 'meeting' ? circulatedOn <= meeting.ends_on : meetingId === meeting.id),
    )
    .map(({ number, questionId }) => ({
      key: `not-ratified:${questionId}`,
      kind: 'not-ratified' as const,
      sentence:
        meeting.form === 'meeting'
          ? `${number} is carried, and this meeting has not ratified it.`
          : `${number} is carried and not ratified yet: its minutes will say that it is to be.`,
      itemId: meeting.current_item_id,
      questionId,
    }))
}

function actionsOf(db: Reader, { item, fullLabel }: NumberedItem, now: string): Found[] {
  return readItemActions(db, item.id, now)
    .filter(({ status }) => status === 'open' || status === 'carried-forward')
    .flatMap((action) => {
      const at = (kind: 'action-without-owner' | 'action-without-date', words: string): Found => ({
        key: `${kind}:${action.id}`,
        kind,
        sentence: `${fullLabel} Action ${action.reference} ${words}`,
        itemId: item.id,
        questionId: null,
      })
      return [
        ...(action.owners.length === 0 ? [at('action-without-owner', 'has no owner.')] : []),
        ...(action.dueOn === null && action.dueMeeting === ''
          ? [at('action-without-date', 'has no due date.')]
          : []),
      ]
    })
}

function latenessOf({ item, fullLabel }: NumberedItem, papers: readonly Paper[]): Found[] {
  const at = (id: string, words: string): Found => ({
    key: `late-without-acceptance:${id}`,
    kind: 'late-without-acceptance',
    sentence: `${fullLabel} ${words} came late, and it is not recorded how that was accepted.`,
    itemId: item.id,
    questionId: null,
  })
  return [
    ...(item.is_late === 1 && item.late_acceptance.trim() === '' ? [at(item.id, item.title)] : []),
    ...papers
      .filter(({ needsAcceptance }) => needsAcceptance)
      .map(({ id, title }) => at(id, `The paper “${title}”`)),
  ]
}
