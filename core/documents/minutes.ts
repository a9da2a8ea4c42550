import { purposeWords } from '../contract/words.ts'
import type { MeetingRecord, RecordAction, RecordItem, RecordResolution } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { actionText, dueOf, ownersOf, raisedTable, reviewTable } from './action-tables.ts'
import { attendanceBlocks } from './attendance-blocks.ts'
import { determinationsTable } from './determinations-table.ts'
import { frameDocument, nextMeetingWords } from './document-frame.ts'
import { paperWords, titleOf } from './item-words.ts'
import {
  bold,
  heading,
  italic,
  paragraph,
  plain,
  tableBlock,
  together,
  type Block,
  type DocumentModel,
} from './model.ts'
import { outcomeSentence } from './outcome-sentence.ts'
import { noteBlocks } from './note-blocks.ts'
import { determinationBlock, itemQuestionBlocks } from './question-blocks.ts'
import { membersBlocks, ratificationBlocks } from './resolution-blocks.ts'
import { resolutionOf } from './resolution-frame.ts'
import { withStop } from './vote-words.ts'

/** The minutes of a meeting, in the order in which panels print them; of a written resolution, what went round. */
export function minutesDocument(record: MeetingRecord, hash: string): DocumentModel {
  const resolution = resolutionOf(record)
  if (resolution !== null) return resolutionMinutes(record, resolution, hash)
  const reviewedAt = reviewItem(record)
  const determinations = determinationsTable(record)
  return frameDocument(record, hash, { kind: 'minutes', name: 'Minutes', hasActualTimes: true }, [
    ...attendanceBlocks(record),
    ...record.items.flatMap((item) => itemBlocks(record, item, item === reviewedAt)),
    ...(reviewedAt === undefined ? reviewBlocks(record) : []),
    ...(determinations === null ? [] : [heading(1, 'Record of determinations'), tableBlock(determinations)]),
    heading(1, 'Actions'),
    record.actions.raised.length === 0
      ? paragraph('body', 'No action was raised at this meeting.')
      : tableBlock(raisedTable(record)),
    together(heading(1, 'Next meeting'), paragraph('body', nextMeetingWords(record))),
  ])
}

/** The one question with its vote, whose position is which, and where it was ratified. */
function resolutionMinutes(record: MeetingRecord, resolution: RecordResolution, hash: string): DocumentModel {
  const { raised } = record.actions
  return frameDocument(record, hash, { kind: 'minutes', name: '', hasActualTimes: true }, [
    ...record.items.flatMap((item) => itemBlocks(record, item, false)),
    ...membersBlocks(record, resolution),
    ...ratificationBlocks(record, resolution),
    ...(raised.length === 0 ? [] : [heading(1, 'Actions'), tableBlock(raisedTable(record))]),
  ])
}

/** The item under which the actions are reviewed: one of its own, or that of the last meeting's minutes. */
function reviewItem({ items }: MeetingRecord): RecordItem | undefined {
  return items.find(({ kind }) => kind === 'actions') ?? items.find(({ kind }) => kind === 'minutes')
}

function itemBlocks(record: MeetingRecord, item: RecordItem, isReview: boolean): Block[] {
  const day = record.heading.startsOn
  return [
    heading(item.parentId === null ? 1 : 2, titleOf(item), resolutionOf(record) === null ? item.label : null),
    ...detailBlocks(item),
    ...item.interests.map(interestBlock),
    ...item.paragraphs.flatMap(({ number, text }) => noteBlocks(text, number)),
    ...(isReview ? reviewTables(record) : []),
    ...itemQuestionBlocks(item, day),
    ...item.determinations.map((determination) => determinationBlock(item, determination)),
    ...record.actions.raised.filter(({ itemId }) => itemId === item.itemId).map(actionBlock),
    ...outcomeBlocks(item),
  ]
}

/** What stands in small print under the title: what it was for, who presented, the proposal, lateness, papers. */
function detailBlocks(item: RecordItem): Block[] {
  // That an item was for discussion is in the agenda; here it would be noise under every heading.
  const isForDecision = item.purpose === 'decision' || item.proposal !== null
  const words = [
    ...(isForDecision && item.kind !== 'section' ? [purposeWords[item.purpose]] : []),
    ...(item.presenter === '' ? [] : [`presented by ${item.presenter}`]),
    ...(item.proposal === null ? [] : proposalWords(item.proposal)),
  ]
  const papers = item.papers.map(paperWords)
  return [
    ...(words.length === 0 ? [] : [detail(capital(`${words.join(' · ')}.`))]),
    ...(item.isLate ? [detail(lateWords('Late item', item.lateAcceptance))] : []),
    ...(papers.length === 0
      ? []
      : [detail(`${papers.length === 1 ? 'Paper' : 'Papers'}: ${papers.join('; ')}.`)]),
  ]
}

function detail(text: string): Block {
  return paragraph('detail', text, { keepWithNext: true })
}

function proposalWords(proposal: NonNullable<RecordItem['proposal']>): string[] {
  return [
    ...(proposal.isUrgent ? ['urgent'] : []),
    ...(proposal.proposer === '' ? [] : [`proposer: ${proposal.proposer}`]),
    `stage: ${proposal.stage}${proposal.stageDetail === '' ? '' : ` (${proposal.stageDetail})`}`,
  ]
}

function lateWords(what: string, acceptance: string): string {
  return acceptance.trim() === '' ? `${what}.` : `${what}: ${withStop(acceptance)}`
}

function interestBlock({ initials, kind, text }: RecordItem['interests'][number]): Block {
  const words = kind === 'recused' ? `${initials} was recused` : `${initials} declared an interest`
  return paragraph('detail', [
    bold('Interest. '),
    plain(withStop(text.trim() === '' ? words : `${words}: ${text}`)),
  ])
}

function actionBlock(action: RecordAction): Block {
  return paragraph('action', [
    bold(`Action ${action.reference}: `),
    plain(`${withStop(actionText(action))} `),
    italic(`${ownersOf(action)} – ${dueWords(action)}.`),
  ])
}

function dueWords(action: RecordAction): string {
  return action.dueOn === null && action.dueMeeting === '' ? 'no due date' : `due ${dueOf(action)}`
}

/** An item that ended otherwise than by being dealt with says how, and why. */
function outcomeBlocks(item: RecordItem): Block[] {
  if (item.outcome === null || (item.outcome === 'done' && item.outcomeReason.trim() === '')) return []
  return [paragraph('result', [bold('Outcome: '), plain(outcomeSentence(item))])]
}

function reviewBlocks(record: MeetingRecord): Block[] {
  const tables = reviewTables(record)
  return tables.length === 0 ? [] : [heading(1, 'Review of actions'), ...tables]
}

function reviewTables(record: MeetingRecord): Block[] {
  const { carriedIn } = record.actions
  if (carriedIn.length === 0) return []
  return [tableBlock(reviewTable(record, 'Actions brought into this meeting', carriedIn))]
}
