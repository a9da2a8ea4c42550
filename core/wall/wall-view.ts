import type { Reader } from '../../db/store-types.ts'
import { agendaLineOf, numberedItems, type NumberedItem } from '../agenda/agenda-view.ts'
import { readConstituencies, roomQuorum } from '../attendance/room-quorum.ts'
import { readRoll } from '../attendance/roll.ts'
import { itemLabels } from '../contract/item-labels.ts'
import type { JointRow, JointVote } from '../contract/joint-votes.ts'
import type { QuestionView } from '../contract/voting.ts'
import type { ShownQuestion, ShownResult, Wall } from '../contract/wall.ts'
import { sittingRows } from '../meetings/adjourn.ts'
import { meetingRow, type MeetingRow } from '../meetings/meeting-row.ts'
import { readJointVotes } from '../voting/joint-vote-view.ts'
import { readQuestions } from '../voting/round-view.ts'

const nothing: Wall = {
  meeting: null,
  shows: 'nothing',
  sentence: 'No meeting is open.',
  sign: '',
  item: null,
  question: null,
  quorum: '',
}

/** Of a few others the room is told the numbers; more of them are no help to anybody who reads them from afar. */
const mostNamed = 6

/**
 * What the room's screen shows. It belongs to the meeting that sits and to nothing else, and never shows what is over.
 * Where two are open it is that which sits, or was opened last.
 */
export function readWall(db: Reader): Wall {
  const open = db.get<{ id: string }>(
    `SELECT meeting.id FROM meeting WHERE state = 'open' AND form = 'meeting'
     ORDER BY EXISTS (SELECT 1 FROM sitting WHERE meeting_id = meeting.id AND ended_at IS NULL) DESC,
       opened_at DESC, id DESC LIMIT 1`,
  )
  if (open === undefined) return nothing
  const meeting = meetingRow(db, open.id)
  const shown: Wall = {
    ...nothing,
    meeting: {
      id: meeting.id,
      body: meeting.body_name,
      number: meeting.number,
      startsOn: meeting.starts_on,
    },
    quorum: roomQuorum(
      db,
      meeting.body_id,
      readRoll(db, meeting, meeting.current_item_id).seats,
      readConstituencies(db, meeting.body_id),
    ).sentence,
  }
  const last = sittingRows(db, meeting.id).at(-1)
  if (last !== undefined && last.ended_at !== null) {
    const reason = last.reason === '' ? '.' : `: ${last.reason}`
    const sentence = `The meeting was adjourned at ${last.ended_at.slice(11, 16)}${reason}`
    return { ...shown, shows: 'adjourned', sentence, sign: 'The room sees: adjourned' }
  }
  if (meeting.is_screen_cleared === 1) {
    return {
      ...shown,
      shows: 'cleared',
      sentence: 'The meeting goes on shortly.',
      sign: 'The room’s screen is cleared',
    }
  }
  return { ...shown, ...itemBefore(db, meeting) }
}

function itemBefore(
  db: Reader,
  meeting: MeetingRow,
): Pick<Wall, 'shows' | 'sentence' | 'sign'> & Partial<Wall> {
  const items = numberedItems(db, meeting)
  const current = items.find(({ item }) => item.id === meeting.current_item_id)
  if (current === undefined) {
    return {
      shows: 'nothing',
      sentence: 'No item is before the meeting yet.',
      sign: 'The room sees: no item yet',
    }
  }
  const { id, fullLabel, proposal, title, isLate, plannedMinutes, secondsTaken, runningSince } = agendaLineOf(
    db,
    current,
  )
  const question = shownQuestion(db, items, id)
  const shows = question === null ? 'item' : isResultShown(question) ? 'result' : 'question'
  return {
    shows,
    sentence: '',
    sign: `The room sees: the ${shows}`,
    item: {
      id,
      label: fullLabel,
      subject: proposal === null ? title : `${proposal.reference} ${proposal.title}`,
      place: placeOf(items, id),
      isLate,
      plannedMinutes,
      secondsTaken,
      runningSince,
    },
    question,
  }
}

/** "Item 6 of 14": a section is not counted beside the items that it holds. */
function placeOf(items: readonly NumberedItem[], itemId: string): string {
  const sections = new Set(items.map(({ item }) => item.parent_id))
  const counted = items.filter(({ item }) => !sections.has(item.id))
  const at = counted.findIndex(({ item }) => item.id === itemId)
  return at < 0 ? '' : `Item ${at + 1} of ${counted.length}`
}

/** What stands is what was put last. Options that are voted on together stand together. */
function shownQuestion(db: Reader, items: readonly NumberedItem[], itemId: string): ShownQuestion | null {
  const question = readQuestions(db, itemId).findLast(({ withdrawn }) => withdrawn === null)
  if (question === undefined) return null
  const joint =
    question.joint === null
      ? undefined
      : readJointVotes(db, items, itemId).find(({ id }) => id === question.joint?.id)
  return joint?.form === 'options' ? optionsTogether(joint) : oneQuestion(question, itemId, joint)
}

function oneQuestion(
  { text, round, determination }: QuestionView,
  itemId: string,
  joint: JointVote | undefined,
): ShownQuestion {
  const { evaluation, positions, stillToCome, isShownToRoom, result } = round
  const isWritten = determination !== null && !determination.isStale
  const together = othersOf(itemId, joint)
  return {
    id: round.id,
    text,
    together: together === '' ? '' : `Taken together with ${together}`,
    progress: isShownToRoom ? '' : positionsIn(positions.length - stillToCome.length, positions.length),
    result: isShownToRoom
      ? {
          verdict: evaluation.verdict,
          text: isWritten ? determination.text : (result ?? ''),
          count: evaluation.reconciliation,
          byConstituency: evaluation.byConstituency,
        }
      : null,
    options: [],
  }
}

function othersOf(itemId: string, joint: JointVote | undefined): string {
  const others = (joint?.rows ?? []).filter((row) => row.itemId !== itemId && row.state !== 'withdrawn')
  return others.length > mostNamed
    ? `${others.length} other items`
    : itemLabels(others.map(({ itemLabel }) => itemLabel))
}

function optionsTogether(joint: JointVote): ShownQuestion {
  const standing = joint.rows.filter(({ state }) => state !== 'withdrawn')
  const overall = standing.filter(({ objective }) => objective === null)
  const all = standing.reduce((sum, { values }) => sum + values.length, 0)
  return {
    id: joint.id,
    text: titleAlone(joint),
    together: '',
    progress: overall.every(({ isShownToRoom }) => isShownToRoom)
      ? ''
      : positionsIn(all - joint.stillToCome, all),
    result: null,
    options: overall.map((row) => ({
      label: joint.options.find(({ key }) => key === row.option)?.label ?? row.label,
      result: row.isShownToRoom ? resultOfRow(row) : null,
    })),
  }
}

function resultOfRow({ verdict, count, result }: JointRow): ShownResult {
  return { verdict, text: result ?? '', count, byConstituency: null }
}

/** The title without the options that it lists: they stand below it. */
function titleAlone({ title, options }: JointVote): string {
  const at = options[0] === undefined ? -1 : title.indexOf(`: ${options[0].label}`)
  const isListing = at > 0 && options.every(({ label }) => title.includes(label, at))
  return isListing ? title.slice(0, at) : title
}

function positionsIn(count: number, all: number): string {
  return count === all ? 'Every position is in.' : `${count} of ${all} positions are in.`
}

function isResultShown({ result, options }: ShownQuestion): boolean {
  return result !== null || options.some((option) => option.result !== null)
}
