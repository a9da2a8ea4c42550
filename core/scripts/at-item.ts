import type { Reader } from '../../db/store-types.ts'
import { readItemActions } from '../actions/action-view.ts'
import { itemRow, type ItemRow } from '../agenda/item-row.ts'
import { onwardChoices } from '../agenda/onward.ts'
import { readQuestionKinds } from '../bodies/body-view.ts'
import type { Action } from '../contract/actions.ts'
import type { QuestionKind } from '../contract/question-kinds.ts'
import type { Script } from '../contract/script-words.ts'
import type { QuestionView } from '../contract/voting.ts'
import { itemKindWords } from '../contract/words.ts'
import { meetingRow, type MeetingRow } from '../meetings/meeting-row.ts'
import { lowerFirst } from '../sentence.ts'
import { readItemValues, type ItemValues } from '../snippets/item-values.ts'
import { registerFacts } from '../voting/register-facts.ts'
import { readQuestions } from '../voting/round-view.ts'
import { readScripts } from './script-view.ts'

/** All that a script asks of the item at which it is read. */
export interface AtItem {
  db: Reader
  now: string
  item: ItemRow
  meeting: MeetingRow
  values: ItemValues
  questionKinds: QuestionKind[]
  questions: QuestionView[]
  /** Determinations of the item that rest on no vote. */
  determinations: { kind: string; text: string }[]
  actions: Action[]
  /** What the register has to say to what follows; null where the item is about no proposal. */
  register: ReturnType<typeof registerFacts> | null
  /** Where an item goes that is put off: "meeting 200, Thu 19 Jan 2017", "the next meeting, whichever that is". */
  onward: string
}

/** @throws PanelbookError `not-found` */
export function readAtItem(db: Reader, itemId: string, now: string): AtItem {
  const item = itemRow(db, itemId)
  const meeting = meetingRow(db, item.meeting_id)
  const { choices, usual } = onwardChoices(db, meeting)
  return {
    db,
    now,
    item,
    meeting,
    values: readItemValues(db, meeting, item),
    questionKinds: readQuestionKinds(db, meeting.body_id),
    questions: readQuestions(db, itemId),
    determinations: db.all<{ kind: string; text: string }>(
      'SELECT kind, text FROM determination WHERE agenda_item_id = ? AND question_id IS NULL ORDER BY position, id',
      itemId,
    ),
    actions: readItemActions(db, itemId, now),
    register: item.proposal_id === null ? null : registerFacts(db, item.proposal_id),
    onward: lowerFirst(choices.find(({ meetingId }) => meetingId === usual)?.label ?? ''),
  }
}

/** The script that is read at an item, or why there is none. */
export function scriptAt({ db, item, meeting }: AtItem): { script: Script | null; whyNone: string } {
  if (meeting.form === 'written-resolution') {
    return {
      script: null,
      whyNone: 'A written resolution goes round outside a meeting: nobody reads a script.',
    }
  }
  const isSection = db.get('SELECT 1 FROM agenda_item WHERE parent_id = ? LIMIT 1', item.id) !== undefined
  if (isSection) return { script: null, whyNone: 'The items under it have the script.' }
  const script = readScripts(db, meeting.body_id).find(({ itemKind }) => itemKind === item.kind) ?? null
  const kind = lowerFirst(itemKindWords[item.kind])
  const whyNone = script === null ? `${meeting.body_name} has no script for items of the kind “${kind}”.` : ''
  return { script, whyNone }
}
